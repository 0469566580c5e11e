import type { casePage } from '@yingshang/core/cases/contract'
import type { OfferedCaseAction } from '@yingshang/core/cases/case-actions'
import { caseActionNames } from '@yingshang/core/cases/labels.zh'
import type { Problem } from '@yingshang/core/kernel/problem'
import type { RouteContract } from '@yingshang/core/kernel/route'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Input } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { useDraft } from '../../ui/draft-keeper.ts'
import { wrongField } from '../../ui/field.tsx'
import { useSession } from '../frame/session.tsx'
import { FormFrame } from '../tasks/form-frame.tsx'
import { willHappen } from './will-happen.ts'

export interface CaseFormProps {
  readonly found: z.output<typeof casePage.reply>
  readonly action: OfferedCaseAction
  readonly done: () => void
}

export interface CaseForm<Value, Body> {
  readonly value: Value
  change(part: Partial<Value>): void
  send(body: Body): Promise<void>
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly restored: boolean
  /** The server's sentence about one field of the body. */
  wrong(path: string): string | undefined
}

/**
 * What one command of a case is filled in with. What was typed is kept in this browser until it was sent, for the case, the
 * command and the round, so that nothing is lost to a reload, an ended session or another tab.
 */
export function useCaseForm<Contract extends RouteContract<any, any, any, any>, Value extends object>(
  contract: Contract,
  { found, action, done }: CaseFormProps,
  empty: Value,
): CaseForm<Value, NonNullable<Input<Contract>['body']>> {
  const { me } = useSession()
  const kept = useDraft<Value>(`${me.personId}.${found.id}.${found.round}.${action}`, empty)
  const command = useCommand(contract)
  return {
    value: kept.value,
    change: (part) => kept.change({ ...kept.value, ...part }),
    async send(body) {
      if (!(await command.send({ params: { caseId: found.id }, body } as never))) return
      kept.clear()
      done()
    },
    busy: command.busy,
    problem: command.problem,
    restored: kept.restored,
    wrong: (path) => wrongField(command.problem, path),
  }
}

interface CaseFormFrameProps<Value, Body> {
  readonly of: CaseFormProps
  readonly form: CaseForm<Value, Body>
  readonly ready: boolean
  readonly body: () => Body
  readonly submit?: string
  readonly children?: ReactNode
}

/** The frame of every form of a case; what cannot be taken back asks once and says what will happen. */
export function CaseFormFrame<Value, Body>({
  of,
  form,
  ready,
  body,
  submit,
  children,
}: CaseFormFrameProps<Value, Body>) {
  const [ask, dialog] = useConfirm()
  const title = caseActionNames[of.action]
  const sure = willHappen[of.action]
  const send = () => void form.send(body())
  return (
    <>
      <FormFrame
        title={title}
        submit={submit ?? title}
        ready={ready}
        busy={form.busy}
        problem={form.problem}
        restored={form.restored}
        onSubmit={
          sure === undefined ? send : () => ask({ title: `${title}？`, willHappen: sure, yes: title, run: send })
        }
        onCancel={of.done}
      >
        {children}
      </FormFrame>
      {dialog}
    </>
  )
}
