import { splitOutsideBrackets } from './brackets.ts'
import { deadlinePhrase } from './deadlines.ts'
import { takeDeadlines } from './tail-deadlines.ts'
import { joinUnitLines } from './list-spaces.ts'
import { hasRule, takeStandingRules, type StandingRules } from './standing-rules.ts'
import { labelsIn, type TailRole } from './tail-labels.ts'
import { isCatchAll, isGroup, isSurelyUnit, looksLikeUnit } from './unit-names.ts'
import { readUnits, type UnitList } from './unit-lists.ts'

/** What the notation after a task says: who, by when, on what basis. */
export interface Tail {
  readonly lead: string[]
  readonly responsible: string[]
  readonly supporting: string[]
  readonly groups: string[]
  readonly catchAll: string[]
  /** Units carrying a mark such as ★. */
  readonly marked: string[]
  /** A label or verb names the lead, so a standing "first listed leads" does not apply. */
  explicitLead: boolean
  deadline: string
  readonly basis: string[]
  readonly odd: string[]
  rules: StandingRules | null
  /** Persons were named; they are no units. */
  persons: boolean
}

export function emptyTail(): Tail {
  return {
    lead: [],
    responsible: [],
    supporting: [],
    groups: [],
    catchAll: [],
    marked: [],
    explicitLead: false,
    deadline: '',
    basis: [],
    odd: [],
    rules: null,
    persons: false,
  }
}

export function hasUnits(tail: Tail): boolean {
  return (
    tail.lead.length + tail.responsible.length + tail.supporting.length + tail.groups.length + tail.catchAll.length > 0
  )
}

type UnitRole = 'lead' | 'responsible' | 'supporting'

/** Reads the words of a tail, brackets already off; null when they are none. */
export function readTail(words: string): Tail | null {
  const { rest, rules } = takeStandingRules(withoutPersons(words))
  const tail = emptyTail()
  if (hasRule(rules) || rules.sameBelow) tail.rules = rules
  const named = rest.replace(nestedLabel, '$1$2：')
  const labels = labelsIn(named)
  if (labels.length === 0) return readUnlabelled(rest, tail)
  const before = named.slice(0, labels[0]!.start).replace(separators, '')
  if (before !== '' && readUnlabelled(before, tail) === null) tail.odd.push(before)
  for (const [index, label] of labels.entries()) {
    const next = labels[index + 1]?.start
    // A mark before the next label is no mark of the unit before it.
    const value = next === undefined ? named.slice(label.end) : named.slice(label.end, next).replace(/[※◆■●→]\s*$/, '')
    if (label.contact) continue
    readLabelled(label.role, value, tail)
  }
  return tail
}

/** 责任单位：牵头单位县甲局，配合单位县乙局: a label behind a label has no colon of its own. */
const nestedLabel =
  /([：:，,；;、]\s*)((?:牵头|主办|配合|协办|协同|参与|责任)(?:单位|部门))(?=(?:县|市|区|省|州|镇|国家|团|各|其他|有关|相关|[\u4e00-\u9fff]{2,10}(?:局|委|办|中心|院|部|会|公司|大队|支行))[\u4e00-\u9fff、，,；;]?)(?!为|是|要|应|和|及|与|负责|落实)/g

/** A person named in brackets behind a unit is no unit: 县财政局（责任人：张某）. */
function withoutPersons(words: string): string {
  return words.replace(
    /(?<=[^，,；;。、：:\s])[（(][^（()）：:]{0,6}(?:责任人|负责人|领导|联系人|联络员)[：:][^（()）]*[）)]/g,
    '',
  )
}

const separators = /^[，,；;。、：:|｜／/\s]+|[，,；;。、：:|｜／/\s]+$/g

function readLabelled(role: TailRole, printed: string, tail: Tail): void {
  const value = openEnd(printed.replace(separators, ''))
  if (role === 'person') {
    tail.persons = true
    const [, ...others] = splitOutsideBrackets(value, '，,；;')
    if (others.length > 0) readUnlabelled(others.join('，'), tail)
  } else if (role === 'deadline') tail.deadline = withoutUnits(value, tail)
  else if (role === 'basis') tail.basis.push(...basisNames(withoutDeadline(value, tail)))
  else {
    if (role === 'lead') tail.explicitLead = true
    if (verbAtEnd.test(value) || /(?:牵头|配合|主办|协办)[，,；;、]/.test(value)) readByVerbs(value, role, tail)
    else readSegments(value, role, tail)
  }
}

