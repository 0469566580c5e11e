import { useNavigate } from '@tanstack/react-router'
import {
  addUnitAlias,
  closeUnit,
  mergeUnit,
  moveUnit,
  removeUnitAlias,
  renameUnit,
} from '@yingshang/core/units/units-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import type { UnitDetail } from './unit-page.tsx'
import { UnitChoice } from './unit-choice.tsx'

/** Rename, other names, another place in the tree, merger, closing. */
export function UnitChanges({ detail }: { detail: UnitDetail }) {
  const { unit } = detail
  const { me } = useSession()
  const navigate = useNavigate()
  const params = { unitId: unit.unitId }
  const rename = useCommand(renameUnit)
  const addAlias = useCommand(addUnitAlias)
  const removeAlias = useCommand(removeUnitAlias)
  const move = useCommand(moveUnit)
  const merge = useCommand(mergeUnit)
  const closing = useCommand(closeUnit)
  const [name, setName] = useState(unit.name)
  const [shortName, setShortName] = useState(unit.shortName)
  const [alias, setAlias] = useState('')
  const [parentId, setParentId] = useState<string>()
  const [into, setInto] = useState<string>()
  const [on, setOn] = useState<string | undefined>(me.businessDay)
  const [ask, dialog] = useConfirm()
  const problem = [rename, addAlias, removeAlias, move, merge, closing].find((one) => one.problem)?.problem
  return (
    <div className="stack">
      <ProblemNotice problem={problem} kept="填写的内容还在。" />
      <div className="row">
        <Input
          aria-label="新全称"
          style={{ width: '18rem' }}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Input
          aria-label="新简称"
          style={{ width: '12rem' }}
          value={shortName}
          onChange={(event) => setShortName(event.target.value)}
        />
        <Button
          disabled={rename.busy || (name === unit.name && shortName === unit.shortName)}
          onClick={() => void rename.send({ params, body: { name, shortName } })}
        >
          改名，原名保留为别的叫法
        </Button>
      </div>
      <div className="row">
        <Input
          aria-label="别的叫法"
          placeholder="文件里的另一种写法"
          style={{ width: '18rem' }}
          value={alias}
          onChange={(event) => setAlias(event.target.value)}
        />
        <Button
          disabled={addAlias.busy || alias.trim() === ''}
          onClick={() => void addAlias.send({ params, body: { alias } }).then((done) => done && setAlias(''))}
        >
          增加别的叫法
        </Button>
        {detail.aliases.map((one) => (
          <span key={one} className="tag">
            {one}{' '}
            <button
              type="button"
              className="as-link"
              aria-label={`删去${one}`}
              onClick={() => void removeAlias.send({ params, body: { alias: one } })}
            >
              删去
            </button>
          </span>
        ))}
      </div>
      <div className="row">
        <UnitChoice label="新的上级" placeholder="移到哪个上级之下" value={parentId} onChange={setParentId} />
        <Button
          disabled={!parentId || move.busy}
          onClick={() => void move.send({ params, body: { parentId: parentId! } })}
        >
          移动
        </Button>
      </div>
      <div className="row">
        <UnitChoice label="并入哪个单位" placeholder="并入哪个单位" value={into} onChange={setInto} />
        <DayField label="并入日期" value={on} onChange={setOn} />
        <Button
          disabled={!into || !on || merge.busy}
          onClick={() =>
            ask({
              title: `把${unit.shortName}并入所选单位？`,
              willHappen:
                '人员转入新单位，没办结的任务一并划转，原主要负责人的任职结束。名称保留为新单位的别的叫法。不能撤回。',
              yes: '并入',
              grave: true,
              run: async () => {
                if (await merge.send({ params, body: { into: into!, on: on! } }))
                  void navigate({ to: `/units/${into}` })
              },
            })
          }
        >
          并入
        </Button>
        <Button
          disabled={closing.busy}
          onClick={() =>
            ask({
              title: `撤销${unit.shortName}？`,
              willHappen: '撤销后不能再交办任务给它，记录保留。不能撤回。',
              yes: '撤销',
              grave: true,
              run: () => closing.send({ params }),
            })
          }
        >
          撤销单位
        </Button>
      </div>
      {merge.data && merge.data.headsToSettle.length > 0 && (
        <p className="notice caution">
          已并入。请为原主要负责人安排新的岗位：{merge.data.headsToSettle.map((person) => person.name).join('、')}。
        </p>
      )}
      {dialog}
    </div>
  )
}
