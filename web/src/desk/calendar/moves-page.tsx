import { confirmMoves, readMoves } from '@yingshang/core/calendar/contract'
import { deadlineListNames } from '@yingshang/core/calendar/labels.zh'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { CalendarTabs } from './calendar-tabs.tsx'
import { movingSentence, MovingTable, type MovingList } from './moving-table.tsx'

/** Open deadlines that the version in force counts differently: listed with both dates, moved only when somebody says so. */
export function MovesPage() {
  const [url] = useUrlState({ adopted: 'text' })
  const moves = useRead(readMoves)
  const waiting = moves.data?.lists.reduce((sum, list) => sum + list.total, 0) ?? 0
  return (
    <Page
      title="期限变动"
      state={
        moves.data &&
        (waiting === 0
          ? `在办的期限都已按第 ${moves.data.number} 版日历算过。`
          : `有 ${waiting} 件在办的期限按第 ${moves.data.number} 版日历会变动，确认以前一律不变；已办结的不变。`)
      }
      actions={waiting > 0 && <PrintButton label="打印清单" />}
    >
      <CalendarTabs here="/calendar/moves" />
      {url.adopted !== undefined && moves.data && String(moves.data.number) === url.adopted && (
        <p className="notice" role="status">
          已采用，现用第 {url.adopted} 版日历，从现在起新算的期限都用它。
          <Link to="/calendar">看全年</Link>
        </p>
      )}
      <Loaded query={moves}>
        {({ lists, number }) =>
          lists.length === 0 ? (
            <EmptyState title="没有期限需要变动">日历更新以后，会变动的在办期限逐类列在这里，由人确认。</EmptyState>
          ) : (
            lists.map((list) => <OneList key={list.list} list={list} number={number} />)
          )
        }
      </Loaded>
    </Page>
  )
}

function OneList({ list, number }: { list: MovingList; number: number }) {
  const confirm = useCommand(confirmMoves)
  const [ask, dialog] = useConfirm()
  const ids = list.items.map((one) => one.id)
  const rest = list.total - list.items.length
  return (
    <Section title={deadlineListNames[list.list]}>
      <div className="stack tight">
        <p>{movingSentence(list)}</p>
        {rest > 0 && (
          <p className="quiet">
            先列出并确认 {list.items.length} 件，其余 {rest} 件随后列出。
          </p>
        )}
        <ProblemNotice problem={confirm.problem} kept="期限没有变动。" />
        <div className="actions">
          <Button
            type="primary"
            loading={confirm.busy}
            disabled={confirm.busy}
            onClick={() =>
              ask({
                title: `按第 ${number} 版日历重算 ${ids.length} 件期限`,
                willHappen: '原来的日期保留在每件的记录里；到期日变动的，通知到有关单位。不确认，这些期限就保持原样。',
                yes: '确认重算',
                run: () => confirm.send({ params: { list: list.list }, body: { number, ids } }),
              })
            }
          >
            确认这 {ids.length} 件
          </Button>
        </div>
        <MovingTable list={list} />
      </div>
      {dialog}
    </Section>
  )
}
