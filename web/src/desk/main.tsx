import '../api/schemas.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import ConfigProvider from 'antd/es/config-provider'
import chinese from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { RequestFailed } from '../api/client.ts'
import { theme } from '../ui/theme.ts'
import '../ui/styles/base.css'
import '../ui/styles/shell.css'
import '../ui/styles/table.css'
import '../ui/styles/parts.css'
import '../ui/styles/forms.css'
import '../ui/styles/print.css'
import { useLargeType, useNarrow } from '../ui/screen.ts'
import { router } from './router.tsx'
import { giveStylesTheNonce } from './style-nonce.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal will not change by asking again; only a broken connection is tried once more.
      retry: (count, error) => count < 1 && error instanceof RequestFailed && error.problem.status === 0,
    },
  },
})
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
giveStylesTheNonce(nonce)

function Desk() {
  const large = useLargeType()
  const narrow = useNarrow()
  return (
    <ConfigProvider
      locale={chinese}
      csp={{ nonce }}
      theme={theme(large, narrow)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      virtual={false}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('desk')!).render(<Desk />)
