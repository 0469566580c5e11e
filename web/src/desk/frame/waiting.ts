import { caseBoard } from '@yingshang/core/cases/contract'
import { unitInbox } from '@yingshang/core/cases/unit-contract'
import { myUnit, waitingForOffice } from '@yingshang/core/tasks/assignment-contract'
import { useRead } from '../../api/use-read.ts'
import { useSession } from './session.tsx'

/** Figures of cases in which the next step is the office's; no case is in two of them. */
const officeSteps: readonly string[] = [
  'new',
  'unassigned',
  'decisionNeeded',
  'extensionAsked',
  'toVerify',
  'toInform',
  'reworkAsked',
  'toConclude',
]
const fiveMinutes = 300_000

/** How many things wait for this person, by place. Capabilities that count are added here. */
export function useWaiting(): Readonly<Record<string, number>> {
  const { campaign, office, is } = useSession()
  const inUnit = is('unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff')
  const forOffice = useRead(
    waitingForOffice,
    { query: { campaignId: campaign?.id ?? '' } },
    { enabled: office && campaign !== undefined, every: fiveMinutes },
  )
  const forUnit = useRead(
    myUnit,
    { query: { campaignId: campaign?.id, show: 'toDo', size: 20 } },
    { enabled: inUnit && campaign !== undefined, every: fiveMinutes },
  )
  const officeCases = useRead(
    caseBoard,
    { query: { campaignId: campaign?.id } },
    { enabled: office && campaign !== undefined, every: fiveMinutes },
  ).data
  const unitCases = useRead(
    unitInbox,
    { query: { show: 'toDo', size: 20 } },
    { enabled: inUnit && campaign !== undefined, every: fiveMinutes },
  ).data?.counts
  const counts = forUnit.data?.counts
  const mine = counts ? counts.toSign + counts.toSignOff + counts.returned + counts.toTake : 0
  const theirs = forOffice.data ? forOffice.data.parts.length + forOffice.data.requests.length : 0
  const steps = officeCases?.figures.filter((one) => officeSteps.includes(one.name)) ?? []
  const cases =
    steps.reduce((sum, one) => sum + one.count, 0) +
    (unitCases ? unitCases.toSign + unitCases.toSignOff + unitCases.returned + unitCases.partsOwed : 0)
  return { '/tasks': mine + theirs, '/cases': cases }
}
