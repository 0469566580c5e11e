import type { registerCase } from '@yingshang/core/cases/intake-contract'
import type { CaseKind, CaseSource, SubmitterKind } from '@yingshang/core/cases/case-words'
import type { Consent, Identity } from '@yingshang/core/kernel/identity'
import { isIsoDate } from '@yingshang/core/kernel/dates'
import type { Input } from '../../api/client.ts'

export type EntryBody = NonNullable<Input<typeof registerCase>['body']>
type EnteredSource = Exclude<CaseSource, 'portal' | 'restApi'>

/** What is typed while somebody tells what happened; nothing of it is stored before it was sealed. */
export interface Entry {
  readonly kind: CaseKind
  readonly source: EnteredSource | null
  readonly receivedOn: string | undefined
  /** As typed, `9:30` as well; empty when nobody noted the time. */
  readonly receivedAt: string
  readonly title: string
  readonly text: string
  readonly object: string
  readonly who: 'unnamed' | 'named' | null
  readonly identity: Readonly<Record<IdentityField, string>>
  readonly consent: Consent | null
  readonly submitterKind: SubmitterKind
  readonly category: string | null
  readonly head: string | null
}

export const identityFields = ['name', 'mobile', 'company', 'reachBy'] as const satisfies readonly (keyof Identity)[]
export type IdentityField = (typeof identityFields)[number]

/** A field that may still be missing or wrong; the body's paths use the same words. */
export type EntryField = 'source' | 'receivedOn' | 'receivedAt' | 'title' | 'text' | 'who' | 'identity' | 'consent'

/** An empty form. A unit writes down what was said at its window; the office says which way it came. */
export function emptyEntry(today: string, source: EnteredSource | null): Entry {
  return {
    kind: 'complaint',
    source,
    receivedOn: today,
    receivedAt: '',
    title: '',
    text: '',
    object: '',
    who: null,
    identity: { name: '', mobile: '', company: '', reachBy: '' },
    consent: null,
    submitterKind: 'unknown',
    category: null,
    head: null,
  }
}

/** Whether anything was typed that would be a pity to lose. */
export function isTyped({ title, text, object, identity }: Entry): boolean {
  return [title, text, object, ...Object.values(identity)].some((words) => words.trim() !== '')
}

/** What is missing or wrong, as a sentence beside its field. `today` is the business day. */
export function whatIsWrong(entry: Entry, today: string): Partial<Record<EntryField, string>> {
  const { receivedOn, who, identity, consent } = entry
  const wrong: Partial<Record<EntryField, string>> = {}
  if (entry.source === null) wrong.source = '请选来源'
  if (receivedOn === undefined || !isIsoDate(receivedOn)) wrong.receivedOn = '请填收到日期'
  else if (receivedOn > today) wrong.receivedOn = '收到日期不能晚于今天'
  if (timeOf(entry.receivedAt) === undefined) wrong.receivedAt = '请按“时:分”填，例如 09:30'
  if (entry.title.trim() === '') wrong.title = '请用一句话概括'
  if (entry.text.trim() === '') wrong.text = '请记下反映的内容'
  if (who === null) wrong.who = '请选是否留姓名'
  if (who === 'named') {
    if (Object.values(identity).every((words) => words.trim() === ''))
      wrong.identity = '请至少填一项；什么都不留的，请选“不留姓名”'
    if (consent === null) wrong.consent = '请问清楚再选；对方没有说的，选最后一项'
  }
  return wrong
}

/** `09:30` from what was typed, with a Chinese colon too; null for nothing typed, undefined for no time of a day. */
export function timeOf(typed: string): string | null | undefined {
  if (typed.trim() === '') return null
  const [, hour, minute] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(typed.trim()) ?? []
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`
}

/** The body of the command. What was typed about a person goes along only when that person leaves a name. */
export function bodyOf(entry: Entry): EntryBody {
  const { category, head } = entry
  const named = entry.who === 'named'
  return {
    kind: entry.kind,
    source: entry.source!,
    receivedOn: entry.receivedOn!,
    receivedAt: timeOf(entry.receivedAt) ?? null,
    submitterKind: entry.submitterKind,
    title: entry.title,
    text: entry.text,
    object: entry.object,
    identity: named ? givenIdentity(entry.identity) : null,
    consent: (named ? entry.consent : null) ?? 'doNotPassOn',
    ...(category === null && head === null ? {} : { classification: { category, head } }),
  }
}

function givenIdentity(identity: Entry['identity']): Identity {
  return Object.fromEntries(
    identityFields.flatMap((field) => (identity[field].trim() === '' ? [] : [[field, identity[field].trim()]])),
  )
}
