import { addUnitAlias, moveUnit, removeUnitAlias, renameUnit } from '@yingshang/core/units/units-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { UnitChoice } from './unit-choice.tsx'
import type { UnitDetail } from './unit-detail.ts'
import { useUnits } from './use-units.ts'

export interface UnitChangeProps {
  readonly detail: UnitDetail
  readonly done: () => void
}

export function RenameForm({ detail: { unit }, done }: UnitChangeProps) {
  const rename = useCommand(renameUnit)
  const [name, setName] = useState(unit.name)
  const [shortName, setShortName] = useState(unit.shortName)
  const [ask, dialog] = useConfirm()
  const unchanged = name.trim() === unit.name && shortName.trim() === unit.shortName
  const submit = () =>
    ask({
      title:
        shortName.trim() === unit.shortName
          ? `把${unit.shortName}的全称改为“${name.trim()}”？`
          : `把${unit.shortName}改名为${shortName.trim()}？`,
      willHappen: '从现在起各处都用新名称。原来的全称和简称保留为别的叫法，按原名照样找得到；已经办过的记录不变。',
      yes: '改名',
      run: async () => {
        if (await rename.send({ params: { unitId: unit.unitId }, body: { name, shortName } })) done()
      },
    })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label="新全称" wrong={wrongField(rename.problem, 'name')}>
        {(ids) => <Input {...ids} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="新简称" hint="清单和台账里显示简称" wrong={wrongField(rename.problem, 'shortName')}>
        {(ids) => (
          <Input {...ids} maxLength={60} value={shortName} onChange={(event) => setShortName(event.target.value)} />
        )}
      </Field>
      <ProblemNotice problem={rename.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={rename.busy}
          disabled={unchanged || name.trim() === '' || shortName.trim() === ''}
        >
          改名
        </Button>
      </div>
      {dialog}
    </form>
  )
}

export function AliasForm({ detail }: UnitChangeProps) {
  const params = { unitId: detail.unit.unitId }
  const add = useCommand(addUnitAlias)
  const remove = useCommand(removeUnitAlias)
  const [alias, setAlias] = useState('')
  return (
    <div className="stack">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void add.send({ params, body: { alias } }).then((sent) => sent && setAlias(''))
        }}
      >
        <Field
          label="增加一个叫法"
          hint={`文件里这样写的，都认作${detail.unit.shortName}`}
          wrong={wrongField(add.problem, 'alias')}
        >
          {(ids) => <Input {...ids} maxLength={60} value={alias} onChange={(event) => setAlias(event.target.value)} />}
        </Field>
        <ProblemNotice problem={add.problem ?? remove.problem} kept="填写的内容还在。" />
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={alias.trim() === ''} loading={add.busy}>
            增加
          </Button>
        </div>
      </form>
      <div>
        <h3>现有的叫法（{detail.aliases.length}）</h3>
        {detail.aliases.length === 0 && <p className="quiet">还没有。</p>}
        <ul className="files">
          {detail.aliases.map((one) => (
            <li key={one}>
              <span>{one}</span>
              <button
                type="button"
                className="as-link small"
                disabled={remove.busy}
                onClick={() => void remove.send({ params, body: { alias: one } })}
              >
                删去<span className="only-read">{one}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export function MoveForm({ detail: { unit, ancestors }, done }: UnitChangeProps) {
  const move = useCommand(moveUnit)
  const { byId } = useUnits()
  const [parentId, setParentId] = useState<string>()
  const [ask, dialog] = useConfirm()
  const above = ancestors.at(-1)
  const submit = () =>
    ask({
      title: `把${unit.shortName}移到${byId.get(parentId!)?.shortName ?? '所选单位'}之下？`,
      willHappen:
        '它的内设机构和下属单位一起移动。新上级的人员看得到它的任务，原上级的人员不再看得到。移错了可以再移回来。',
      yes: '移动',
      run: async () => {
        if (await move.send({ params: { unitId: unit.unitId }, body: { parentId: parentId! } })) done()
      },
    })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {above && <p className="quiet">现在的上级是{above.shortName}。</p>}
      <Field label="新的上级" wrong={wrongField(move.problem, 'parentId')}>
        {(ids) => <UnitChoice id={ids.id} label="新的上级" value={parentId} onChange={setParentId} />}
      </Field>
      <ProblemNotice problem={move.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!parentId} loading={move.busy}>
          移动
        </Button>
      </div>
      {dialog}
    </form>
  )
}
