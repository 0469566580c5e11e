import { z } from 'zod'
import { consents, type Consent, type Identity } from '../kernel/identity.ts'
import type { CaseKind, SubmitterKind } from './case-words.ts'

/** What a person may choose on the portal, in everyday order. `report` becomes a clue about a matter or a tip. */
export const sendingKinds = ['complaint', 'report', 'helpRequest', 'inquiry', 'suggestion', 'praise'] as const
export type SendingKind = (typeof sendingKinds)[number]

/** A matter goes to the office; a person's or the unit's own misconduct goes to discipline inspection alone (rule C-02). */
export const sendingSubjects = ['matter', 'conduct'] as const
export type SendingSubject = (typeof sendingSubjects)[number]

const words = (most: number) => z.string().trim().max(most).default('')

/** The portal's form as a browser sends it: every field is text, what is missing is empty. */
const sendingForm = z.object({
  kind: z.enum(sendingKinds),
  subject: z.enum(sendingSubjects).default('matter'),
  category: words(40),
  head: words(40),
  object: words(200),
  title: words(100),
  text: words(8000),
  sentAs: z.enum(['marketEntity', 'individual', 'association', 'delegate']).default('individual'),
  who: z.enum(['anonymous', 'named']),
  name: words(60),
  mobile: words(40),
  company: words(120),
  companyCode: words(40),
  reachBy: words(200),
  consent: z.enum(consents).default('doNotPassOn'),
  recognisable: z.enum(['yes', 'no']),
  understood: z.enum(['yes', '']).default(''),
})
export type SendingForm = z.input<typeof sendingForm>

export const sendingProblems = [
  'kind-missing',
  'text-missing',
  'text-too-long',
  'who-missing',
  'name-required',
  'name-missing',
  'reach-missing',
  'mobile-invalid',
  'recognisable-missing',
  'recognisable-unsettled',
  'field-too-long',
] as const
export type SendingProblem = (typeof sendingProblems)[number]

/** What the rule set in force says about sending without a name. */
export interface SendingRules {
  readonly anonymity: 'accept' | 'clueOnly' | 'refuse'
}

export interface FoundProblem {
  readonly field: string
  readonly code: SendingProblem
}

/** What the submitter sent, understood. */
export interface Sending {
  readonly kind: CaseKind
  readonly subject: SendingSubject
  readonly category: string | null
  readonly head: string | null
  readonly submitterKind: SubmitterKind
  readonly original: { readonly title: string; readonly text: string; readonly object: string }
  /** Null when they chose to stay unnamed: whatever stands in the fields is then not taken. */
  readonly identity: Identity | null
  readonly consent: Consent
}

/** Characters of the first line that serve as title when none is written. */
const titleLength = 30
const fewestCharacters = 5
const mostCharacters = 5000

/**
 * Reads the form. All problems at once, each with its field, in the order of the page. Someone who may be recognised by the
 * facts, and does not want to be named to the unit, is told so honestly and must have read it (`recognisable-unsettled`).
 */
export function readSending(
  fields: Readonly<Record<string, string>>,
  rules: SendingRules = { anonymity: 'accept' },
):
  | { readonly ok: true; readonly sending: Sending }
  | { readonly ok: false; readonly problems: readonly FoundProblem[] } {
  const problems: FoundProblem[] = []
  const add = (field: string, code: SendingProblem) => void problems.push({ field, code })
  const parsed = sendingForm.safeParse(fields)
  const faults = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0])))
  const said = (field: string) => (fields[field] ?? '').trim()

  if (faults.has('kind')) add('kind', 'kind-missing')
  const length = [...said('text')].length
  if (length < fewestCharacters) add('text', 'text-missing')
  else if (length > mostCharacters) add('text', 'text-too-long')
  if (faults.has('who')) add('who', 'who-missing')
  if (said('who') === 'anonymous' && rules.anonymity === 'refuse' && needsName(fields)) add('who', 'name-required')
  const named = said('who') === 'named'
  if (named && said('name') === '') add('name', 'name-missing')
  if (named && said('mobile') === '' && said('reachBy') === '') add('mobile', 'reach-missing')
  // Mobile numbers and fixed lines of China (domain.md 10); anything else can be written into the free field.
  if (named && said('mobile') !== '' && !/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})$/.test(said('mobile')))
    add('mobile', 'mobile-invalid')
  if (faults.has('recognisable')) add('recognisable', 'recognisable-missing')
  else if (isUnsettled(fields)) add('recognisable', 'recognisable-unsettled')
  for (const field of ['object', 'title', 'name', 'company', 'companyCode', 'reachBy'])
    if (faults.has(field)) add(field, 'field-too-long')
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, sending: understood(sendingForm.parse(fields)) }
}

/** Rules against unnamed complaints are about matters: who tells of misconduct, asks or proposes may always stay unnamed. */
function needsName(fields: Readonly<Record<string, string>>): boolean {
  return (fields['kind'] === 'complaint' || fields['kind'] === 'report') && fields['subject'] !== 'conduct'
}

/** They could be recognised, do not want to be named to the unit, and have not yet read what that means. */
function isUnsettled(fields: Readonly<Record<string, string>>): boolean {
  const shielded = fields['who'] !== 'named' || fields['consent'] !== 'mayNameMe'
  return fields['recognisable'] === 'yes' && shielded && fields['understood'] !== 'yes'
}

function understood(form: z.output<typeof sendingForm>): Sending {
  const conduct = form.subject === 'conduct' && (form.kind === 'complaint' || form.kind === 'report')
  const firstLine =
    form.text
      .split(/[\n。！？；]/u)
      .find((piece) => piece.trim() !== '')
      ?.trim() ?? form.text
  return {
    kind: form.kind === 'report' ? 'clue' : form.kind,
    subject: conduct ? 'conduct' : 'matter',
    category: form.category || null,
    head: form.head || null,
    submitterKind: form.sentAs,
    original: {
      title: form.title || [...firstLine].slice(0, titleLength).join(''),
      text: form.text,
      object: form.object,
    },
    identity:
      form.who === 'anonymous'
        ? null
        : filled({
            name: form.name,
            mobile: form.mobile,
            company: form.company,
            companyCode: form.companyCode,
            reachBy: form.reachBy,
          }),
    consent: form.who === 'anonymous' ? 'doNotPassOn' : form.consent,
  }
}

function filled(identity: Identity): Identity {
  return Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== ''))
}
