import { Link } from '@tanstack/react-router'
import type { BoardFigure } from '@yingshang/core/cases/board-figures'
import { caseBoard } from '@yingshang/core/cases/contract'
import { boardFigureNames } from '@yingshang/core/cases/labels.zh'
import { leaderSummary } from '@yingshang/core/cases/summary-contract'
import { unitInbox } from '@yingshang/core/cases/unit-contract'
import { useRead } from '../../api/use-read.ts'
import { Figures } from '../../ui/figures.tsx'
import { Section } from '../../ui/page.tsx'
import './cases.css'
import { inboxFigures } from './inbox-words.ts'
import { LeaderBlock } from './leader-block.tsx'

const shown: readonly BoardFigure[] = [
  'new',
  'unassigned',
  'decisionNeeded',
  'extensionAsked',
  'toVerify',
  'toInform',
  'reworkAsked',
  'dueToday',
  'overdue',
]

/** The office's cases of the day; nothing at all while there are none. */
export function OfficeCases({ campaignId }: { campaignId: string }) {
  const board = useRead(caseBoard, { query: { campaignId } }).data
  if (!board || board.open === 0) return null
  return (
    <>
      <Section title={`线索投诉（没有办结的 ${board.open} 件）`} more={<Link to="/cases/board">看板</Link>}>
        <Figures
          figures={shown.map((name) => ({
            label: boardFigureNames[name],
            value: board.figures.find((one) => one.name === name)?.count ?? 0,
            to: '/cases',
            search: { figure: name },
            late: name === 'overdue',
          }))}
        />
      </Section>
      <TasksFollow />
    </>
  )
}

/** What the unit has in hand of cases; nothing at all while there is nothing. */
export function UnitCases() {
  const inbox = useRead(unitInbox, { query: { show: 'toDo', size: 20 } }).data
  if (!inbox || inbox.total === 0) return null
  return (
    <>
      <Section title={`线索投诉（在本单位手里 ${inbox.total} 件）`} more={<Link to="/cases/mine">本单位办件</Link>}>
        <Figures figures={inboxFigures(inbox.counts).map((one) => ({ ...one, to: '/cases/mine' }))} />
      </Section>
      <TasksFollow />
    </>
  )
}

/** Under the figures of cases the figures of tasks follow, which have no heading of their own. */
function TasksFollow() {
  return (
    <div className="section tasks-follow">
      <h2>任务清单</h2>
    </div>
  )
}

/** Where complaints stand, for a leader: the last four weeks. */
export function LeaderCases({ campaignId }: { campaignId: string }) {
  const summary = useRead(leaderSummary, { query: { campaignId } }).data
  if (!summary || summary.open + summary.received.now + summary.received.before === 0) return null
  return (
    <Section title={`线索投诉（${summary.from} 至 ${summary.to}）`} more={<Link to="/cases/summary">领导一页</Link>}>
      <LeaderBlock found={summary} />
    </Section>
  )
}
