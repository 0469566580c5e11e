import { Link } from '@tanstack/react-router'
import { boardFigures, type BoardFigure } from '@yingshang/core/cases/board-figures'
import { caseBoard } from '@yingshang/core/cases/contract'
import { boardFigureNames } from '@yingshang/core/cases/labels.zh'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { alertChoices } from './queue-filters.tsx'

type Board = z.output<typeof caseBoard.reply>

const groups: readonly (readonly [string, readonly BoardFigure[]])[] = [
  ['期限', ['overdue', 'dueToday', 'supplementOverdue']],
  ['受理和交办', ['new', 'unassigned', 'decisionNeeded', 'extensionAsked']],
  ['核查和反馈', ['toVerify', 'toInform', 'toHear', 'reworkAsked', 'toConclude', 'toFollowUp']],
  ['反映人', ['messageWaiting', 'withdrawalAsked']],
]

/** Every figure of the office, each opening down to exactly its cases. */
export function BoardPage() {
  const { campaign } = useSession()
  const board = useRead(caseBoard, { query: { campaignId: campaign?.id } })
  return (
    <Page title="看板" state={board.data && `没有办结的 ${board.data.open} 件。`} actions={<PrintButton />}>
      <CaseTabs here="/cases/board" />
      <Loaded query={board}>{(found) => <BoardFigures board={found} />}</Loaded>
    </Page>
  )
}

function BoardFigures({ board }: { board: Board }) {
  const count = (name: BoardFigure) => board.figures.find((one) => one.name === name)?.count ?? 0
  if (board.open === 0 && boardFigures.every((name) => count(name) === 0))
    return <EmptyState title="没有要办的件">登记的投诉按要办的事项在这里计数，每个数都能点开。</EmptyState>
  return (
    <>
      {groups.map(([title, names]) => (
        <Section key={title} title={title}>
          <Figures
            figures={names.map((name) => ({
              label: boardFigureNames[name],
              value: count(name),
              to: '/cases',
              search: { figure: name },
              late: name === 'overdue' || name === 'supplementOverdue',
            }))}
          />
        </Section>
      ))}
      <Section title="没有办结的，按红黄蓝灯">
        <Figures
          figures={alertChoices.map(({ value, label }) => ({
            label,
            value: value
              .split(',')
              .reduce((sum, one) => sum + (board.alerts.find((a) => a.value === one)?.count ?? 0), 0),
            to: '/cases',
            search: { alert: value },
            late: value === 'red',
          }))}
        />
      </Section>
      <Suggestions board={board} />
    </>
  )
}

/** What the rules' ladder suggests; nothing of it happens by itself. */
function Suggestions({ board }: { board: Board }) {
  return (
    <Section title={`督促建议（${board.suggestions.length}）`}>
      {board.suggestions.length === 0 && (
        <p className="quiet">没有到催办、督办、约谈、通报条件的件。到了条件会列在这里，由人决定办不办。</p>
      )}
      {board.suggestions.map(({ rung, case: one, unit, overdueDays }) => (
        <p key={`${one.id}-${rung.code}`} className="worse-line">
          <span>
            <span className="tag strong">{rung.name}</span>　<Link to={`/cases/${one.id}`}>{one.title}</Link>
          </span>
          <span className="quiet small">
            {unit.name}　{one.number}　逾期 {overdueDays} 个工作日
          </span>
        </p>
      ))}
    </Section>
  )
}
