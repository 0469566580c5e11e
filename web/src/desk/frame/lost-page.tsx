import Button from 'antd/es/button'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

export function LostPage() {
  return (
    <EmptyState title="没有这个页面" action={<LinkButton to="/">回到今日</LinkButton>}>
      地址可能写错了，或者内容已经移走。
    </EmptyState>
  )
}

/** A fault of the page itself: nothing was sent, drafts are kept, reloading helps. */
export function PageFault({ error }: { error: unknown }) {
  console.error(error)
  return (
    <EmptyState title="页面出了差错" action={<Button onClick={() => location.reload()}>刷新页面</Button>}>
      已提交的内容不受影响，正在填写的内容保存在这台设备上。刷新后仍打不开时，请告诉管理员这是哪个页面。
    </EmptyState>
  )
}
