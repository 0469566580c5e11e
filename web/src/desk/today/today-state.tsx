import { myUnit } from '@yingshang/core/tasks/assignment-contract'
import { overview } from '@yingshang/core/tasks/overview-contract'
import { useRead } from '../../api/use-read.ts'
import { useSession, type CampaignHead } from '../frame/session.tsx'
import { countsText } from '../tasks/counts-text.ts'

/** One sentence of state for whoever opens the day; the boards below read the same and ask for nothing more. */
export function TodayState({ campaign }: { campaign: CampaignHead }) {
  const { office, is } = useSession()
  if (office || is('leader', 'governmentSupervision', 'auditor')) return <BoardState campaign={campaign} />
  if (is('unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff')) return <UnitState campaign={campaign} />
  return null
}

function BoardState({ campaign }: { campaign: CampaignHead }) {
  const board = useRead(overview, { params: { campaignId: campaign.id } }).data
  if (!board) return null
  const { figures } = board.total
  const done = board.tasks.concluded + board.tasks.routine
  return `${board.tasks.all} 项任务办完 ${done} 项；各单位的部分里，逾期 ${figures.overdue.parts} 个，等着核查 ${figures.toVerify.parts} 个，等着批的申请 ${figures.requested.parts} 件。`
}

function UnitState({ campaign }: { campaign: CampaignHead }) {
  const mine = useRead(myUnit, { query: { campaignId: campaign.id, show: 'toDo', size: 20 } }).data
  if (!mine?.unit) return null
  return `${mine.unit.name}：${countsText(mine.counts)}`
}
