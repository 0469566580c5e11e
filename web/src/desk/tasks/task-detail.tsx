import { Link } from '@tanstack/react-router'
import { dayText } from '../../ui/day.ts'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { PartCard } from './part-card.tsx'
import { PartFold } from './part-fold.tsx'
import { dutyPeriodName } from '@yingshang/core/kernel/deadline-labels.zh'
import { RequestCard } from './request-card.tsx'
import { TaskActions } from './task-actions.tsx'
import { TaskHistory } from './task-history.tsx'
import { useTask, type Task } from './use-task.ts'
import { kindNames, taskNames } from '@yingshang/core/tasks/labels.zh'

/** Everything about one task: beside the ledger, or as a page of its own with the history on the right. */
export function TaskDetail({ taskId, inPanel = false }: { taskId: string; inPanel?: boolean }) {
  const task = useTask(taskId)
  return (
    <Loaded query={task}>
      {(found) => (
        <div className={inPanel ? undefined : 'two-columns'}>
          <div>
            <Facts task={found} />
            <Parts task={found} />
            {found.requests.length > 0 && (
              <Section title="调整申请">
                <ul className="plain">
                  {found.requests.map((request) => (
                    <li key={request.id}>
                      <RequestCard request={request} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <TaskActions task={found} />
          </div>
          <div>
            <Section title="条款原文">
              <p className="quiet small">
                {found.list.title}
                {found.section.map((one) => ` · ${one}`)}　{found.clause.number} {found.clause.heading}
                {'　'}
                <Link to={`/plans/${found.planId}`} search={{ q: found.title } as never} className="no-print">
                  到文件里看
                </Link>
              </p>
              <div className="clause">{found.text === '' ? found.clause.text : found.text}</div>
            </Section>
            <Section title="办理过程">
              <TaskHistory taskId={found.id} />
            </Section>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function Facts({ task }: { task: Task }) {
  return (
    <dl className="facts beside" style={{ marginTop: 4 }}>
      <dt>状态</dt>
      <dd>
        {taskNames[task.status]}
        {task.endedOn && `，${task.endedOn}`}
        {task.endReason && `，${task.endReason}`}
      </dd>
      <dt>完成时限</dt>
      <dd>
        {task.dueOn ? dayText(task.dueOn) : kindNames[task.printed.kind]}
        <span className="quiet">
          {task.printed.text !== '' && `　方案写的是“${task.printed.text}”`}
          {task.dueSetBy === 'office' && '　本办自定'}
          {task.firstDueOn && task.dueOn && task.firstDueOn !== task.dueOn && `　原定 ${task.firstDueOn}`}
        </span>
      </dd>
      {task.periods.length > 0 && (
        <>
          <dt>分期</dt>
          <dd>
            {task.periods.map((period) => (
              <span key={period.key} className={period.opened ? 'keep' : 'keep quiet'} style={{ marginRight: 14 }}>
                {dutyPeriodName(period.key)}，{period.due} 前{period.stub && '（不满一期）'}
              </span>
            ))}
          </dd>
        </>
      )}
      {task.leadUnit && (
        <>
          <dt>牵头单位</dt>
          <dd>{task.leadUnit.name}</dd>
        </>
      )}
      {task.basis.length > 0 && (
        <>
          <dt>依据</dt>
          <dd>{task.basis.join('；')}</dd>
        </>
      )}
      {(task.catchAll !== '' || task.groupUnits.length > 0) && (
        <>
          <dt>方案的说法</dt>
          <dd>{[...task.groupUnits, task.catchAll].filter((text) => text !== '').join('；')}</dd>
        </>
      )}
      {task.mustPublish && (
        <>
          <dt>公开</dt>
          <dd>办结时要写明向社会公布的地方和日期</dd>
        </>
      )}
    </dl>
  )
}

/** Up to this many parts are shown whole; more are folded, except where something can be done. */
const shownWhole = 4

function Parts({ task }: { task: Task }) {
  const neverEnds = task.printed.kind === 'ongoing'
  const folded = task.parts.length > shownWhole
  return (
    <Section title={`各单位的部分（${task.parts.length}）`}>
      {task.parts.length === 0 && <p className="quiet">还没有单位承担这项任务。</p>}
      {task.parts.map((part) => {
        const card = <PartCard part={part} mustPublish={task.mustPublish} neverEnds={neverEnds} folded={folded} />
        return folded ? (
          <PartFold key={part.id} part={part}>
            {card}
          </PartFold>
        ) : (
          <div key={part.id}>{card}</div>
        )
      })}
    </Section>
  )
}
