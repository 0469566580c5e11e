import { accept, handIn, sign } from '@yingshang/core/tasks/assignment-contract'
import { offeredAssignmentActions, type OfferedAssignmentAction } from '@yingshang/core/tasks/assignment-actions'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { ActionBar, type Action } from '../../ui/action-bar.tsx'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CorrectReport } from './correct-report.tsx'
import { DueText } from './due-text.tsx'
import { FileLinks } from './file-links.tsx'
import { PartForm } from './part-forms.tsx'
import { dutyPeriodName } from '@yingshang/core/kernel/deadline-labels.zh'
import {
  assignmentActionNames,
  originNames,
  outcomeNames,
  partDutyName,
  partNames,
} from '@yingshang/core/tasks/labels.zh'

interface PartCardProps {
  readonly part: ShownPart
  readonly mustPublish: boolean
  readonly neverEnds: boolean
  /** Among my unit's parts the unit needs no saying. */
  readonly mine?: boolean
  /** Under a line that says unit, role and state already. */
  readonly folded?: boolean
}

/** One unit's part: state, date, persons, last report, result, and what may be done now. */
export function PartCard({ part, mustPublish, neverEnds, mine = false, folded = false }: PartCardProps) {
  return (
    <article
      className={`part ${part.handsInTo?.kind === 'parent' ? 'inner' : ''}`}
      aria-label={`${part.unit.name}的部分`}
    >
      {!folded && (
        <div className="row spread">
          <div className="row">
            {!mine && <h3>{part.unit.name}</h3>}
            <span className={part.role === 'lead' ? 'tag strong' : 'tag'}>{partDutyName(part)}</span>
            {part.origin !== 'named' && part.origin !== 'catchAll' && (
              <span className="tag">{originNames[part.origin]}</span>
            )}
            {part.period && <span className="quiet">{dutyPeriodName(part.period.key)}</span>}
          </div>
          <div className="row">
            <span className="strong">
              {partNames[part.status]}
              {part.outcome === 'routine' && `（${outcomeNames.routine}）`}
            </span>
            {part.alert !== 'none' && <AlertMark level={part.alert} left={part.deadline?.timeLeft} />}
          </div>
        </div>
      )}
      <PartFacts part={part} />
      <PartActions part={part} mine={mine || folded} mustPublish={mustPublish} neverEnds={neverEnds} />
    </article>
  )
}

function PartFacts({ part }: { part: ShownPart }) {
  return (
    <dl className="facts beside small">
      <dt>到期</dt>
      <dd>
        <DueText part={part} />
      </dd>
      {part.handsInTo && (
        <>
          <dt>交给</dt>
          <dd>{part.handsInTo.unit.name}</dd>
        </>
      )}
      {part.personsInCharge.length > 0 && (
        <>
          <dt>具体负责人</dt>
          <dd>{part.personsInCharge.map((person) => person.name).join('、')}</dd>
        </>
      )}
      {part.formerUnits.length > 0 && (
        <>
          <dt>原承办单位</dt>
          <dd>{part.formerUnits.map((one) => `${one.unit.name}（${one.reason}）`).join('；')}</dd>
        </>
      )}
      {part.reason && (
        <>
          <dt>{part.status === 'returned' ? '退回原因' : '原因'}</dt>
          <dd className={part.status === 'returned' ? 'strong' : undefined}>{part.reason}</dd>
        </>
      )}
      {part.latestReport && (
        <>
          <dt>最近进展</dt>
          <dd>
            <span className="quiet keep">{part.latestReport.on}</span>
            {part.latestReport.percent !== null && <span className="quiet"> 完成 {part.latestReport.percent}%</span>}
            {part.latestReport.corrects !== null && <span className="quiet"> 更正过</span>}
            <p>{part.latestReport.text}</p>
            <FileLinks files={part.latestReport.files} />
            <CorrectReport part={part} />
          </dd>
        </>
      )}
      {part.result && (
        <>
          <dt>完成情况</dt>
          <dd>
            <p>{part.result.text}</p>
            <FileLinks files={part.result.files} />
            {part.result.publication && (
              <p className="quiet">
                公布：{part.result.publication.place}，{part.result.publication.on}
              </p>
            )}
            {part.result.without > 0 && <p className="quiet">报送时有 {part.result.without} 个单位的部分没有交来</p>}
          </dd>
        </>
      )}
      {part.firstHandedInOn && (
        <>
          <dt>首次报送</dt>
          <dd>
            {part.firstHandedInOn}
            {part.returns > 0 && `，退回过 ${part.returns} 次`}
            {part.confirmedOn && `，${part.confirmedOn} 确认`}
          </dd>
        </>
      )}
    </dl>
  )
}

const atOnce = ['sign', 'accept'] as const

/** Steps of the work itself; everything else is an adjustment beside it. */
function labelOf(name: OfferedAssignmentAction, status: ShownPart['status']): string {
  if (status === 'drafted' && name === 'handIn') return '改后签发'
  if (status === 'drafted' && name === 'draft') return '修改拟稿'
  return assignmentActionNames[name]
}

export function isWork(action: string): boolean {
  return work.includes(action)
}

const work: readonly string[] = ['sign', 'handIn', 'draft', 'sendDraftBack', 'report', 'confirm', 'accept', 'return']

function PartActions({ part, mustPublish, neverEnds, mine = false }: PartCardProps) {
  const [doing, setDoing] = useState<OfferedAssignmentAction>()
  const signing = useCommand(sign)
  const accepting = useCommand(accept)
  const signingOff = useCommand(handIn)
  const params = { assignmentId: part.id }
  const run = (name: OfferedAssignmentAction) => {
    if (name === 'sign') void signing.send({ params, body: {} })
    else if (name === 'accept') void accepting.send({ params, body: {} })
    else setDoing(name)
  }
  const actions = part.actions.flatMap((offered): Action[] => {
    const name = offered.name as OfferedAssignmentAction
    if (!offeredAssignmentActions.includes(name)) return []
    const refusal = offered.allowed ? undefined : (offered.refusal ?? { code: 'access.not-allowed' })
    const drafted = part.status === 'drafted' && name === 'handIn'
    const action: Action = {
      key: `${part.id}-${name}`,
      label: labelOf(name, part.status),
      refusal,
      minor: !isWork(name) || (part.status === 'drafted' && name === 'draft'),
      run: () => run(name),
    }
    if (!drafted) return [action]
    // A drafted result can go out as it is: that is the head's usual step.
    const asIs = {
      key: `${part.id}-sign-off`,
      label: '签发报送',
      refusal,
      run: () => void signingOff.send({ params, body: { result: null } }),
    }
    return refusal ? [asIs] : [asIs, action]
  })
  const busy = signing.busy || accepting.busy || signingOff.busy
  if (doing && !(atOnce as readonly string[]).includes(doing)) {
    return (
      <PartForm
        part={part}
        action={doing}
        mustPublish={mustPublish}
        neverEnds={neverEnds}
        done={() => setDoing(undefined)}
      />
    )
  }
  return (
    <>
      <ProblemNotice problem={signing.problem ?? accepting.problem ?? signingOff.problem} />
      <ActionBar actions={actions} busy={busy} dense={mine} />
    </>
  )
}
