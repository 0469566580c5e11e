import type { ReadingRefusal, ReadingRefusalCode } from '@yingshang/core/plans/reading.zh'

/**
 * Leaves a reader from any depth. Caught once, in `readDocument`, and turned into the refusal it carries: a reader is
 * a long walk over bytes of a stranger, and threading a result through every step would hide the walk.
 */
export class Unreadable extends Error {
  readonly refusal: ReadingRefusal
  constructor(code: ReadingRefusalCode, facts?: Record<string, string | number>) {
    super(code)
    this.refusal = facts ? { code, facts } : { code }
  }
}