/** Units without a label may follow a deadline: 完成时限：6月底前；县财政局负责. They are read, and the deadline given back. */
function withoutUnits(value: string, tail: Tail): string {
  for (const [at, mark] of [...value].entries()) {
    if (!'，,；;。'.includes(mark)) continue
    const trial = readUnlabelled(value.slice(at + 1), emptyTail())
    if (trial === null || !hasUnits(trial) || deadlinePhrase(value.slice(0, at)) === null) continue
    mergeTails(tail, { ...trial, deadline: '' })
    return value.slice(0, at)
  }
  return value
}

/** A basis may be followed by a date without a label: 依据：《…》，10月底前. */
function withoutDeadline(value: string, tail: Tail): string {
  const pieces = splitOutsideBrackets(value, '，,；;。')
  if (pieces.length < 2 || tail.deadline !== '') return value
  const deadline = deadlinePhrase(pieces.at(-1)!)
  if (deadline === null) return value
  tail.deadline = deadline
  return pieces.slice(0, -1).join('，')
}

/** A bracket that was opened before the value closes after it: 责任单位：A） → A. */
function openEnd(value: string): string {
  const opens = (value.match(/[（(〔【[]/g) ?? []).length
  const closes = (value.match(/[）)〕】\]]/g) ?? []).length
  return closes > opens ? value.replace(/[）)〕】\]]$/, '').replace(separators, '') : value
}

