import { importBatchDecider, type BatchFacts, type ImportBatch } from '@yingshang/core/cases/import-batch'
import type { ImportRow } from '@yingshang/core/cases/import-rows'
import { notFound } from '../platform/http/failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeBy, newChange, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment, Change, Loaded } from '../platform/ledger/table.ts'
import { runningCampaignOf } from '../rules/for-others.ts'
import {
  batchOfCommand,
  cutOffBatch,
  importBatchTable,
  importedRows,
  knownNumbers,
  together,
  type ImportedRow,
} from './import-tables.ts'
import type { Entry } from './register-route.ts'

/** Cases of one statement: large enough to be quick, small enough that others are not kept waiting. */
const atOnce = 100
const races = { retry: ['import_row_number', 'case_number'] }

/**
 * Registers all rows of a plan, a hundred cases to a statement, each statement moving the batch along. A program that is
 * killed has done whole statements only; the same file then goes on in the same batch with the rows that are missing. No
 * news goes out: who brings a file in knows of it. Answers the batch, or undefined when there is nothing to do.
 */
export async function runBatch(
  entry: Entry,
  occasion: Occasion,
  facts: BatchFacts,
  rows: readonly ImportRow[],
): Promise<Loaded<ImportBatch> | undefined> {
  const db = entry.services.databases.app
  const begun = (await cutOffBatch(db, facts)) ?? (await batchOfCommand(db, occasion))
  if (begun === undefined && rows.length === 0) return undefined
  const batchId = begun ?? (await begin(entry, occasion, facts))
  for (let at = 0; at < rows.length; at += atOnce)
    await registerSome(entry, occasion, batchId, facts, rows.slice(at, at + atOnce))
  await step(entry, occasion, batchId, 'running', { type: 'finish' })
  return load(db, importBatchTable, batchId)
}

async function begin({ services }: Entry, occasion: Occasion, facts: BatchFacts): Promise<string> {
  const { batchId } = await decideAndRecord(services.databases.app, occasion, async () => {
    const id = newId(occasion.now)
    const events = orRefuse(importBatchDecider.decide({ type: 'begin', facts }, importBatchDecider.initial, occasion))
    const change = newChange(importBatchTable, importBatchDecider, id, events)
    return { changes: [change], result: { batchId: id } }
  })
  return batchId
}

async function registerSome(
  entry: Entry,
  occasion: Occasion,
  batchId: string,
  facts: BatchFacts,
  rows: readonly ImportRow[],
): Promise<void> {
  const { services, cases } = entry
  const db = services.databases.app
  let taken: string[] = []
  const giveBack = async () => {
    for (const number of taken) await cases.release(number)
    taken = []
  }
  const next = { ...occasion, commandId: newId(occasion.now) }
  try {
    await decideAndRecord(
      db,
      next,
      async () => {
        if (taken.length > 0) {
          await giveBack()
          await cases.lookAgain(occasion.businessDay)
        }
        const loaded = await demandBatch(entry, batchId)
        const known = await knownNumbers(
          db,
          facts,
          rows.map(({ number }) => number),
        )
        const changes: Change[] = []
        const attachments: Attachment[] = []
        const came: ImportedRow[] = []
        for (const row of rows) {
          if (known.has(row.number)) continue
          const made = await sealedCase(entry, next, facts, row)
          taken.push(made.number)
          changes.push(made.change)
          attachments.push(...made.attachments)
          const { source, division } = facts
          came.push({ case_id: made.caseId, batch_id: batchId, division, source, number: row.number, undone: false })
        }
        // Somebody else brought these rows in meanwhile.
        if (changes.length === 0) return { changes: [], result: null }
        const command = { type: 'registerRows', count: changes.length } as const
        const events = orRefuse(importBatchDecider.decide(command, loaded.state, next))
        return {
          changes: [changeBy(importBatchTable, importBatchDecider, loaded, events), ...changes],
          attachments: together([...attachments, importedRows(came)]),
          result: null,
        }
      },
      races,
    )
  } catch (error) {
    await giveBack()
    throw error
  }
}

/** One row as a case of its own: what was written goes into the vault, the case carries the masked words. */
async function sealedCase({ services, vault, cases }: Entry, occasion: Occasion, facts: BatchFacts, row: ImportRow) {
  const { title, text, object, identity } = row
  const sealed = await vault.seal({
    holder: 'office',
    original: { title, text, object },
    identity,
    // Nobody was asked: the most careful answer stands until somebody is.
    consent: 'doNotPassOn',
    now: occasion.now,
  })
  const made = await cases.prepare(occasion, {
    kind: row.kind,
    source: facts.source,
    receivedOn: row.receivedOn,
    receivedAt: row.receivedAt,
    submitterKind: row.submitterKind,
    firstContactUnitId: row.unitId,
    vaultId: sealed.vaultId,
    commitments: sealed.commitments,
    campaignId: (await runningCampaignOf(services.databases.app, facts.division)) ?? null,
    masked: { title: sealed.maskedTitle.text, text: sealed.maskedText.text, object: sealed.maskedObject.text },
  })
  return { ...made, attachments: [...made.attachments, ...sealed.attachments] }
}

/** Moves a batch one step, if it still stands where that step begins; who came second finds it done. */
export async function step(
  { services }: Pick<Entry, 'services'>,
  occasion: Occasion,
  batchId: string,
  from: ImportBatch['kind'],
  command: Parameters<typeof importBatchDecider.decide>[0],
): Promise<void> {
  await decideAndRecord(services.databases.app, { ...occasion, commandId: newId(occasion.now) }, async () => {
    const loaded = await demandBatch({ services }, batchId)
    if (loaded.state.kind !== from) return { changes: [], result: null }
    const events = orRefuse(importBatchDecider.decide(command, loaded.state, occasion))
    return { changes: [changeBy(importBatchTable, importBatchDecider, loaded, events)], result: null }
  })
}

export async function demandBatch({ services }: Pick<Entry, 'services'>, id: string): Promise<Loaded<ImportBatch>> {
  const loaded = await load(services.databases.app, importBatchTable, id)
  if (!loaded || loaded.state.kind === 'none') throw notFound('importBatch')
  return loaded
}
