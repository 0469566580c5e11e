import { roleNames } from '@yingshang/core/units/labels.zh'
import { giveDelegation, withdrawDelegation } from '@yingshang/core/units/people-contract'
import { unitPage } from '@yingshang/core/units/units-contract'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import type { PersonDetail } from './person-detail.ts'

/** Posts lent with dates; the person themselves lends and takes back. */
export function Delegations({ person }: { person: PersonDetail }) {
  const { me } = useSession()
  const withdraw = useCommand(withdrawDelegation)
  const [giving, setGiving] = useState(false)
  return (
    <div className="stack tight">
      {person.given.length === 0 && <p className="quiet">没有委托别人代行。</p>}
      <ul className="plain">
        {person.given.map((one) => (
          <li key={one.delegationId} className="row">
            <span>
              {one.unitName} {roleNames[one.role]}，由{one.to.name}代行，{one.fromDay} 至 {one.untilDay}
            </span>
            {person.may.delegate && (
              <button
                type="button"
                className="as-link"
                onClick={() =>
                  void withdraw.send({
                    params: { personId: person.personId, delegationId: one.delegationId },
                    body: { lastDay: me.businessDay },
                  })
                }
              >
                收回
              </button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={withdraw.problem} />
      {person.may.delegate &&
        (giving ? (
          <GiveDelegation person={person} done={() => setGiving(false)} />
        ) : (
          <div className="actions">
            <Button onClick={() => setGiving(true)}>委托别人代行</Button>
          </div>
        ))}
    </div>
  )
}

function GiveDelegation({ person, done }: { person: PersonDetail; done: () => void }) {
  const { me } = useSession()
  const posts = person.posts.filter((post) => post.today && post.kind === 'post')
  const [postId, setPostId] = useState(posts[0]?.id)
  const [to, setTo] = useState<string>()
  const [fromDay, setFromDay] = useState<string | undefined>(me.businessDay)
  const [untilDay, setUntilDay] = useState<string>()
  const give = useCommand(giveDelegation)
  const post = posts.find((one) => one.id === postId)
  const unit = useRead(unitPage, { params: { unitId: post?.unitId ?? '' } }, { enabled: post !== undefined })
  const others = [...new Map((unit.data?.people ?? []).map((one) => [one.personId, one.name]))].filter(
    ([id]) => id !== person.personId,
  )
  const submit = async () => {
    const body = { to: to!, role: post!.role, unitId: post!.unitId, fromDay: fromDay!, untilDay: untilDay! }
    if (await give.send({ body })) done()
  }
  return (
    <form
      className="form notice"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label="哪个岗位">
        {(ids) => (
          <Select
            {...ids}
            value={postId}
            onChange={setPostId}
            options={posts.map((one) => ({ value: one.id, label: `${one.unitName} ${roleNames[one.role]}` }))}
          />
        )}
      </Field>
      <Field label="由谁代行" hint="本单位的人" wrong={wrongField(give.problem, 'to')}>
        {(ids) => (
          <Select {...ids} value={to} onChange={setTo} options={others.map(([value, label]) => ({ value, label }))} />
        )}
      </Field>
      <Field label="从哪天" wrong={wrongField(give.problem, 'fromDay')}>
        {(ids) => <DayField id={ids.id} min={me.businessDay} value={fromDay} onChange={setFromDay} />}
      </Field>
      <Field label="到哪天" wrong={wrongField(give.problem, 'untilDay')}>
        {(ids) => <DayField id={ids.id} min={fromDay ?? me.businessDay} value={untilDay} onChange={setUntilDay} />}
      </Field>
      <ProblemNotice problem={give.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!to || !post || !fromDay || !untilDay} loading={give.busy}>
          委托
        </Button>
        <Button onClick={done}>先不办</Button>
      </div>
    </form>
  )
}
