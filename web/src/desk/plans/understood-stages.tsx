import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { DayField } from '../../ui/day-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePlanChange, type Plan } from './plan-draft.ts'

type Stage = Plan['package']['stages'][number]

/** Stages with their windows, which may overlap; the campaign runs from the first start to the last end. */
export function UnderstoodStages({ plan, correctable }: { plan: Plan; correctable: boolean }) {
  const edit = usePlanChange(plan.id)
  const [stages, setStages] = useState<readonly Stage[]>(plan.package.stages)
  const changed = JSON.stringify(stages) !== JSON.stringify(plan.package.stages)
  const set = (place: number, part: Partial<Stage>) =>
    setStages(stages.map((stage, index) => (index === place ? { ...stage, ...part } : stage)))
  return (
    <div className="stack">
      <ul className="plain">
        {stages.map((stage, place) => (
          <li key={stage.no} className="understood-task" style={{ padding: '10px 0' }}>
            <div className="row">
              <span className="quiet">{stage.no}</span>
              <Input
                aria-label={`第 ${stage.no} 阶段名称`}
                disabled={!correctable}
                style={{ width: '12rem' }}
                value={stage.name}
                onChange={(event) => set(place, { name: event.target.value })}
              />
              <span className="quiet">印出：{stage.periodText === '' ? '无' : stage.periodText}</span>
            </div>
            <div className="row" style={{ marginTop: 6 }}>
              <DayField
                label={`第 ${stage.no} 阶段开始`}
                value={stage.start ?? undefined}
                onChange={(day) => set(place, { start: day ?? null })}
              />
              <span>至</span>
              <DayField
                label={`第 ${stage.no} 阶段结束`}
                value={stage.end ?? undefined}
                onChange={(day) => set(place, { end: day ?? null })}
              />
              {correctable && (
                <button
                  type="button"
                  className="as-link"
                  onClick={() => setStages(stages.filter((_one, index) => index !== place))}
                >
                  移除
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={edit.problem} kept="改动还在这里，没有丢。" />
      {correctable && (
        <div className="actions">
          <Button
            type="primary"
            disabled={!changed || edit.busy}
            onClick={() => void edit.change({ type: 'correctStages', stages: [...stages] })}
          >
            保存更正
          </Button>
          <Button
            onClick={() =>
              setStages([
                ...stages,
                {
                  no: Math.max(0, ...stages.map((stage) => stage.no)) + 1,
                  name: '',
                  periodText: '',
                  start: null,
                  end: null,
                },
              ])
            }
          >
            加一个阶段
          </Button>
        </div>
      )}
    </div>
  )
}
