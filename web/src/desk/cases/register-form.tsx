import { enteredSources, registerCase } from '@yingshang/core/cases/intake-contract'
import {
  caseKinds,
  submitterKinds,
  type CaseKind,
  type CaseSource,
  type SubmitterKind,
} from '@yingshang/core/cases/case-words'
import { caseKindNames, caseSourceNames, submitterKindNames } from '@yingshang/core/cases/labels.zh'
import { consents, type Consent } from '@yingshang/core/kernel/identity'
import { consentWords } from '@yingshang/core/vault/labels.zh'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { z } from 'zod'
import type { Input as Given } from '../../api/client.ts'
import type { Command } from '../../api/use-command.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { ChoiceField, choicesOf, WordsField } from './form-fields.tsx'

interface RegisterFormProps {
  readonly command: Command<typeof registerCase>
  readonly made: (made: z.output<typeof registerCase.reply>) => void
}

/**
 * What was said and by whom. The submitter's words and name are held by this page alone: they are not kept in the browser's
 * store as other forms' words are.
 */
export function RegisterForm({ command, made }: RegisterFormProps) {
  const { me, office } = useSession()
  const [kind, setKind] = useState<CaseKind>('complaint')
  const [source, setSource] = useState<CaseSource>(office ? 'telephone' : 'window')
  const [receivedOn, setReceivedOn] = useState<string | undefined>(me.businessDay)
  const [submitterKind, setSubmitterKind] = useState<SubmitterKind>('unknown')
  const [said, setSaid] = useState({ title: '', text: '', object: '' })
  const [identity, setIdentity] = useState({ name: '', mobile: '', company: '' })
  const [consent, setConsent] = useState<Consent>('doNotPassOn')
  const named = Object.values(identity).some((value) => value.trim() !== '')
  const wrong = (path: string) => wrongField(command.problem, path)
  const ready = said.title.trim() !== '' && said.text.trim() !== '' && receivedOn !== undefined
  const send = async () => {
    const body = {
      kind,
      source,
      receivedOn: receivedOn!,
      submitterKind,
      ...said,
      consent,
      identity: named ? identity : null,
    }
    const answer = await command.send({ body: body as NonNullable<Given<typeof registerCase>['body']> })
    if (answer) made(answer)
  }
  return (
    <form
      className="form"
      aria-label="登记"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !command.busy) void send()
      }}
    >
      <ChoiceField
        label="类型"
        value={kind}
        choices={choicesOf(caseKinds, caseKindNames)}
        onChange={(next) => next && setKind(next)}
      />
      <ChoiceField
        label="来源"
        value={source}
        choices={choicesOf(enteredSources, caseSourceNames)}
        onChange={(next) => next && setSource(next)}
        wrong={wrong('source')}
      />
      <Field label="收到日期" wrong={wrong('receivedOn')}>
        {(ids) => <DayField id={ids.id} value={receivedOn} max={me.businessDay} onChange={setReceivedOn} />}
      </Field>
      <Field label="一句话概括" wrong={wrong('title')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={100}
            value={said.title}
            onChange={(event) => setSaid({ ...said, title: event.target.value })}
          />
        )}
      </Field>
      <WordsField
        label="反映的内容"
        hint="照原话记。程序自动遮去能认出人的内容，再给承办单位看"
        most={8000}
        rows={6}
        value={said.text}
        onChange={(text) => setSaid({ ...said, text })}
        wrong={wrong('text')}
      />
      <WordsField
        label="反映对象"
        hint="哪个单位、窗口或者事项"
        optional
        most={200}
        rows={1}
        value={said.object}
        onChange={(object) => setSaid({ ...said, object })}
        wrong={wrong('object')}
      />
      <ChoiceField
        label="反映人是"
        value={submitterKind}
        choices={choicesOf(submitterKinds, submitterKindNames)}
        onChange={(next) => next && setSubmitterKind(next)}
      />
      <p className="quiet">姓名、电话只封存，不给承办单位。反映人不愿留的，都不填。</p>
      {(['name', 'mobile', 'company'] as const).map((name) => (
        <Field key={name} label={{ name: '姓名', mobile: '电话', company: '企业' }[name]} optional>
          {(ids) => (
            <Input
              {...ids}
              maxLength={name === 'company' ? 120 : 40}
              autoComplete="off"
              value={identity[name]}
              onChange={(event) => setIdentity({ ...identity, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {named && (
        <ChoiceField
          label="反映人的意愿"
          hint="要当面或者在电话里问清楚"
          value={consent}
          choices={choicesOf(consents, consentWords)}
          onChange={(next) => next && setConsent(next)}
        />
      )}
      <ProblemNotice problem={command.problem} kept="填写的内容还在，没有丢。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={command.busy}>
          登记
        </Button>
      </div>
    </form>
  )
}
