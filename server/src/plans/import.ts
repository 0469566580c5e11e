import type { DraftPurpose } from '@yingshang/core/plans/draft-state'
import { draftDecider } from '@yingshang/core/plans/draft'
import type { PlanPackage } from '@yingshang/core/plans/package'
import { hasSecretMark } from '@yingshang/core/kernel/secret-mark'
import type { SourceLine } from '@yingshang/core/plans/source'
import { Failure, notFound } from '../platform/http/failure.ts'
import { findFile, readContent } from '../platform/files/store.ts'
import { newChange, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { newId, record } from '../platform/ledger/record.ts'
import type { Services } from '../platform/capability.ts'
import { understandInWorker } from './readers/read-in-worker.ts'
import { planTable } from './tables.ts'

/** A document that was read and understood, ready to be kept as a draft. */
export interface UnderstoodPlan {
  readonly file: { readonly id: string; readonly name: string }
  readonly format: string
  readonly lines: readonly Pick<SourceLine, 'no' | 'text' | 'row'>[]
  readonly package: PlanPackage
  readonly purpose: DraftPurpose
}

/**
 * Reads an uploaded file and keeps what was understood as a draft. Nothing is live. A file that cannot be read is
 * refused with its reason; a document that is not understood becomes a draft with diagnostics.
 */
export async function importPlan(
  services: Services,
  occasion: Occasion,
  input: { fileId: string; purpose: DraftPurpose },
): Promise<{ planId: string }> {
  const db = services.databases.app
  const file = await findFile(db, input.fileId)
  if (!file || file.purpose !== 'plan') throw notFound('file')
  const reading = await understandInWorker(await readContent(db, file.id))
  if ('refusal' in reading) throw new Failure(422, reading.refusal)
  const { source } = reading
  const opening = source.lines.slice(0, 60).map((line) => line.text)
  if (hasSecretMark(opening.join('\n'))) throw new Failure(422, { code: 'file.secret-mark' })
  const understood = { file, format: source.format, lines: source.lines, package: reading.package }
  return keepDraft(services, occasion, { ...understood, purpose: input.purpose })
}

/** Keeps an understood document as a draft, with the lines it stands on. */
export async function keepDraft(
  services: Services,
  occasion: Occasion,
  plan: UnderstoodPlan,
): Promise<{ planId: string }> {
  const planId = newId(occasion.now)
  const content = {
    division: services.installation.division,
    fileId: plan.file.id,
    fileName: plan.file.name,
    format: plan.format,
    importedOn: occasion.businessDay,
    purpose: plan.purpose,
  }
  const command = { type: 'import', content, package: plan.package } as const
  const events = orRefuse(draftDecider.decide(command, draftDecider.initial, undefined))
  const lines = { table: 'app.plan_source', columns: ['plan_id', 'lines'] }
  const answer = await record(services.databases.app, {
    ...occasion,
    changes: [newChange(planTable, draftDecider, planId, events)],
    attachments: [{ ...lines, rows: [{ plan_id: planId, lines: plan.lines.map(printedLine) }] }],
    result: { planId },
  })
  return answer.kind === 'repeated' ? (answer.result as { planId: string }) : { planId }
}

function printedLine(line: Pick<SourceLine, 'no' | 'text' | 'row'>): { no: number; text: string; cells?: string[] } {
  const plain = { no: line.no, text: line.text }
  return line.row ? { ...plain, cells: line.row.cells.map((cell) => cell.text) } : plain
}
