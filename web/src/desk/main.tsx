import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'

const queries = new QueryClient()
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

createRoot(document.getElementById('desk')!).render(
  <ConfigProvider locale={chinese} csp={{ nonce }}>
    <QueryClientProvider client={queries}>营商</QueryClientProvider>
  </ConfigProvider>,
)
