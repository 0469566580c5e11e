import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { readCategories, writeCategories } from './category-lines.ts'
import { usePlanChange, type Plan } from './plan-draft.ts'

type Complaint = Plan['package']['rules']['complaint']
type Period = NonNullable<Complaint['handle']>

const rows = [
  ['handle', '责任单位反馈结果'],
  ['extension', '特殊情况延长，最多'],
  ['feedback', '核查后反馈投诉人'],
  ['rework', '再次办理'],
] as const

interface UnderstoodRulesProps {
  readonly plan: Plan
  readonly correctable: boolean
  readonly onShow: (from: number, to: number) => void
}

/** The complaint rule's periods with their clauses, and the trees of problem groups and heads. */
export function UnderstoodRules({ plan, correctable, onShow }: UnderstoodRulesProps) {
  const edit = usePlanChange(plan.id)
  const [complaint, setComplaint] = useState<Complaint>(plan.package.rules.complaint)
  const written = writeCategories(plan.package.categories)
  const [categories, setCategories] = useState(written)
  const changed = JSON.stringify(complaint) !== JSON.stringify(plan.package.rules.complaint)
  const set = (key: keyof Complaint, part: Partial<Period>) =>
    setComplaint({ ...complaint, [key]: { days: 15, unit: 'working', clause: '', ...complaint[key], ...part } })
  return (
    <div className="stack">
      <h3>投诉办理的期限</h3>
      <dl className="facts" style={{ alignItems: 'center' }}>
        {rows.map(([key, label]) => {
          const period = complaint[key]
          const clause = plan.package.clauses.find((one) => one.id === period?.clause)
          return (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd className="row">
                <Input
                  type="number"
                  min={1}
                  aria-label={`${label}的天数`}
                  disabled={!correctable}
                  style={{ width: '5.5rem' }}
                  value={period?.days ?? ''}
                  onChange={(event) => set(key, { days: Number(event.target.value) })}
                />
                <Select
                  aria-label={`${label}怎么数`}
                  disabled={!correctable}
                  value={period?.unit ?? 'working'}
                  onChange={(unit) => set(key, { unit })}
                  options={[
                    { value: 'working' as const, label: '个工作日' },
                    { value: 'calendar' as const, label: '天' },
                  ]}
                />
                {clause && (
                  <button type="button" className="as-link" onClick={() => onShow(clause.lines[0], clause.lines[1])}>
                    {clause.number} {clause.heading}
                  </button>
                )}
                {!period && <span className="quiet">没有读出</span>}
              </dd>
            </div>
          )
        })}
      </dl>
      {correctable && (
        <div className="actions">
          <Button
            type="primary"
            disabled={!changed || edit.busy}
            onClick={() => void edit.change({ type: 'correctRules', rules: { ...plan.package.rules, complaint } })}
          >
            保存期限
          </Button>
        </div>
      )}
      <h3>问题分类</h3>
      <p className="quiet small">一行一类，写成「大类：小类」。</p>
      <Input.TextArea
        aria-label="问题分类"
        autoSize={{ minRows: 4 }}
        disabled={!correctable}
        value={categories}
        onChange={(event) => setCategories(event.target.value)}
      />
      <ProblemNotice problem={edit.problem} kept="改动还在这里，没有丢。" />
      {correctable && (
        <div className="actions">
          <Button
            disabled={categories === written || edit.busy}
            onClick={() => void edit.change({ type: 'correctCategories', categories: readCategories(categories) })}
          >
            保存分类
          </Button>
        </div>
      )}
    </div>
  )
}
