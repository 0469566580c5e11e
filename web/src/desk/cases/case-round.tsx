import {
  attemptOutcomeNames,
  conclusionNames,
  declineOutcomeNames,
  extensionStatusNames,
  handOverNames,
  satisfactionNames,
  statutoryKindNames,
  tellingWayNames,
} from '@yingshang/core/cases/labels.zh'
import type { ShownRound } from '@yingshang/core/cases/contract-parts'
import { Fragment, type ReactNode } from 'react'
import { dayText } from '../../ui/day.ts'
import { FileLinks } from '../tasks/file-links.tsx'

/** One round: who handles it, by when, what was asked and answered. An earlier one is folded and shown as it was. */
export function CaseRound({ round, current, several }: { round: ShownRound; current: boolean; several: boolean }) {
  if (current)
    return (
      <div className="round">
        {several && <h3>第 {round.no} 轮（当前）</h3>}
        <RoundFacts round={round} />
      </div>
    )
  return (
    <details className="round">
      <summary>
        第 {round.no} 轮　{round.leadUnit?.name ?? ''}
        <span className="quiet">
          {'　'}
          {round.openedOn} 起{round.outcome && `，${conclusionNames[round.outcome]}`}
          {round.firstAnswerLate && '，首次答复超期'}
        </span>
      </summary>
      <RoundFacts round={round} />
    </details>
  )
}

function RoundFacts({ round }: { round: ShownRound }) {
  const lines = linesOf(round).filter(([, value]) => value !== null)
  if (lines.length === 0) return <p className="quiet">还没有交办。</p>
  return (
    <dl className="facts beside">
      {lines.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function many<One>(label: string, list: readonly One[], show: (one: One) => ReactNode): [string, ReactNode] {
  if (list.length === 0) return [label, null]
  return [
    label,
    <ul key={label} className="plain">
      {list.map((one, place) => (
        <li key={place}>{show(one)}</li>
      ))}
    </ul>,
  ]
}

function linesOf(round: ShownRound): [string, ReactNode][] {
  const { leadUnit, result, reworkRequest: rework, statutory } = round
  const moved = round.firstDueOn !== null && round.firstDueOn !== round.dueOn
  return [
    [
      '承办单位',
      leadUnit && (
        <>
          {leadUnit.name}
          {round.binding && <span className="tag">营商办裁定</span>}
          <span className="quiet">
            {round.assignedOn && `　${round.assignedOn} 交办`}
            {round.signedOn && `，${round.signedOn} 签收`}
          </span>
        </>
      ),
    ],
    [
      '办理期限',
      round.dueOn && (
        <>
          {dayText(round.dueOn)}
          {moved && <span className="quiet"> 原定 {round.firstDueOn}</span>}
        </>
      ),
    ],
    many('配合单位', round.supporting, (one) => (
      <>
        {one.unit.name}
        <span className="quiet">
          {one.innerDueOn && `　内部期限 ${one.innerDueOn}`}　{one.givenOn ? `${one.givenOn} 已提交` : '还没有提交'}
        </span>
        {one.text !== '' && <p className="said">{one.text}</p>}
        <FileLinks files={one.files} />
      </>
    )),
    many('退单', round.declines, (one) => (
      <>
        {one.unit.name}　
        <span className="quiet">
          {one.on}，{declineOutcomeNames[one.outcome]}
        </span>
        <p className="said">{one.reason}</p>
      </>
    )),
    many('改由其他单位', round.handOvers, (one) => (
      <>
        {one.from.name} → {one.to.name}
        <span className="quiet">
          {'　'}
          {one.on}，{handOverNames[one.because]}
        </span>
      </>
    )),
    many('延期', round.extensions, (one) => (
      <>
        {one.unit.name} 申请 {one.days} 天，
        <b>
          {extensionStatusNames[one.status]}
          {one.status === 'granted' && ` ${one.grantedDays} 天`}
        </b>
        <span className="quiet">
          {'　'}
          {one.askedOn} 申请{one.decidedOn && `，${one.decidedOn} ${one.decidedBy?.name ?? ''}审批`}
        </span>
        <p className="said">{one.reason}</p>
      </>
    )),
    [
      '法定程序',
      statutory &&
        `${statutoryKindNames[statutory.kind]}，${statutory.statute} ${statutory.article}，${statutory.on} 转入`,
    ],
    [
      '办理结果',
      result && (
        <>
          <b>{conclusionNames[result.outcome]}</b>
          <span className="quiet">
            {round.firstResultOn && `　${round.firstResultOn} 首次反馈`}
            {round.lastResultOn !== round.firstResultOn && `，${round.lastResultOn} 最近一次`}
            {round.returns > 0 && `，退回过 ${round.returns} 次`}
          </span>
          <p className="said">{result.text}</p>
          <FileLinks files={result.files} />
        </>
      ),
    ],
    [
      '核查',
      round.verifiedOn && `${round.verifiedOn} 确认${round.outcome ? `：${conclusionNames[round.outcome]}` : ''}`,
    ],
    many('联系未果', round.attempts, (one) => (
      <>
        {one.on} {tellingWayNames[one.way]}：{attemptOutcomeNames[one.outcome]}
        {one.by && <span className="quiet">　{one.by.name}</span>}
      </>
    )),
    [
      '反馈反映人',
      round.informedOn && (
        <>
          {dayText(round.informedOn)}
          {round.informedBy && `，${tellingWayNames[round.informedBy]}`}
          {round.firstAnswerLate && <span className="official">　首次答复超期</span>}
          {round.answer !== '' && <p className="said">{round.answer}</p>}
        </>
      ),
    ],
    many('评价', round.ratings, (one) => (
      <>
        <b>{satisfactionNames[one.satisfaction]}</b>
        {one.option && `（${one.option.name}）`}
        {one.reasons.length > 0 && `：${one.reasons.map((reason) => reason.name).join('、')}`}
        <span className="quiet">
          {'　'}
          {one.on}，{one.by === 'submitter' ? '反映人本人' : '营商办代为登记'}
        </span>
        {one.words !== '' && <p className="said">{one.words}</p>}
      </>
    )),
    [
      '要求重办',
      rework && (
        <>
          {rework.askedOn} 提出，新证据 {rework.evidence} 份
          {rework.reason !== '' && <p className="said">{rework.reason}</p>}
          {rework.judged && (
            <p>
              {rework.judgedOn} {rework.judged === 'granted' ? '发回重新办理' : '不予重新办理'}
              {rework.why !== '' && `：${rework.why}`}
            </p>
          )}
        </>
      ),
    ],
    ['可要求重办到', rework === null && round.reworkUntil ? dayText(round.reworkUntil) : null],
  ]
}
