import { Link } from '@tanstack/react-router'
import {
  awaitsNames,
  caseKindNames,
  caseSourceNames,
  caseStatusNames,
  conclusionNames,
  environmentNames,
  followUpNames,
  submitterKindNames,
  tellingSubjectNames,
  tellingWayNames,
} from '@yingshang/core/cases/labels.zh'
import { Fragment, type ReactNode } from 'react'
import { dayText } from '../../ui/day.ts'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { FileLinks } from '../tasks/file-links.tsx'
import { CaseActions } from './case-actions.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseMessages } from './case-messages.tsx'
import { CaseOriginal } from './case-original.tsx'
import { CaseRound } from './case-round.tsx'
import { PrintedFormLinks } from './printed-form-links.tsx'
import { useCase, type ShownCase } from './use-case.ts'
import './cases.css'

/** Everything about one case: beside the queue, or as a page of its own with the history on the right. */
export function CaseDetail({ caseId, inPanel = false }: { caseId: string; inPanel?: boolean }) {
  const query = useCase(caseId)
  return (
    <Loaded query={query}>
      {(found) => (
        <div className={inPanel ? undefined : 'two-columns'}>
          <div>
            <CaseActions found={found} />
            <Facts found={found} />
            <Section title="反映的问题（已脱敏）">
              <p className="case-text">{found.text}</p>
              {found.object !== '' && <p className="quiet">反映对象：{found.object}</p>}
              <FileLinks files={found.files} />
              <CaseOriginal found={found} />
            </Section>
            <Rounds found={found} />
            <PrintedFormLinks found={found} />
          </div>
          <div>
            <Section title="时限">
              <CaseClocks found={found} />
            </Section>
            {found.seenAs === 'office' && <WithSubmitter found={found} />}
            <Section title="办理过程">
              <CaseHistory caseId={found.id} rounds={found.rounds.length} />
            </Section>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function Facts({ found }: { found: ShownCase }) {
  const sorted = [
    found.category?.name,
    found.head?.name,
    found.environment && environmentNames[found.environment],
    found.tier?.name,
  ].filter(Boolean)
  const { conclusion } = found
  const lines: [string, ReactNode][] = [
    [
      '状态',
      <>
        <b>{found.awaits ? awaitsNames[found.awaits] : caseStatusNames[found.status]}</b>
        {found.round > 1 && <span className="tag strong">第 {found.round} 轮</span>}
        {found.prominent && <span className="tag strong">突出问题</span>}
        {conclusion && (
          <span>
            {'　'}
            {conclusion.on} {conclusionNames[conclusion.kind]}
            {conclusion.ground && `：${conclusion.ground.name}`}
            {conclusion.transferredTo && `：${conclusion.transferredTo}`}
          </span>
        )}
        {conclusion?.into && (
          <span>
            ，并入 <Link to={`/cases/${conclusion.into.id}`}>{conclusion.into.number}</Link>
          </span>
        )}
        {conclusion && conclusion.words !== '' && <p className="said">{conclusion.words}</p>}
      </>,
    ],
    ['编号', found.number],
    [
      '来源',
      `${dayText(found.receivedOn)}收到，${caseKindNames[found.kind]}，${caseSourceNames[found.source]}，${submitterKindNames[found.submitterKind]}`,
    ],
    ['分类', sorted.length > 0 ? sorted.join(' · ') : <span className="quiet">还没有分类</span>],
    ['首问单位', found.firstContactUnit?.name],
    [
      '历时',
      `收到至今 ${found.totalWorkingDays} 个工作日${found.handOvers > 0 ? `，改派 ${found.handOvers} 次` : ''}${found.urges.length > 0 ? `，催办 ${found.urges.length} 次` : ''}`,
    ],
    [
      '并入的件',
      found.mergedCases.length > 0 &&
        found.mergedCases.map((one) => (
          <Link key={one.id} to={`/cases/${one.id}`} className="keep" style={{ marginRight: 12 }}>
            {one.number}
          </Link>
        )),
    ],
    [
      '补正',
      found.supplements.length > 0 &&
        found.supplements.map((one) => (
          <p key={one.askedOn}>
            {one.askedOn} 告知，{one.receivedOn ? `${one.receivedOn} 收到` : `${one.dueOn} 前补正`}
            {one.what !== '' && <span className="said below">{one.what}</span>}
          </p>
        )),
    ],
  ]
  return (
    <dl className="facts beside" style={{ marginTop: 12 }}>
      {lines
        .filter(([, value]) => value !== undefined && value !== false && value !== null)
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  )
}

function Rounds({ found }: { found: ShownCase }) {
  const { rounds, draft } = found
  const current = rounds.at(-1)
  return (
    <Section title={rounds.length > 1 ? `办理（共 ${rounds.length} 轮）` : '办理'}>
      {draft && (
        <div className="notice">
          <h3>待签发的拟稿（{conclusionNames[draft.outcome]}）</h3>
          <p className="said">{draft.text}</p>
          <FileLinks files={draft.files} />
        </div>
      )}
      {!current && <p className="quiet">还没有交办。受理并交办以后，承办单位、期限和结果在这里。</p>}
      {rounds.toReversed().map((round) => (
        <CaseRound key={round.no} round={round} current={round === current} several={rounds.length > 1} />
      ))}
    </Section>
  )
}

/** What the office and the submitter have between themselves. */
function WithSubmitter({ found }: { found: ShownCase }) {
  const { tellings, followUps, messages, withdrawalAskedOn } = found
  const quiet = tellings.length + followUps.length === 0 && !messages?.fromSubmitter && !messages?.fromOffice
  return (
    <Section title="与反映人的往来">
      {withdrawalAskedOn && <p className="strong">{withdrawalAskedOn} 反映人要求撤回，须核实是否自愿。</p>}
      <CaseMessages found={found} />
      {quiet && !withdrawalAskedOn && <p className="quiet">还没有告知和留言。</p>}
      <ul className="plain">
        {tellings.map((one, place) => (
          <li key={place}>
            <span className="keep">{one.on}</span> 告知{tellingSubjectNames[one.about]}，{tellingWayNames[one.way]}
            {one.by && <span className="quiet">　{one.by.name}</span>}
          </li>
        ))}
        {followUps.map((one, place) => (
          <li key={`visit-${place}`}>
            <span className="keep">{one.on}</span> 回访，{tellingWayNames[one.way]}：{followUpNames[one.outcome]}
            {one.by && <span className="quiet">　{one.by.name}</span>}
            {one.words !== '' && <p className="said">{one.words}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
