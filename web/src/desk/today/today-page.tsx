import { Page } from '../../ui/page.tsx'
export function TodayPage() {
  return <Page title="今日">{null}</Page>
}
