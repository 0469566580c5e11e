import { Link } from '@tanstack/react-router'
import { readStatus } from '@yingshang/core/status/contract'
import Button from 'antd/es/button'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { momentText } from '../../ui/day.ts'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { StatusTabs } from './status-tabs.tsx'
import { LevelMark } from './level-mark.tsx'
import { statusSentence } from './status-sentence.ts'

type Check = z.output<typeof readStatus.reply>['checks'][number]

const oneMinute = 60_000

const columns: readonly Column<Check>[] = [
  { key: 'title', title: '项目', width: '9rem', card: 'title', render: (one) => <b>{one.title}</b> },
  { key: 'level', title: '状态', width: '8rem', render: (one) => <LevelMark level={one.level} /> },
  {
    key: 'text',
    title: '情况',
    card: 'plain',
    render: (one) => (
      <>
        {one.text} <WhereToLook check={one} />
      </>
    ),
  },
]

/** Disk, backup, queues, calendar, protection and channels, each in one plain sentence. */
export function StatusPage() {
  const status = useRead(readStatus, {}, { every: oneMinute })
  const found = status.data
  return (
    <Page
      title="运行状态"
      state={found && `${statusSentence(found.checks)}${momentText(found.at)} 查看${trial(found.mode)}。`}
      actions={
        <>
          <Button disabled={status.isFetching} onClick={() => void status.refetch()}>
            重新查看
          </Button>
          <PrintButton />
        </>
      }
    >
      <StatusTabs here="/status" />
      <Loaded query={status}>
        {({ checks }) => <ListTable label="运行状态" columns={columns} rows={checks} rowKey={(one) => one.key} />}
      </Loaded>
    </Page>
  )
}

function trial(mode: 'trial' | 'production'): string {
  return mode === 'trial' ? '，试用模式' : ''
}

/** The page where the matter is seen to, for who may open it. */
function WhereToLook({ check }: { check: Check }) {
  const { is, office } = useSession()
  const channel = check.key === 'mail' || check.key === 'robots'
  if (channel && check.level !== 'fine' && is('administrator')) {
    return (
      <Link className="no-print" to={check.level === 'off' ? '/channels' : '/deliveries'}>
        {check.level === 'off' ? '渠道设置' : '看送达情况'}
      </Link>
    )
  }
  if (check.key === 'calls' && check.level !== 'off' && office) {
    return (
      <Link className="no-print" to="/calls">
        看电话催办
      </Link>
    )
  }
  if (check.key === 'calendar' && check.level !== 'fine') {
    return (
      <Link className="no-print" to="/calendar">
        看工作日历
      </Link>
    )
  }
  return null
}
