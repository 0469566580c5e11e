import { randomUUID } from 'node:crypto'
import type { Consent, Identity, Original } from '@yingshang/core/kernel/identity'
import { isAnonymous } from '@yingshang/core/kernel/identity'
import { maskText, type Masked } from '@yingshang/core/vault/masking'
import type { Attachment } from '../platform/ledger/table.ts'
import type { Holder, Sealers } from './public-keys.ts'
import type { SealedFile } from './read-sealed.ts'
import { sealContent, sealedRows } from './sealed-row.ts'

/** What came in, as it came in. */
export interface Submission {
  /** Tips about persons and a unit's own misconduct go to `discipline`, everything else to `office`. */
  readonly holder: Holder
  readonly original: Original
  readonly identity: Identity | null
  readonly consent: Consent
  /** Files as `takeFile` answered them. */
  readonly files?: readonly SealedFile[]
  /** System clock, epoch milliseconds. */
  readonly now: number
}

/** What belongs into the one write that registers the case or tip. */
export interface SealedSubmission {
  /** Random; the case carries it and nothing else of the vault. */
  readonly vaultId: string
  readonly attachments: readonly Attachment[]
  readonly maskedTitle: Masked
  readonly maskedText: Masked
  readonly maskedObject: Masked
  /** What the case may show of the files: neutral names, no content. */
  readonly files: readonly {
    readonly fileId: string
    readonly name: string
    readonly mediaType: string
    readonly bytes: number
    readonly commitment: string
  }[]
  /** Salted commitments for the event that registers it. */
  readonly commitments: { readonly original: string; readonly identity: string }
}

/** Identity rows of named and anonymous submissions are of one size. */
const identitySize = 1024

/**
 * Seals a submission and makes its masked text. Pure preparation: nothing is written until the caller gives
 * `attachments` to `record`. Refuses with `vault.not-set-up` while the division has no key.
 */
export async function sealSubmission(sealers: Sealers, submission: Submission): Promise<SealedSubmission> {
  const { holder, original, consent, files: given = [], now } = submission
  const identity = isAnonymous(submission.identity) ? null : submission.identity
  const sealer = await sealers.of(holder, now)
  const vaultId = randomUUID()
  const object = original.object ?? ''
  const [words, who] = await Promise.all([
    sealContent(sealer, { vaultId, kind: 'original' }, { ...original, object }, now),
    sealContent(sealer, { vaultId, kind: 'identity' }, { identity, consent, object }, now, { padTo: identitySize }),
  ])
  const files = await Promise.all(
    given.map((file) => sealContent(sealer, { vaultId, kind: 'file' }, file, now, { id: file.fileId })),
  )
  return {
    vaultId,
    attachments: [sealedRows([words.row, who.row, ...files.map(({ row }) => row)])],
    maskedTitle: maskText(original.title, { identity }),
    maskedText: maskText(original.text, { identity }),
    maskedObject: maskText(object, { identity, companies: false }),
    files: given.map(({ fileId, name, mediaType, bytes }, at) => ({
      fileId,
      name,
      mediaType,
      bytes,
      commitment: files[at]!.commitment,
    })),
    commitments: { original: words.commitment, identity: who.commitment },
  }
}

/** A message of the submitter: sealed like the original, files too, with a masked text for the case page. */
export async function sealMessage(
  sealers: Sealers,
  message: {
    readonly holder: Holder
    readonly vaultId: string
    readonly text: string
    readonly files?: readonly SealedFile[]
    readonly now: number
  },
): Promise<{ readonly messageId: string; attachments: readonly Attachment[]; maskedText: Masked; commitment: string }> {
  const { holder, vaultId, text, files = [], now } = message
  const sealer = await sealers.of(holder, now)
  const sealed = await sealContent(sealer, { vaultId, kind: 'message' }, { text }, now)
  const sealedFiles = await Promise.all(
    files.map((file) => sealContent(sealer, { vaultId, kind: 'file' }, file, now, { id: file.fileId })),
  )
  return {
    messageId: sealed.row.id,
    attachments: [sealedRows([sealed.row, ...sealedFiles.map(({ row }) => row)])],
    maskedText: maskText(text),
    commitment: sealed.commitment,
  }
}
