import { askWithdrawal, reportResult, signCase } from '@yingshang/core/cases/action-contract'
import { offeredCaseActions, type OfferedCaseAction } from '@yingshang/core/cases/case-actions'
import type { offeredAction } from '@yingshang/core/cases/contract-parts'
import { caseActionNames } from '@yingshang/core/cases/labels.zh'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { ActionBar, type Action } from '../../ui/action-bar.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ActionForm, type FormAction } from './case-forms.tsx'
import type { ShownCase } from './use-case.ts'

/** Adjustments beside the work; the first other one that is allowed is the primary. */
const adjustments: readonly string[] = [
  'merge',
  'transfer',
  'classify',
  'handOver',
  'exitToStatutory',
  'urge',
  'markProminent',
  'correctMaskedText',
  'askWithdrawal',
  'askExtension',
  'decline',
] satisfies OfferedCaseAction[]

/** What may be done with the case now, by the server's list; a form takes the place of the buttons. */
export function CaseActions({ found }: { found: ShownCase }) {
  const [doing, setDoing] = useState<FormAction>()
  const [ask, dialog] = useConfirm()
  const signing = useCommand(signCase)
  const withdrawing = useCommand(askWithdrawal)
  const signingOff = useCommand(reportResult)
  const params = { caseId: found.id }
  const start = (name: OfferedCaseAction) => {
    if (name === 'sign') void signing.send({ params, body: {} })
    else if (name === 'askWithdrawal')
      ask({
        title: '登记反映人要求撤回？',
        willHappen: '登记以后须向反映人本人核实是否自愿，再决定撤回办结或者继续办理。',
        yes: '登记',
        run: () => withdrawing.send({ params, body: {} }),
      })
    else if (name !== 'addMessage') setDoing(name)
  }
  const signOff = () =>
    ask({
      title: '签发，向营商办反馈结果？',
      willHappen: '拟稿原样发出，承办期限停表，等营商办核查。',
      yes: '签发',
      run: () => signingOff.send({ params, body: { result: null } }),
    })
  const actions = found.actions.flatMap((one) => buttonsOf(one, found, start, signOff))
  const stillOffered = doing !== undefined && found.actions.some((one) => one.name === doing && one.allowed)
  if (doing && stillOffered)
    return <ActionForm key={doing} found={found} action={doing} done={() => setDoing(undefined)} />
  return (
    <>
      <ProblemNotice problem={signing.problem ?? withdrawing.problem ?? signingOff.problem} />
      <ActionBar actions={actions} busy={signing.busy || withdrawing.busy || signingOff.busy} />
      {dialog}
    </>
  )
}

function buttonsOf(
  offered: z.output<typeof offeredAction>,
  found: ShownCase,
  start: (name: OfferedCaseAction) => void,
  signOff: () => void,
): Action[] {
  const name = offeredCaseActions.find((one) => one === offered.name)
  if (name === undefined || name === 'addMessage') return []
  const refusal = offered.allowed ? undefined : (offered.refusal ?? { code: 'access.not-allowed' })
  const drafted = found.status === 'drafted'
  const action: Action = {
    key: `${found.id}-${name}`,
    label: labelOf(name, found),
    refusal,
    minor: adjustments.includes(name) || (drafted && (name === 'draft' || name === 'reportResult')),
    run: () => start(name),
  }
  if (!drafted || name !== 'reportResult') return [action]
  // A drafted result can go out as it is: that is the head's usual step.
  const asIs = { key: `${found.id}-sign-off`, label: '签发', refusal, run: signOff }
  return refusal ? [asIs] : [asIs, action]
}

function labelOf(name: OfferedCaseAction, found: ShownCase): string {
  if (found.status === 'drafted' && name === 'reportResult') return '改后签发'
  if (found.status === 'drafted' && name === 'draft') return '修改拟稿'
  if (name === 'markProminent' && found.prominent) return '取消突出问题'
  if (name === 'urge' && found.urges.length > 0) return '再次催办'
  return caseActionNames[name]
}
