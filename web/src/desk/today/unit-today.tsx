import { Link } from '@tanstack/react-router'
import { myUnit } from '@yingshang/core/tasks/assignment-contract'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { CampaignHead } from '../frame/session.tsx'
import { MyPart } from '../tasks/my-part.tsx'

type Mine = z.output<typeof myUnit.reply>

/** What waits for a signature or came back first for who signs; then mine by date. */
export function UnitToday({ campaign }: { campaign: CampaignHead }) {
  const mine = useRead(myUnit, { query: { campaignId: campaign.id, show: 'toDo', size: 20 } })
  return <Loaded query={mine}>{(found) => <Board found={found} />}</Loaded>
}

function Board({ found }: { found: Mine }) {
  const { counts, signs, parts, toTake } = found
  const toSignOff = signs ? parts.filter((part) => part.status === 'drafted') : []
  const returned = signs ? parts.filter((part) => part.status === 'returned') : []
  const others = parts.filter((part) => !toSignOff.includes(part) && !returned.includes(part))
  const figures = [
    ['toSignOff', '待签发', counts.toSignOff],
    ['returned', '退回要改', counts.returned],
    ['toSign', '待签收', counts.toSign],
    ['overdue', '逾期', counts.overdue],
    ['dueSoon', '临期', counts.dueSoon],
  ] as const
  return (
    <>
      <Figures
        figures={[
          ...figures.map(([show, label, value]) => ({
            label,
            value,
            to: '/tasks/mine',
            search: { show },
            late: show === 'overdue',
          })),
          { label: '等着接收', value: counts.toTake, to: '/tasks/mine' },
        ]}
      />
      <Group title="等着签发" total={counts.toSignOff} parts={toSignOff} show="toSignOff" />
      <Group title="退回要改" total={counts.returned} parts={returned} show="returned" />
      {toTake.length > 0 && (
        <Section title={`交到本单位、等着接收的（${toTake.length}）`}>
          {toTake.map((part) => (
            <MyPart key={part.id} part={part} owing={[]} />
          ))}
        </Section>
      )}
      <Section
        title={toSignOff.length + returned.length > 0 ? '其余在本单位手里的，按到期日' : '在本单位手里的，按到期日'}
        more={<Link to="/tasks/mine">全部 {found.total} 项</Link>}
      >
        {parts.length === 0 && <EmptyState title="手里没有任务">交办给本单位的任务会出现在这里。</EmptyState>}
        {others.map((part) => (
          <MyPart key={part.id} part={part} owing={part.owing} mine />
        ))}
      </Section>
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly total: number
  readonly parts: Mine['parts']
  readonly show: 'toSignOff' | 'returned'
}

/** What somebody comes for; nothing at all while there is nothing. */
function Group({ title, total, parts, show }: GroupProps) {
  if (parts.length === 0) return null
  const more = total > parts.length && (
    <Link to="/tasks/mine" search={{ show } as never}>
      全部 {total} 项
    </Link>
  )
  return (
    <Section title={`${title}（${total}）`} more={more}>
      {parts.map((part) => (
        <MyPart key={part.id} part={part} owing={part.owing} mine />
      ))}
    </Section>
  )
}
