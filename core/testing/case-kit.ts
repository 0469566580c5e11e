import type { Actor, PersonActor, Role } from '../src/kernel/actor.ts'
import { defaultAlertRule } from '../src/kernel/alert-level-rule.ts'
import { defaultCountingRule } from '../src/kernel/deadline-rule.ts'
import { replay } from '../src/kernel/decider.ts'
import { shippedCalendarVersion } from '../src/kernel/work-calendar-notices.ts'
import { buildWorkCalendar } from '../src/kernel/work-calendar.ts'
import type { CaseCommand, CaseContext, GivenResult, UnitPlace } from '../src/cases/case-commands.ts'
import type { CaseEvent } from '../src/cases/case-events.ts'
import type { CaseRules } from '../src/cases/case-rules.ts'
import type { CaseFacts, Case, LiveCase } from '../src/cases/case-state.ts'
import { conclusionKinds } from '../src/cases/case-words.ts'
import { caseDecider } from '../src/cases/case.ts'
import { receiptJob } from '../src/cases/policy.ts'
import { roundOf } from '../src/cases/case-state.ts'
import type { KeptText } from '../src/cases/round.ts'

/** Short verbs for rule tests about cases: an office, a bureau with a section, two other bureaus, a court. */
export const calendar = buildWorkCalendar(shippedCalendarVersion)

export const paths = {
  office: '/county/office/',
  bureau: '/county/bureau/',
  section: '/county/bureau/section/',
  other: '/county/other/',
  third: '/county/third/',
  court: '/county/court/',
} as const
export type UnitId = keyof typeof paths

export const units: ReadonlyMap<string, UnitPlace> = new Map(
  Object.entries(paths).map(([id, path]) => [id, { path, independent: id === 'court' }]),
)

export function person(role: Role, unit: UnitId, home: UnitId = unit, personId = `${role}@${unit}`): PersonActor {
  return {
    kind: 'person',
    personId,
    homeUnitId: home,
    homeUnitPath: paths[home],
    posts: [{ role, unitId: unit, unitPath: paths[unit] }],
  }
}

export const officer = person('coordinationOfficer', 'office')
export const director = person('coordinationDirector', 'office')
export const head = person('unitHead', 'bureau')
export const liaison = person('unitLiaison', 'bureau')
export const otherHead = person('unitHead', 'other')
export const otherLiaison = person('unitLiaison', 'other')
export const thirdHead = person('unitHead', 'third')
export const submitter: Actor = { kind: 'system', job: receiptJob }
export const scan: Actor = { kind: 'system', job: 'daily-case-scan' }

const working = (days: number) => ({ days, unit: 'working' }) as const

/** The notice's numbers, gaps filled as the office would. */
export const rules: CaseRules = {
  version: 'rules-1',
  counting: defaultCountingRule,
  alert: defaultAlertRule,
  triage: working(5),
  refuseGrounds: [{ code: 'civil', name: '民事纠纷' }],
  supplement: { askWithin: working(5), giveWithin: working(10), times: 1, restarts: true },
  tiers: [],
  handle: working(15),
  handleStarts: 'assigned',
  pauseAtHandIn: true,
  extension: { grants: 1, cap: working(15), inRework: false, approver: 'office' },
  declineWindow: working(2),
  declinesBeforeDecision: 1,
  declineDecide: working(2),
  supportingLeadDays: 5,
  verify: working(5),
  inform: working(5),
  informStarts: 'verified',
  statutoryWithoutInform: ['petition'],
  rework: { window: working(10), judge: working(3), handle: working(15), needsNewEvidence: true, times: 1 },
  noAnswerAfter: working(10),
  unreachable: { attempts: 3, days: 3 },
  dissatisfactionReasons: [{ code: 'unsolved', name: '问题没有解决', leadsTo: 'rework' }],
  escalation: [{ code: 'urge', name: '催办', afterOverdueDays: 1 }],
  followUpWithin: working(20),
  satisfactionOptions: [{ code: 'good', name: '满意', meaning: 'satisfied' }],
  concludingKinds: [...conclusionKinds],
  categories: [{ code: 'a', name: '作风' }],
  heads: [{ code: 'h1', name: '政府失信' }],
}

let texts = 0
export function text(): KeptText {
  return { textId: `t${++texts}`, commitment: 'c' }
}
const words: KeptText = { textId: 'words', commitment: 'c' }

export function facts(part: Partial<CaseFacts> = {}): CaseFacts {
  return {
    number: '320724-2022-000001',
    division: '320724',
    campaignId: 'campaign',
    ruleVersion: 'rules-1',
    kind: 'complaint',
    source: 'portal',
    receivedOn: '2022-09-26',
    receivedAt: null,
    firstContactUnitId: null,
    masked: words,
    submitterKind: 'marketEntity',
    vaultId: 'vault',
    commitments: { original: 'c', identity: 'c' },
    ...part,
  }
}

export const noClassification = { category: null, head: null, environment: null, tier: null }
export const given: GivenResult = { text: words, fileIds: [], outcome: 'solved', withoutParts: true }
export const toBureau = { leadUnitId: 'bureau', supporting: [] }

export function context(actor: Actor, businessDay: string, more: Partial<CaseContext> = {}): CaseContext {
  return { actor, businessDay, rules, calendar, units, ...more }
}

