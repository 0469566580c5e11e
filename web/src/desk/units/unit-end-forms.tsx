import { Link } from '@tanstack/react-router'
import { closeUnit, mergeUnit } from '@yingshang/core/units/units-contract'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import type { UnitChangeProps } from './unit-change-forms.tsx'
import { UnitChoice } from './unit-choice.tsx'
import { useUnits } from './use-units.ts'

export function MergeForm({ detail: { unit, people } }: UnitChangeProps) {
  const { me } = useSession()
  const { byId } = useUnits()
  const merge = useCommand(mergeUnit)
  const [into, setInto] = useState<string>()
  const [on, setOn] = useState<string | undefined>(me.businessDay)
  const [ask, dialog] = useConfirm()
  const receiver = into === undefined ? undefined : byId.get(into)?.shortName
  if (merge.data) {
    const { headsToSettle } = merge.data
    return (
      <div className="stack">
        <p className="notice" role="status">
          {unit.shortName}已并入{receiver}，{merge.data.peopleMoved} 人转入。
        </p>
        {headsToSettle.length > 0 && (
          <div className="notice caution">
            <p>原主要负责人的任职已经结束，请安排新的岗位：</p>
            <ul className="plain">
              {headsToSettle.map((person) => (
                <li key={person.personId}>
                  <Link to={`/people/${person.personId}`}>{person.name}</Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="actions">
          <LinkButton to={`/units/${into}`} primary>
            打开{receiver}
          </LinkButton>
        </div>
      </div>
    )
  }
  const submit = () =>
    ask({
      title: `把${unit.shortName}并入${receiver ?? '所选单位'}？`,
      willHappen: `${people.length} 名人员转入${receiver ?? '新单位'}，没办结的任务一并划转，期限不变；原主要负责人的任职结束。“${unit.shortName}”保留为新单位的别的叫法。不能撤回。`,
      yes: '并入',
      grave: true,
      run: () => merge.send({ params: { unitId: unit.unitId }, body: { into: into!, on: on! } }),
    })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className="notice caution">
        人员转入新单位，没办结的任务一并划转，原主要负责人的任职结束。只是换了名称的，用“改名”。
      </p>
      <Field label="并入哪个单位" wrong={wrongField(merge.problem, 'into')}>
        {(ids) => <UnitChoice id={ids.id} label="并入哪个单位" value={into} onChange={setInto} />}
      </Field>
      <Field label="从哪一天起" wrong={wrongField(merge.problem, 'on')}>
        {(ids) => <DayField id={ids.id} value={on} onChange={setOn} />}
      </Field>
      <ProblemNotice problem={merge.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" danger htmlType="submit" disabled={!into || !on} loading={merge.busy}>
          并入
        </Button>
      </div>
      {dialog}
    </form>
  )
}

export function CloseForm({ detail: { unit, children, people }, done }: UnitChangeProps) {
  const close = useCommand(closeUnit)
  const [ask, dialog] = useConfirm()
  const submit = () =>
    ask({
      title: `撤销${unit.shortName}？`,
      willHappen: '撤销后不能再交办任务给它，也不能再登记人员；办过的记录都保留。不能撤回。',
      yes: '撤销',
      grave: true,
      run: async () => {
        if (await close.send({ params: { unitId: unit.unitId } })) done()
      },
    })
  return (
    <div className="form">
      <p className="notice caution">
        撤销以后{unit.shortName}不再出现在交办和登记的单位里，记录保留。职能和任务转到别的单位的，用“并入另一个单位”。
      </p>
      {children.length > 0 && <p>它有 {children.length} 个内设机构或下属单位，先把它们移走或者撤销。</p>}
      {people.length > 0 && <p>它还有在岗人员 {people.length} 名，先把他们调到别的单位。</p>}
      <ProblemNotice problem={close.problem} />
      <div className="actions">
        <Button type="primary" danger loading={close.busy} onClick={submit}>
          撤销单位
        </Button>
      </div>
      {dialog}
    </div>
  )
}
