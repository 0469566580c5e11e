import type { FileRefusal } from '@yingshang/core/kernel/file-labels.zh'

/** Leaves the cleaning of a file from any depth, with why it is not kept. */
export class NotKept extends Error {
  readonly code: FileRefusal
  constructor(code: FileRefusal) {
    super(code)
    this.code = code
  }
}
