import { Link } from '@tanstack/react-router'
import { handOver, handOverPreview } from '@yingshang/core/units/people-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import type { UnitDetail } from './unit-detail.ts'

/** From one liaison to the next, with the open items in hand. */
export function HandOverForm({ detail, done }: { detail: UnitDetail; done: () => void }) {
  const { me } = useSession()
  const liaisons = detail.people.filter((person) => person.role === 'unitLiaison' && person.kind === 'post')
  const [from, setFrom] = useState<string | undefined>(liaisons.length === 1 ? liaisons[0]!.personId : undefined)
  const [to, setTo] = useState<string>()
  const [on, setOn] = useState<string | undefined>(me.businessDay)
  const [note, setNote] = useState('')
  const send = useCommand(handOver)
  const unitId = detail.unit.unitId
  const preview = useRead(
    handOverPreview,
    { params: { unitId, personId: from ?? '' } },
    { enabled: from !== undefined },
  )
  const people = [...new Map(detail.people.map((person) => [person.personId, person.name]))]
  if (send.data) {
    return (
      <div className="stack">
        <p className="notice">已更换。{send.data.openItems.length} 件没办结的事项归新联络员办理。</p>
        <div className="actions">
          <Button type="primary" onClick={done}>
            好
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send.send({ params: { unitId }, body: { from: from!, to: to!, on: on!, note } })
      }}
    >
      <Field label="原联络员" wrong={wrongField(send.problem, 'from')}>
        {(ids) => (
          <Select
            {...ids}
            value={from}
            onChange={setFrom}
            options={liaisons.map((one) => ({ value: one.personId, label: one.name }))}
          />
        )}
      </Field>
      <Field label="新联络员" hint="先登记为本单位人员" wrong={wrongField(send.problem, 'to')}>
        {(ids) => (
          <Select
            {...ids}
            value={to}
            onChange={setTo}
            options={people.filter(([id]) => id !== from).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <Field label="从哪一天起" wrong={wrongField(send.problem, 'on')}>
        {(ids) => <DayField id={ids.id} value={on} onChange={setOn} />}
      </Field>
      <Field label="交接说明" optional>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {from && (
        <Loaded query={preview}>
          {(found) => (
            <div>
              <h3>名下没办结的事项（{found.openItems.length}）</h3>
              <ul className="plain small">
                {found.openItems.map((item) => (
                  <li key={item.path + item.label}>
                    <Link to={item.path}>{item.label}</Link>
                    {item.dueOn && <span className="quiet">　{item.dueOn} 到期</span>}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Loaded>
      )}
      <ProblemNotice problem={send.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!from || !to || !on} loading={send.busy}>
          更换
        </Button>
      </div>
    </form>
  )
}
