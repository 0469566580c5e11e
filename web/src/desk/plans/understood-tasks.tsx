import Button from 'antd/es/button'
import { useEffect, useRef, useState } from 'react'
import { dayText } from '../../ui/day.ts'
import { FilterBar, OneOf, SearchBox } from '../../ui/filter-bar.tsx'
import { NewTask } from './new-task.tsx'
import { kindNames } from '@yingshang/core/tasks/labels.zh'
import { everyWords, printedUnits, type DraftTask, type Plan } from './plan-draft.ts'
import { TaskCorrection } from './task-correction.tsx'

interface UnderstoodTasksProps {
  readonly plan: Plan
  readonly correctable: boolean
  readonly selected: string | undefined
  readonly query: string | undefined
  readonly list: string | undefined
  readonly onChange: (change: { task?: string | undefined; q?: string | undefined; list?: string | undefined }) => void
}

/** The tasks as understood; the open one is marked in the text and can be corrected. */
export function UnderstoodTasks({ plan, correctable, selected, query, list, onChange }: UnderstoodTasksProps) {
  const open = useRef<HTMLLIElement>(null)
  const [adding, setAdding] = useState(false)
  useEffect(() => {
    open.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const shown = plan.tasks.filter((task) => (list === undefined || task.list === list) && matches(task, query))
  const titles = new Map(plan.package.lists.map((one) => [one.id, one.title]))
  let before: string | undefined
  return (
    <>
      <FilterBar
        search={
          <SearchBox value={query} onChange={(q) => onChange({ q })} placeholder="在任务里找：标题、正文、单位" />
        }
      >
        <OneOf
          label="清单"
          value={list}
          onChange={(next) => onChange({ list: next })}
          choices={plan.package.lists.map((one) => ({ value: one.id, label: one.title }))}
        />
      </FilterBar>
      <div className="row spread">
        <p className="quiet small">
          显示 {shown.length} 项，共 {plan.tasks.length} 项
        </p>
        {correctable && !adding && plan.package.lists.length > 0 && (
          <Button size="small" onClick={() => setAdding(true)}>
            补一项任务
          </Button>
        )}
      </div>
      {adding && correctable && (
        <NewTask
          plan={plan}
          beside={selected}
          onAdded={(key) => {
            setAdding(false)
            onChange({ task: key, q: undefined, list: undefined })
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      <ul className="plain">
        {shown.map((task) => {
          const heading = task.list === before ? undefined : titles.get(task.list)
          before = task.list
          const isOpen = task.key === selected
          return [
            heading && (
              <li key={`list-${task.key}`} style={{ padding: '16px 0 6px' }}>
                <h3>{heading}</h3>
              </li>
            ),
            <li
              key={task.key}
              ref={isOpen ? open : undefined}
              className={isOpen ? 'understood-task open' : 'understood-task'}
            >
              <button
                type="button"
                className="bare"
                aria-expanded={isOpen}
                onClick={() => onChange({ task: isOpen ? undefined : task.key })}
              >
                <span className="strong">
                  {task.no}　{task.title}
                </span>
                <Meta task={task} plan={plan} />
              </button>
              {isOpen && (
                <div className="opened">
                  <TaskCorrection key={task.key} plan={plan} task={task} correctable={correctable} />
                </div>
              )}
            </li>,
          ]
        })}
      </ul>
    </>
  )
}

function Meta({ task, plan }: { task: DraftTask; plan: Plan }) {
  const units = [...printedUnits(task), ...task.groupUnits]
  const decided = plan.decisions[task.key]
  return (
    <span className="meta">
      <span>{units.length > 0 ? units.join('、') : task.catchAll !== '' ? task.catchAll : '没有读出单位'}</span>
      <span>{deadlineWords(task)}</span>
      {decided?.dueOn && <span>{dayText(decided.dueOn)}（本办自定）</span>}
    </span>
  )
}

/** 「2022-10-31（周一）」「每季度」「长年坚持」「没有期限」 */
export function deadlineWords(task: DraftTask): string {
  const { deadline } = task
  if (deadline.kind === 'recurring') return everyWords[deadline.every ?? ''] ?? kindNames.recurring
  return deadline.due ? dayText(deadline.due) : kindNames[deadline.kind]
}

function matches(task: DraftTask, query: string | undefined): boolean {
  if (query === undefined) return true
  return [task.no, task.title, task.text, task.catchAll, ...printedUnits(task), ...task.groupUnits, ...task.basis].some(
    (text) => text.includes(query),
  )
}
