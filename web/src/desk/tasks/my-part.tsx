import { Link } from '@tanstack/react-router'
import type { myPart } from '@yingshang/core/tasks/assignment-contract'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import type { z } from 'zod'
import { ClauseLink } from '../../ui/clause-link.tsx'
import { PartCard } from './part-card.tsx'
import { doneWhenNames, partNames } from '@yingshang/core/tasks/labels.zh'

type Mine = Omit<z.output<typeof myPart>, 'owing'>

interface MyPartProps {
  readonly part: Mine
  readonly owing: readonly ShownPart[]
  /** It is my own unit's part, not one that waits for me. */
  readonly mine?: boolean
}

/** One part of my unit: the task, why it is ours, what counts as done, and what may be done now. */
export function MyPart({ part, owing, mine = false }: MyPartProps) {
  const { task } = part
  return (
    <div className="my-part">
      <p>
        <Link to={`/tasks/${task.id}`} className="strong">
          {task.no}　{task.title}
        </Link>{' '}
        <ClauseLink campaignId={task.campaignId} clauseId={task.clause.id}>
          看条款
        </ClauseLink>
      </p>
      <p className="small quiet">
        {whyText(part)}　怎样算完成：{part.doneWhen.map((one) => doneWhenNames[one]).join('；')}。
      </p>
      <PartCard mine={mine} part={part} mustPublish={task.mustPublish} neverEnds={task.deadlineKind === 'ongoing'} />
      {owing.length > 0 && (
        <ul className="plain small" style={{ margin: '0 0 12px 1.5rem' }}>
          {owing.map((one) => (
            <li key={one.id}>
              {one.unit.name}：{partNames[one.status]}
              {one.deadline && <span className="quiet">，内部期限 {one.deadline.record.dueOn}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function whyText({ why, task }: Mine): string {
  switch (why.origin) {
    case 'named':
      return `方案写的责任单位是“${why.printedName}”。`
    case 'group':
      return `方案写的是“${why.printedName}”，包括本单位。`
    case 'catchAll':
      return `方案写的是“${task.catchAll}”，营商办落实到本单位。`
    case 'added':
      return '营商办后来增加了本单位。'
    case 'passed':
      return '由上级单位转交。'
  }
}
