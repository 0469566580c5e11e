import { z } from 'zod'

const words = (most: number) => z.string().trim().max(most)

/** Who the submitter says they are. Every field may stay empty; an anonymous submission has none of them. */
export const identitySchema = z.strictObject({
  name: words(60).optional(),
  mobile: words(40).optional(),
  email: words(120).optional(),
  company: words(120).optional(),
  /** 统一社会信用代码 */
  companyCode: words(40).optional(),
  idNumber: words(40).optional(),
  address: words(200).optional(),
  /** How they want to be reached, in their own words. */
  reachBy: words(200).optional(),
})
export type Identity = z.infer<typeof identitySchema>

/** 可以向承办单位说明我的身份 / 只能告知上级机关 / 不得转告任何单位 (foundations: three choices in plain words). */
export const consents = ['mayNameMe', 'higherBodyOnly', 'doNotPassOn'] as const
export type Consent = (typeof consents)[number]

/** What was sent, word for word, before masking. */
export interface Original {
  readonly title: string
  readonly text: string
  /** Whom or what it is about, in the submitter's words. */
  readonly object?: string
}

export function isAnonymous(identity: Identity | null): boolean {
  return identity === null || Object.values(identity).every((value) => value === undefined || value === '')
}
