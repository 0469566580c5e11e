import { unitKindNames } from '@yingshang/core/units/labels.zh'
import { unitKinds } from '@yingshang/core/units/unit'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { UnitChoice, UnitsChoice } from '../units/unit-choice.tsx'
import { useUnits } from '../units/use-units.ts'
import { usePlanChange, type Plan, type Suggestions } from './plan-draft.ts'
import { BareTasks } from './publish-bare-tasks.tsx'
import { printedNames } from './publish-steps.ts'

type Decision = Plan['units'][string]

interface StepProps {
  readonly plan: Plan
  readonly correctable: boolean
  readonly suggestions: Suggestions | undefined
}

/** Printed names against the county's units: accept what is sure in one go, decide the rest one by one. */
export function UnitsStep({ plan, correctable, suggestions }: StepProps) {
  const edit = usePlanChange(plan.id)
  const [onlyOpen, setOnlyOpen] = useState(true)
  const names = printedNames(plan)
  const suggested = new Map(suggestions?.units.map((one) => [one.name, one]))
  const sure = names.flatMap(({ name }) => {
    const unitId = suggested.get(name)?.unitId
    return unitId && plan.units[name] === undefined ? [[name, { kind: 'unit' as const, unitId }] as const] : []
  })
  const shown = names.filter(({ name }) => !onlyOpen || plan.units[name] === undefined)
  const decide = (name: string, decision: Decision) =>
    edit.change({ type: 'decideUnits', decisions: { [name]: decision } })
  return (
    <div className="stack">
      <div className="row spread">
        <span>
          共 {names.length} 个名称，{names.filter(({ name }) => plan.units[name]).length} 个已对应。
        </span>
        <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
          只看没对应的
        </Checkbox>
      </div>
      {correctable && sure.length > 0 && (
        <div className="notice row spread">
          <span>{sure.length} 个名称和现有单位完全一致或者是已知的叫法。</span>
          <Button
            type="primary"
            disabled={edit.busy}
            onClick={() => void edit.change({ type: 'decideUnits', decisions: Object.fromEntries(sure) })}
          >
            全部按建议对应
          </Button>
        </div>
      )}
      <ProblemNotice problem={edit.problem} />
      <table className="list cards" aria-label="单位名称对应">
        <thead>
          <tr>
            <th>印出的名称</th>
            <th className="number">任务</th>
            <th>对应到</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, tasks }) => (
            <tr key={name}>
              <td className="card-title">{name}</td>
              <td className="number" data-label="任务">
                {tasks > 0 ? tasks : '只在指标里'}
              </td>
              <td>
                <NameDecision
                  name={name}
                  decision={plan.units[name]}
                  candidates={suggested.get(name)?.candidates ?? []}
                  off={!correctable || edit.busy}
                  decide={(decision) => void decide(name, decision)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="quiet">名称都对应好了。</p>}
      <BareTasks plan={plan} />
    </div>
  )
}

interface NameDecisionProps {
  readonly name: string
  readonly decision: Decision | undefined
  readonly candidates: Suggestions['units'][number]['candidates']
  readonly off: boolean
  readonly decide: (decision: Decision) => void
}

function NameDecision({ name, decision, candidates, off, decide }: NameDecisionProps) {
  const { byId } = useUnits()
  const [other, setOther] = useState<'create' | 'several' | 'nobody'>()
  if (decision && other === undefined) {
    return (
      <span className="row">
        <span className="strong">{decisionText(decision, (id) => byId.get(id)?.shortName ?? '已撤并的单位')}</span>
        {!off && (
          <UnitChoice
            label={`${name}改为对应到`}
            placeholder="改为…"
            value={undefined}
            width="10rem"
            onChange={(unitId) => unitId && decide({ kind: 'unit', unitId })}
          />
        )}
      </span>
    )
  }
  if (other) return <OtherDecision name={name} kind={other} decide={decide} cancel={() => setOther(undefined)} />
  return (
    <div className="stack tight">
      <div className="row">
        {candidates.slice(0, 3).map((one) => (
          <Button
            key={one.unitId}
            size="small"
            disabled={off}
            onClick={() => decide({ kind: 'unit', unitId: one.unitId })}
          >
            {one.name}
          </Button>
        ))}
        <UnitChoice
          label={`${name}对应到`}
          value={undefined}
          disabled={off}
          width="12rem"
          placeholder="选其他单位"
          onChange={(unitId) => unitId && decide({ kind: 'unit', unitId })}
        />
      </div>
      <div className="row small">
        {(['create', 'several', 'nobody'] as const).map((kind) => (
          <button key={kind} type="button" className="as-link" disabled={off} onClick={() => setOther(kind)}>
            {otherWords[kind]}
          </button>
        ))}
      </div>
    </div>
  )
}

const otherWords = { create: '登记为新单位', several: '代表几个单位', nobody: '不是单位' } as const

interface OtherProps {
  readonly name: string
  readonly kind: 'create' | 'several' | 'nobody'
  readonly decide: (decision: Decision) => void
  readonly cancel: () => void
}

function OtherDecision({ name, kind, decide, cancel }: OtherProps) {
  const [text, setText] = useState(kind === 'create' ? name : '')
  const [unitKind, setUnitKind] = useState<(typeof unitKinds)[number]>('department')
  const [several, setSeveral] = useState<string[]>([])
  const ready = kind === 'several' ? several.length > 0 : text.trim().length > (kind === 'create' ? 1 : 0)
  const finish = () => {
    if (kind === 'create') decide({ kind, name: text.trim(), unitKind })
    else if (kind === 'several') decide({ kind, unitIds: several })
    else decide({ kind, reason: text.trim() })
    cancel()
  }
  return (
    <div className="stack tight">
      {kind === 'several' ? (
        <UnitsChoice label={`${name}代表的单位`} value={several} onChange={setSeveral} />
      ) : (
        <div className="row">
          <Input
            aria-label={kind === 'create' ? '新单位名称' : '为什么不是单位'}
            placeholder={kind === 'create' ? '新单位名称' : '为什么不是单位'}
            style={{ width: '14rem' }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {kind === 'create' && (
            <Select
              aria-label="新单位的类别"
              style={{ width: '9rem' }}
              value={unitKind}
              onChange={setUnitKind}
              options={unitKinds.map((value) => ({ value, label: unitKindNames[value] }))}
            />
          )}
        </div>
      )}
      <div className="row">
        <Button size="small" type="primary" disabled={!ready} onClick={finish}>
          {otherWords[kind]}
        </Button>
        <Button size="small" onClick={cancel}>
          返回
        </Button>
      </div>
    </div>
  )
}

function decisionText(decision: Decision, nameOf: (unitId: string) => string): string {
  if (decision.kind === 'unit') return nameOf(decision.unitId)
  if (decision.kind === 'create') return `新登记：${decision.name}`
  if (decision.kind === 'several') return decision.unitIds.map(nameOf).join('、')
  return `不是单位：${decision.reason}`
}
