import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePlanChange, type Plan } from './plan-draft.ts'

type Indicator = Plan['package']['indicators'][number]

/** The indicator tree with weights; sums that do not add up are said at once. */
export function UnderstoodIndicators({ plan, correctable }: { plan: Plan; correctable: boolean }) {
  const edit = usePlanChange(plan.id)
  const [tree, setTree] = useState<readonly Indicator[]>(plan.package.indicators)
  const changed = JSON.stringify(tree) !== JSON.stringify(plan.package.indicators)
  const set = (place: number, part: Partial<Indicator>) =>
    setTree(tree.map((one, index) => (index === place ? { ...one, ...part } : one)))
  const total = sum(tree.map((one) => one.weight))
  if (tree.length === 0) return <p className="quiet">文件里没有读出考核指标表。</p>
  return (
    <div className="stack">
      <p className={total === 100 ? 'quiet' : 'official'}>
        {tree.length} 项，合计 {total} 分{total === 100 ? '。' : '，不是 100 分，请核对。'}
      </p>
      <table className="list small-inputs" aria-label="考核指标">
        <thead>
          <tr>
            <th>指标</th>
            <th>责任单位</th>
            <th className="number">分值</th>
          </tr>
        </thead>
        <tbody>
          {tree.map((one, place) => {
            const parts = sum(one.children.map((child) => child.weight))
            const fits = one.children.length === 0 || parts === one.weight
            return [
              <tr key={`${one.no}-${place}`}>
                <td className="strong">
                  {one.no}　{one.name}
                  {!fits && (
                    <p className="official small">
                      下级合计 {parts} 分，与 {one.weight} 分不符
                    </p>
                  )}
                </td>
                <td>{one.units.join('、')}</td>
                <td className="number">
                  <Weight
                    off={!correctable}
                    label={one.name}
                    value={one.weight}
                    onChange={(weight) => set(place, { weight })}
                  />
                </td>
              </tr>,
              ...one.children.map((child, index) => (
                <tr key={`${one.no}-${place}-${child.name}`}>
                  <td style={{ paddingLeft: 24 }}>{child.name}</td>
                  <td>{child.units.join('、')}</td>
                  <td className="number">
                    <Weight
                      off={!correctable}
                      label={child.name}
                      value={child.weight}
                      onChange={(weight) =>
                        set(place, {
                          children: one.children.map((other, at) => (at === index ? { ...other, weight } : other)),
                        })
                      }
                    />
                  </td>
                </tr>
              )),
            ]
          })}
        </tbody>
      </table>
      <ProblemNotice problem={edit.problem} kept="改动还在这里，没有丢。" />
      {correctable && (
        <div className="actions">
          <Button
            type="primary"
            disabled={!changed || edit.busy}
            onClick={() => void edit.change({ type: 'correctIndicators', indicators: [...tree] })}
          >
            保存更正
          </Button>
        </div>
      )}
    </div>
  )
}

interface WeightProps {
  readonly off: boolean
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

function Weight({ off, label, value, onChange }: WeightProps) {
  return (
    <Input
      type="number"
      step="0.1"
      min={0}
      aria-label={`${label}的分值`}
      disabled={off}
      style={{ width: '6rem', textAlign: 'right' }}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  )
}

/** Weights have at most four decimals; binary dust is rounded away. */
function sum(weights: readonly number[]): number {
  return Number(weights.reduce((total, weight) => total + weight, 0).toFixed(4))
}
