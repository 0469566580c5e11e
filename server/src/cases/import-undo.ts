import { caseDecider } from '@yingshang/core/cases/case'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import type { Case } from '@yingshang/core/cases/case-state'
import { importBatchDecider, type ImportBatch, type UndoReason } from '@yingshang/core/cases/import-batch'
import { withdrawImported } from '@yingshang/core/cases/import-undo'
import { undoReasonNames } from '@yingshang/core/cases/import-words.zh'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeBy, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { loadMany } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment, Change, Loaded } from '../platform/ledger/table.ts'
import { demandBatch, step } from './import-run.ts'
import { importBatchTable, importedRows, together, type ImportedRow } from './import-tables.ts'
import type { Entry } from './register-route.ts'
import { caseTable } from './tables.ts'
import { Texts } from './texts.ts'
import { eventsOrRefuse } from './write.ts'

const atOnce = 200

/**
 * Takes a wrong import back: cases nobody has taken in hand are withdrawn with the reason, the others stay. Nothing is
 * deleted; the numbers of withdrawn cases may come in again. Cut off in the middle, the same request goes on.
 */
export async function undoBatch(
  entry: Entry,
  occasion: Occasion,
  batchId: string,
  reason: UndoReason,
): Promise<Loaded<ImportBatch>> {
  const { state } = await demandBatch(entry, batchId)
  if (state.kind === 'undone') return demandBatch(entry, batchId)
  if (state.kind !== 'undoing') await begin(entry, occasion, batchId, reason)
  while ((await withdrawSome(entry, occasion, batchId)) > 0);
  const kept = await entry.services.databases.app.query<{ kept: number }>(
    'select count(*)::integer as kept from app.import_row where batch_id = $1 and not undone',
    [batchId],
  )
  await step(entry, occasion, batchId, 'undoing', { type: 'finishUndo', kept: kept.rows[0]!.kept })
  return demandBatch(entry, batchId)
}

function begin(entry: Entry, occasion: Occasion, batchId: string, reason: UndoReason): Promise<null> {
  return decideAndRecord(entry.services.databases.app, occasion, async () => {
    const loaded = await demandBatch(entry, batchId)
    const events = orRefuse(importBatchDecider.decide({ type: 'beginUndo', reason }, loaded.state, occasion))
    return { changes: [changeBy(importBatchTable, importBatchDecider, loaded, events)], result: null }
  })
}

/** Withdraws up to two hundred cases in one statement; answers how many there were to withdraw. */
function withdrawSome({ services }: Entry, occasion: Occasion, batchId: string): Promise<number> {
  const db = services.databases.app
  const next = { ...occasion, commandId: newId(occasion.now) }
  return decideAndRecord(db, next, async () => {
    const batch = await demandBatch({ services }, batchId)
    const { rows } = await db.query<ImportedRow>(
      `select r.case_id, r.batch_id, r.division, r.source, r.number, r.undone
       from app.import_row r join app.case c on c.id = r.case_id
       where r.batch_id = $1 and not r.undone and c.status = 'registered' order by r.case_id limit $2`,
      [batchId, atOnce],
    )
    if (rows.length === 0 || batch.state.kind !== 'undoing') return { changes: [], result: 0 }
    const words = `撤销导入批次：${undoReasonNames[batch.state.reason]}。`
    const changes: Change[] = []
    const attachments: Attachment[] = []
    const withdrawn = new Set<string>()
    const found = await loadMany(
      db,
      caseTable,
      rows.map((row) => row.case_id),
    )
    for (const loaded of found) {
      // Taken in hand between the two queries: it stays, and is counted as kept.
      if (loaded.state.kind !== 'registered') continue
      const texts = new Texts(loaded.id, loaded.state.file.facts.division, next.now)
      const events = eventsOrRefuse(withdrawImported(loaded.state, next, texts.keep('reason', { text: words })))
      changes.push(changeBy<Case, CaseEvent>(caseTable, caseDecider, loaded, events))
      attachments.push(texts.attachment)
      withdrawn.add(loaded.id)
    }
    const command = { type: 'withdrawRows', count: changes.length } as const
    const events = orRefuse(importBatchDecider.decide(command, batch.state, next))
    const ended = rows.filter((row) => withdrawn.has(row.case_id)).map((row) => ({ ...row, undone: true }))
    return {
      changes: [changeBy(importBatchTable, importBatchDecider, batch, events), ...changes],
      attachments: together([...attachments, importedRows(ended)]),
      result: rows.length,
    }
  })
}