/** 《甲》、《乙》 → two names; anything else stays one. */
export function basisNames(value: string): string[] {
  if (value === '' || /^(?:无|[-—/])$/.test(value)) return []
  return value
    .split(/(?<=》(?:[（(][^（()）]*[）)])?)[、，,；;和及\n]*(?=《)/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Units, with a deadline that may stand among them: 县发改委、县财政局，10月底前完成. */
function readSegments(value: string, role: UnitRole, tail: Tail): void {
  const kept = takeDeadlines(splitOutsideBrackets(value, '，,；;。\n'), tail)
  place(readUnits(kept.join('，')), role, tail)
}

function place(list: UnitList, role: UnitRole, tail: Tail): void {
  for (const { name, marked, role: own } of list.units) {
    if (marked) tail.marked.push(name)
    if (own === 'lead') {
      tail.explicitLead = true
      add(tail.lead, name)
    } else add(tail[own ?? role], name)
  }
  for (const group of list.groups) add(tail.groups, group)
  for (const rest of list.catchAll) add(tail.catchAll, rest)
  tail.odd.push(...list.odd)
}

function add(list: string[], name: string): void {
  if (!list.includes(name)) list.push(name)
}

const verb =
  '(?:总?牵头(?:负责|组织实施|组织|实施|落实|推进|抓总|总抓|办理|协调)?|抓总|为主|(?:具体|共同|分别|统筹|组织|联合)?(?:负责|承办|组织实施|抓好落实|落实)|主办|主责|(?:密切|协同|积极|共同|协助)?(?:配合|(?<!政)协办|协助|参与|参加|协同)(?:实施|落实|推进|配合|做好)?|指导|监督)'
const verbAtEnd = new RegExp(`${verb}$`)
const verbBeforeBreak = new RegExp(`${verb}(?=[，,；;。、]|会同|$)`, 'g')

function verbRole(found: string): UnitRole {
  if (/牵头|主办|主责|抓总|为主/.test(found)) return 'lead'
  return /配合|协办|协助|参与|参加|协同|指导|监督/.test(found) ? 'supporting' : 'responsible'
}

/** 由A牵头，B、C配合，D按职责分工负责: the words before a verb have its role. True when there was a verb. */
function readByVerbs(value: string, otherwise: UnitRole, tail: Tail): boolean {
  let spoken = false
  let waiting: string[] = []
  const give = (role: UnitRole): void => {
    const words = waiting.join('，')
    waiting = []
    if (words.trim() === '') return
    if (role === 'lead') tail.explicitLead = true
    place(readUnits(words.replace(/^(?:由|分别由|请)/, '')), role, tail)
  }
  for (const segment of takeDeadlines(splitOutsideBrackets(value, '，,；;。'), tail)) {
    let from = 0
    for (const m of segment.matchAll(verbBeforeBreak)) {
      spoken = true
      // 按职责分工负责 belongs to the words before it: it decides between a unit and an open-ended rest.
      const duty = /(?:职责|分工|职能)$/.test(segment.slice(from, m.index))
      waiting.push(segment.slice(from, duty ? m.index + m[0].length : m.index).replace(/^[、由]+/, ''))
      give(duty ? (/配合/.test(m[0]) ? 'supporting' : 'responsible') : verbRole(m[0]))
      from = m.index + m[0].length
    }
    if (from < segment.length) waiting.push(segment.slice(from))
  }
  give(otherwise)
  return spoken
}

/** Units without a label: they must end in a verb of duty, or all of them must be names of units. */
function readUnlabelled(printed: string, tail: Tail): Tail | null {
  const value = printed.replace(separators, '')
  if (value === '') return tail.rules !== null && hasRule(tail.rules) ? tail : null
  if (value.length > 400) return null
  const alone = deadlinePhrase(value)
  if (alone !== null) {
    // A bare period in brackets is a stage or a remark; a deadline says 前, 底, 完成 or that it goes on.
    if (!/前$|底$|末$|完成|长期|持续|常年|长年|每|内$/.test(value)) return null
    tail.deadline = alone
    return tail
  }
  const trial = emptyTail()
  const spoken = readByVerbs(value, 'responsible', trial)
  const named = [...trial.lead, ...trial.responsible, ...trial.supporting]
  if (named.length + trial.groups.length + trial.catchAll.length === 0) return null
  const sure = named.every((name) => (spoken ? looksLikeUnit(name) : isSurelyUnit(name)))
  if (!spoken && (named.length === 0 || !sure)) return null
  if (spoken && !sure && (trial.odd.length > named.length / 2 || trial.odd.some((name) => name.length > 14)))
    return null
  if (
    spoken &&
    named.length === 0 &&
    ![...trial.groups, ...trial.catchAll].every((name) => isGroup(name) || isCatchAll(name))
  )
    return null
  for (const role of ['lead', 'responsible', 'supporting', 'groups', 'catchAll', 'marked', 'odd'] as const)
    tail[role].push(...trial[role].filter((name) => !tail[role].includes(name)))
  tail.explicitLead ||= trial.explicitLead
  if (trial.deadline !== '') tail.deadline = trial.deadline
  return tail
}

/** Puts a second tail of the same task to the first. */
export function mergeTails(into: Tail, from: Tail): void {
  for (const role of ['lead', 'responsible', 'supporting', 'groups', 'catchAll', 'marked', 'basis', 'odd'] as const)
    for (const name of from[role]) add(into[role], name)
  into.explicitLead ||= from.explicitLead
  into.persons ||= from.persons
  if (into.deadline === '') into.deadline = from.deadline
  else if (from.deadline !== '' && from.deadline !== into.deadline) into.deadline = `${into.deadline}；${from.deadline}`
  if (from.rules) into.rules = from.rules
}

/** The words of a table cell under a heading of units; verbs in it (A牵头，B配合) win over the heading. */
export function readUnitCell(value: string, role: 'lead' | 'responsible' | 'supporting', tail: Tail): void {
  const { rest, rules } = takeStandingRules(joinUnitLines(value))
  if (hasRule(rules) || rules.sameBelow) tail.rules = rules
  const labels = labelsIn(rest)
  if (labels.length > 0) {
    for (const [index, label] of labels.entries())
      readLabelled(label.role, rest.slice(label.end, labels[index + 1]?.start ?? rest.length), tail)
  } else readLabelled(role, rest, tail)
}

export function readDeadlineCell(value: string): string {
  return value.replace(/\n+/g, '').replace(separators, '')
}
