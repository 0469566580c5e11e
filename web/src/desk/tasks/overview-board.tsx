import { Link } from '@tanstack/react-router'
import { overview, type Overview } from '@yingshang/core/tasks/overview-contract'
import type { FigureName } from '@yingshang/core/tasks/overview-figures'
import { figureWords } from '@yingshang/core/tasks/overview-labels.zh'
import { useRead } from '../../api/use-read.ts'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { CampaignHead } from '../frame/session.tsx'
import './overview-board.css'
import { OverviewFigures } from './overview-figures.tsx'
import { Groups, WhoIsLate } from './overview-late.tsx'
import { OverviewLists } from './overview-lists.tsx'
import { OverviewUnits } from './overview-units.tsx'
import { WorseSection } from './worse-section.tsx'

interface OverviewBoardProps {
  readonly campaign: CampaignHead
  /** A leader reads who is late, on one sheet of paper; the overview lists every unit in its group. */
  readonly units: 'late' | 'all'
}

/** Where we stand, who is late, what is getting worse; every figure opens down to its cases. */
export function OverviewBoard({ campaign, units }: OverviewBoardProps) {
  const board = useRead(overview, { params: { campaignId: campaign.id } })
  return (
    <Loaded query={board}>
      {(found) => (
        <div className={units === 'late' ? 'leader-page' : undefined}>
          <OverviewFigures board={found} />
          <p className="quiet small" style={{ marginTop: 6 }}>
            除第一个数外，都按各单位的部分计数：共 {found.total.figures.held.parts} 个部分，{found.tasks.all} 项任务；
            <Count board={found} figure="unsigned" />，<Count board={found} figure="returned" />。
          </p>
          {units === 'late' ? <LeaderColumns board={found} /> : <AllColumns board={found} />}
        </div>
      )}
    </Loaded>
  )
}

function LeaderColumns({ board }: { board: Overview }) {
  return (
    <div className="today-columns">
      <div>
        <WorseSection board={board} />
        <WhoIsLate board={board} />
      </div>
      <div>
        <OverviewLists board={board} />
        <Groups board={board} />
      </div>
    </div>
  )
}

function AllColumns({ board }: { board: Overview }) {
  return (
    <div className="today-columns">
      <div>
        <WorseSection board={board} />
        <OverviewLists board={board} />
      </div>
      <div>
        <OverviewUnits board={board} />
      </div>
    </div>
  )
}

function Count({ board, figure }: { board: Overview; figure: FigureName }) {
  return (
    <Link to="/tasks" search={{ figure } as never}>
      {figureWords[figure]} {board.total.figures[figure].parts} 个
    </Link>
  )
}
