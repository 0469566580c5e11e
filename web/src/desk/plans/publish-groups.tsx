import Button from 'antd/es/button'
import { useState } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { UnitsChoice } from '../units/unit-choice.tsx'
import { useUnits } from '../units/use-units.ts'
import { usePlanChange, type Plan, type Suggestions } from './plan-draft.ts'

interface StepProps {
  readonly plan: Plan
  readonly correctable: boolean
  readonly suggestions: Suggestions | undefined
}

/** Groups like 各镇 and catch-alls become named units, for all tasks at once or task by task. */
export function GroupsStep({ plan, correctable, suggestions }: StepProps) {
  const groups = [...new Set(plan.tasks.flatMap((task) => task.groupUnits))]
  const catchAlls = [...new Set(plan.tasks.flatMap((task) => (task.catchAll === '' ? [] : [task.catchAll])))]
  if (groups.length + catchAlls.length === 0) return <p className="quiet">文件里没有成组单位，也没有兜底表述。</p>
  const members = new Map(suggestions?.groups.map((one) => [one.name, one.unitIds]))
  return (
    <div className="stack">
      {groups.map((name) => (
        <GroupCard key={name} plan={plan} name={name} off={!correctable} suggested={members.get(name) ?? []} />
      ))}
      {catchAlls.map((name) => (
        <CatchAllCard key={name} plan={plan} name={name} off={!correctable} suggested={members.get(name) ?? []} />
      ))}
    </div>
  )
}

interface CardProps {
  readonly plan: Plan
  readonly name: string
  readonly off: boolean
  readonly suggested: readonly string[]
}

function GroupCard({ plan, name, off, suggested }: CardProps) {
  const edit = usePlanChange(plan.id)
  const decided = plan.groups[name]
  const [chosen, setChosen] = useState<readonly string[]>()
  const value = chosen ?? decided ?? suggested
  const tasks = plan.tasks.filter((task) => task.groupUnits.includes(name))
  return (
    <section className="notice stack tight">
      <div className="row spread">
        <h3>{name}</h3>
        <span className="quiet">
          {tasks.length} 项任务 · {decided ? `已定为 ${decided.length} 个单位` : '还没有定'}
        </span>
      </div>
      <UnitsChoice label={`${name}指的单位`} value={value} onChange={setChosen} disabled={off} />
      {!decided && suggested.length > 0 && (
        <p className="quiet small">已按单位类别填好 {suggested.length} 个，核对后点“就是这些单位”。</p>
      )}
      <ProblemNotice problem={edit.problem} />
      {!off && (
        <div className="actions">
          <Button
            type={decided ? 'default' : 'primary'}
            disabled={value.length === 0 || edit.busy || (decided !== undefined && chosen === undefined)}
            onClick={() => void edit.change({ type: 'expandGroup', group: name, unitIds: [...value] })}
          >
            就是这些单位
          </Button>
        </div>
      )}
    </section>
  )
}

function CatchAllCard({ plan, name, off, suggested }: CardProps) {
  const edit = usePlanChange(plan.id)
  const { byId } = useUnits()
  const [chosen, setChosen] = useState<readonly string[]>(suggested)
  const tasks = plan.tasks.filter((task) => task.catchAll === name)
  const [keys, setKeys] = useState<readonly string[]>()
  const open = tasks.filter((task) => !decidedFor(plan, task.key))
  const applies = keys ?? open.map((task) => task.key)
  const decide = (nobody: boolean) =>
    edit.change({
      type: 'decideTasks',
      keys: [...applies],
      decision: nobody
        ? { catchAllNobody: true, catchAllUnitIds: [] }
        : { catchAllUnitIds: [...chosen], catchAllNobody: false },
    })
  return (
    <section className="notice stack tight">
      <div className="row spread">
        <h3>{name}</h3>
        <span className="quiet">
          {tasks.length} 项任务 · {open.length === 0 ? '都已落实' : `${open.length} 项还没有落实`}
        </span>
      </div>
      <ul className="plain small">
        {tasks.map((task) => {
          const decision = plan.decisions[task.key]
          return (
            <li key={task.key} className="row" style={{ padding: '3px 0' }}>
              <label className="row" style={{ flexWrap: 'nowrap', alignItems: 'baseline' }}>
                <input
                  type="checkbox"
                  disabled={off}
                  checked={applies.includes(task.key)}
                  onChange={(event) =>
                    setKeys(event.target.checked ? [...applies, task.key] : applies.filter((key) => key !== task.key))
                  }
                />
                <span>
                  {task.no}　{task.title}
                </span>
              </label>
              <span className="quiet">
                {decision?.catchAllNobody
                  ? '不再增加单位'
                  : (decision?.catchAllUnitIds ?? []).map((id) => byId.get(id)?.shortName ?? '').join('、')}
              </span>
            </li>
          )
        })}
      </ul>
      <UnitsChoice label={`${name}指的单位`} value={chosen} onChange={setChosen} disabled={off} />
      <ProblemNotice problem={edit.problem} />
      {!off && (
        <div className="actions">
          <Button
            type="primary"
            disabled={chosen.length === 0 || applies.length === 0 || edit.busy}
            onClick={() => void decide(false)}
          >
            选中的 {applies.length} 项都落实到这些单位
          </Button>
          <Button disabled={applies.length === 0 || edit.busy} onClick={() => void decide(true)}>
            选中的 {applies.length} 项不再增加单位
          </Button>
        </div>
      )}
    </section>
  )
}

function decidedFor(plan: Plan, key: string): boolean {
  const decision = plan.decisions[key]
  return decision?.catchAllNobody === true || (decision?.catchAllUnitIds?.length ?? 0) > 0
}
