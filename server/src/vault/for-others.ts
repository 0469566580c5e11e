import { readReceiptCode } from '@yingshang/core/vault/receipt-code'
import type { Services } from '../platform/capability.ts'
import type { Attachment } from '../platform/ledger/table.ts'
import { inUploadTurn } from '../platform/files/upload-turns.ts'
import { takeFile } from './files.ts'
import { sealMessage, sealSubmission, type SealedSubmission, type Submission } from './intake.ts'
import { Sealers } from './public-keys.ts'
import { ReceiptGuesses } from './receipt-guesses.ts'
import { findReceipt, ReceiptKeys, receiptRow, type ReceiptRow } from './receipt.ts'

export type { Submission, SealedSubmission } from './intake.ts'
export type { VaultSubject, VaultSubjects } from './subject.ts'
export { openingsSeenBySubmitter, type SeenOpening } from './opening-views.ts'
export { repeatsOf } from './fingerprints.ts'
export { makeTrialKeys } from './trial.ts'
export { custodyOf, changeCustody } from './custody-store.ts'
export { commandOfForm, receiptCodeOf, type ReceiptSubject, type ReceiptPurpose } from './receipt.ts'

/** What intake (portal, staff entry, import, REST) needs of the vault: sealing and receipts, nothing that opens. */
export interface VaultIntake {
  /** Seals a submission and masks its text; see `sealSubmission`. */
  seal(submission: Submission): Promise<SealedSubmission>
  /** Cleans, seals and keeps one file; give the answers to `seal` as `files`. */
  takeFile(upload: Parameters<typeof takeFile>[1], now: number): ReturnType<typeof takeFile>
  /** Seals a later message of the submitter. */
  sealMessage(message: Parameters<typeof sealMessage>[1]): ReturnType<typeof sealMessage>
  /** The receipt's row for the write that registers the subject. About 15 ms: not for the hot path without a code. */
  receipt(receipt: ReceiptRow): Promise<Attachment>
  /**
   * What a typed code belongs to; `undefined` when to nothing. `from` is given by pages that anybody may open: too many
   * codes that were never given out from one address rest for ten minutes (429 `receipt.too-many-guesses`).
   */
  find(typed: string, from?: { readonly address: string; readonly now: number }): ReturnType<typeof findReceipt>
}

/** One per program: it holds the sealers of the division and the queue of slow hashes. */
export function vaultIntake(services: Pick<Services, 'databases' | 'keys' | 'installation'>): VaultIntake {
  const sealers = new Sealers(services.databases.app, services.installation.division)
  const receipts = new ReceiptKeys(services.keys.siteKey)
  const guesses = new ReceiptGuesses()
  return {
    seal: (submission) => sealSubmission(sealers, submission),
    takeFile: (upload, now) => inUploadTurn(() => takeFile(services.databases.app, upload, now)),
    sealMessage: (message) => sealMessage(sealers, message),
    receipt: (receipt) => receiptRow(receipts, receipt),
    async find(typed, from) {
      // A slip of the finger is told at once and costs nothing, also while the address rests.
      if (readReceiptCode(typed) === undefined) return undefined
      if (from) guesses.admit(from.address, from.now)
      const found = await findReceipt(services.databases.app, receipts, typed)
      if (!found && from) guesses.count(from.address, from.now)
      return found
    },
  }
}