/** Plain commands by name, with what most tests do not care about filled in. */
export const commands = {
  register: { type: 'register', facts: facts(), classification: noClassification },
  accept: { type: 'accept', classification: noClassification },
  refuse: { type: 'refuse', ground: 'civil', why: words, tell: 'receiptPage' },
  askSupplement: { type: 'askSupplement', what: words, tell: 'receiptPage' },
  receiveSupplement: { type: 'receiveSupplement', masked: null },
  lapseSupplement: { type: 'lapseSupplement' },
  merge: { type: 'merge', intoCaseId: 'another', tell: 'receiptPage' },
  takeIn: { type: 'takeIn', caseId: 'another' },
  transfer: { type: 'transfer', to: '县法院', independent: true, why: words, tell: 'receiptPage' },
  classify: { type: 'classify', classification: { ...noClassification, category: 'a' } },
  assign: { type: 'assign', units: toBureau, note: null },
  sign: { type: 'sign' },
  decline: { type: 'decline', reason: words },
  decideHandling: { type: 'decideHandling', units: toBureau, reason: words },
  handOver: { type: 'handOver', toUnitId: 'other', reason: words },
  exitToStatutory: {
    type: 'exitToStatutory',
    kind: 'administrative',
    statute: '行政许可法',
    article: '42',
    limit: { kind: 'period', startsOn: '2022-09-28', days: 60, unit: 'working' },
    reason: words,
    tell: 'receiptPage',
  },
  givePart: { type: 'givePart', unitId: 'other', text: words, fileIds: [] },
  askExtension: { type: 'askExtension', extensionId: 'e1', days: 15, reason: words },
  grantExtension: { type: 'grantExtension', extensionId: 'e1', days: 15, tell: 'receiptPage' },
  refuseExtension: { type: 'refuseExtension', extensionId: 'e1', reason: words },
  draft: { type: 'draft', result: given },
  sendDraftBack: { type: 'sendDraftBack', reason: words },
  reportResult: { type: 'reportResult', result: given },
  verify: { type: 'verify', outcome: 'solved', note: null },
  returnForRevision: { type: 'returnForRevision', reason: words },
  recordContactAttempt: { type: 'recordContactAttempt', way: 'telephone', outcome: 'noAnswer' },
  informSubmitter: { type: 'informSubmitter', way: 'telephone', answer: words },
  rate: { type: 'rate', satisfaction: 'dissatisfied', option: null, reasons: ['unsolved'], words: null },
  lapseAnswer: { type: 'lapseAnswer' },
  askRework: { type: 'askRework', reason: words, evidence: 1 },
  grantRework: { type: 'grantRework', why: words, units: toBureau },
  refuseRework: { type: 'refuseRework', why: words, tell: 'receiptPage' },
  conclude: { type: 'conclude', conclusion: 'solved', words: null },
  recordFollowUp: { type: 'recordFollowUp', way: 'telephone', outcome: 'held', words: null },
  urge: { type: 'urge', unitId: 'bureau', words: null },
  markProminent: { type: 'markProminent', prominent: true, reason: words },
  correctMaskedText: { type: 'correctMaskedText', masked: words },
  addMessage: { type: 'addMessage', messageId: 'm1', from: 'submitter', commitment: 'c', masked: words },
  askWithdrawal: { type: 'askWithdrawal' },
  withdraw: { type: 'withdraw', checkedBy: 'telephone', words: null },
  setAsideWithdrawal: { type: 'setAsideWithdrawal', reason: words },
  recount: { type: 'recount' },
  moveWithUnit: { type: 'moveWithUnit', fromUnitId: 'bureau', toUnitId: 'other' },
} as const satisfies { readonly [Name in CaseCommand['type']]: Extract<CaseCommand, { type: Name }> }
export type CommandName = keyof typeof commands

/** One case on its way: every step must be allowed; `refusal` asks for the answer without taking the step. */
export class Story {
  events: CaseEvent[] = []
  state: Case = { kind: 'none' }
  readonly more: Partial<CaseContext>

  constructor(more: Partial<CaseContext> = {}) {
    this.more = more
  }

  step(day: string, actor: Actor, command: CaseCommand | CommandName): this {
    const decision = caseDecider.decide(asCommand(command), this.state, context(actor, day, this.more))
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
    this.events.push(...decision.events)
    this.state = replay(caseDecider, this.events)
    return this
  }

  refusal(day: string, actor: Actor, command: CaseCommand | CommandName): string | null {
    const decision = caseDecider.decide(asCommand(command), this.state, context(actor, day, this.more))
    return decision.ok ? null : decision.refusal.code
  }

  get live(): LiveCase {
    return this.state as LiveCase
  }

  get round() {
    return roundOf(this.live.file)
  }
}

function asCommand(command: CaseCommand | CommandName): CaseCommand {
  return typeof command === 'string' ? commands[command] : command
}

/** Registered and accepted on 26 September 2022, assigned to the bureau on `day`. */
export function assigned(day = '2022-09-28', more: Partial<CaseContext> = {}): Story {
  return new Story(more)
    .step('2022-09-26', submitter, 'register')
    .step('2022-09-26', officer, 'accept')
    .step(day, officer, 'assign')
}

/** Told on 20 October 2022, after a result on the 17th that was verified on the 18th. */
export function informed(more: Partial<CaseContext> = {}): Story {
  return assigned('2022-09-28', more)
    .step('2022-09-29', liaison, 'sign')
    .step('2022-10-17', head, 'reportResult')
    .step('2022-10-18', officer, 'verify')
    .step('2022-10-20', officer, 'informSubmitter')
}
