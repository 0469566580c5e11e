import { Link } from '@tanstack/react-router'
import type { myPart } from '@yingshang/core/tasks/assignment-contract'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import type { z } from 'zod'
import { ClauseLink } from '../../ui/clause-link.tsx'
import { PartCard } from './part-card.tsx'
import { partStatusWords } from './words.ts'

type Mine = Omit<z.output<typeof myPart>, 'owing'>

const doneWords: Readonly<Record<Mine['doneWhen'][number], string>> = {
  resultConfirmed: '报送完成情况，营商办核查确认',
  leadAccepts: '把本单位的部分交给牵头单位，牵头单位接收',
  parentAccepts: '交给本单位，本单位接收',
  yearlyConclusion: '长年坚持，每年总结一次，转入常态',
  eachPeriod: '每一期都要报送并得到确认',
  publication: '结果要向社会公布，写明地方和日期',
  headSigns: '由主要负责人或者分管负责人签发',
  partsFirst: '先收齐配合单位的部分',
}

/** One part of my unit: the task, why it is ours, what counts as done, and what may be done now. */
export function MyPart({ part, owing }: { part: Mine; owing: readonly ShownPart[] }) {
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
        {whyText(part)}　怎样算完成：{part.doneWhen.map((one) => doneWords[one]).join('；')}。
      </p>
      <PartCard part={part} mustPublish={task.mustPublish} neverEnds={task.deadlineKind === 'ongoing'} />
      {owing.length > 0 && (
        <ul className="plain small" style={{ margin: '0 0 12px 1.5rem' }}>
          {owing.map((one) => (
            <li key={one.id}>
              {one.unit.name}：{partStatusWords[one.status]}
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
