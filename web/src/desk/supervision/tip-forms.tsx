import { answerTip, concludeTip, declineTip, takeUpTip, transferTip } from '@yingshang/core/supervision/tip-contract'
import { tipActionNames, tipDeclineNames, tipOutcomeNames } from '@yingshang/core/supervision/labels.zh'
import { tipDeclines, tipOutcomes, type TipDecline, type TipOutcome } from '@yingshang/core/supervision/tip-state'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ChoiceField, choicesOf, WordsField } from '../cases/form-fields.tsx'
import { FormFrame } from '../tasks/form-frame.tsx'

type TipActionName = 'takeUp' | 'decline' | 'transfer' | 'conclude' | 'answer'

interface TipActionsProps {
  readonly tipId: string
  readonly actions: readonly TipActionName[]
}

/** What discipline inspection may do with a tip now. Words to the submitter are kept on this page only, never in the browser's store. */
export function TipActions({ tipId, actions }: TipActionsProps) {
  const [doing, setDoing] = useState<TipActionName>()
  const [because, setBecause] = useState<TipDecline | null>(null)
  const [outcome, setOutcome] = useState<TipOutcome | null>(null)
  const [to, setTo] = useState('')
  const [text, setText] = useState('')
  const [ask, dialog] = useConfirm()
  const takeUp = useCommand(takeUpTip)
  const decline = useCommand(declineTip)
  const transfer = useCommand(transferTip)
  const conclude = useCommand(concludeTip)
  const answer = useCommand(answerTip)
  const params = { tipId }
  const close = () => {
    setDoing(undefined)
    setText('')
  }
  const finish = async (sent: Promise<unknown>) => {
    if (await sent) close()
  }
  if (doing === undefined || !actions.includes(doing))
    return (
      <>
        <ProblemNotice problem={takeUp.problem} />
        <ActionBar
          busy={takeUp.busy}
          actions={actions.map((name) => ({
            key: `${tipId}-${name}`,
            label: tipActionNames[name],
            minor: name === 'transfer' || name === 'decline',
            run: () => (name === 'takeUp' ? void takeUp.send({ params, body: {} }) : setDoing(name)),
          }))}
        />
      </>
    )
  const forms = {
    takeUp: { command: takeUp, ready: true, sure: '', run: () => takeUp.send({ params, body: {} }) },
    decline: {
      command: decline,
      ready: because !== null,
      sure: '这一件就此结束，反映人在回执页面看到不予受理的情形。不能恢复。',
      run: () => decline.send({ params, body: { because: because! } }),
    },
    transfer: {
      command: transfer,
      ready: to.trim() !== '',
      sure: '这一件转由接收机关办理，不能收回。',
      run: () => transfer.send({ params, body: { to } }),
    },
    conclude: {
      command: conclude,
      ready: outcome !== null,
      sure: '了结以后不能恢复核查。',
      run: () => conclude.send({ params, body: { outcome: outcome! } }),
    },
    answer: {
      command: answer,
      ready: text.trim() !== '',
      sure: '答复在反映人的回执页面可见，发出以后不能修改。',
      run: () => answer.send({ params, body: { text } }),
    },
  } as const
  const form = forms[doing]
  const label = tipActionNames[doing]
  return (
    <>
      <FormFrame
        title={label}
        submit={label}
        ready={form.ready}
        busy={form.command.busy}
        problem={form.command.problem}
        onSubmit={() => ask({ title: `${label}？`, willHappen: form.sure, yes: label, run: () => finish(form.run()) })}
        onCancel={() => setDoing(undefined)}
      >
        {doing === 'decline' && (
          <ChoiceField
            label="哪一种情形"
            value={because}
            choices={choicesOf(tipDeclines, tipDeclineNames)}
            onChange={setBecause}
          />
        )}
        {doing === 'conclude' && (
          <ChoiceField
            label="核查结果"
            value={outcome}
            choices={choicesOf(tipOutcomes, tipOutcomeNames)}
            onChange={setOutcome}
          />
        )}
        {doing === 'transfer' && (
          <Field label="接收机关" wrong={wrongField(transfer.problem, 'to')}>
            {(ids) => <Input {...ids} maxLength={100} value={to} onChange={(event) => setTo(event.target.value)} />}
          </Field>
        )}
        {doing === 'answer' && (
          <WordsField
            label="答复"
            hint="对反映人称“您”"
            most={4000}
            rows={5}
            value={text}
            onChange={setText}
            wrong={wrongField(answer.problem, 'text')}
          />
        )}
      </FormFrame>
      {dialog}
    </>
  )
}
