import { createHash, randomBytes } from 'node:crypto'
import { tipDecider, type TipCommand } from '@yingshang/core/supervision/tip'
import type { LiveTip, Tip, TipEvent, TipFacts, TipWords } from '@yingshang/core/supervision/tip-state'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeBy, newChange } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import type { Occasion } from '../platform/ledger/occasion.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment, Loaded } from '../platform/ledger/table.ts'
import { tipNumber, tipTable } from './tables.ts'

type TipServices = Pick<Services, 'databases' | 'installation'>

/** What is known of a new tip besides its number; words and identity are sealed already and come in as rows. */
export type NewTip = Omit<TipFacts, 'number' | 'division'>

/** Registers a tip with the caller's sealed rows in one write. A repeated command answers the first id. */
export async function registerTip(
  { databases, installation }: TipServices,
  occasion: Occasion,
  given: NewTip,
  rows: (tipId: string) => Promise<readonly Attachment[]>,
): Promise<{ readonly id: string }> {
  const { division } = installation
  const year = Number(occasion.businessDay.slice(0, 4))
  return decideAndRecord(
    databases.app,
    occasion,
    async () => {
      const id = newId(occasion.now)
      const facts: TipFacts = {
        ...given,
        division,
        number: tipNumber(division, year, await nextSerial(databases.app, division, year)),
      }
      const decision = tipDecider.decide({ type: 'receive', facts }, { kind: 'none' }, occasion)
      if (!decision.ok) throw refused(decision.refusal)
      return {
        changes: [newChange<Tip, TipEvent>(tipTable, tipDecider, id, decision.events)],
        attachments: await rows(id),
        result: { id },
      }
    },
    { retry: ['tip_number'] },
  )
}

/** Carries out one decision about a tip; `rows` belong to it (sealed messages). */
export async function actOnTip(
  db: Queryable,
  occasion: Occasion,
  tipId: string,
  make: (tip: LiveTip) => Promise<{ readonly command: TipCommand; readonly rows?: readonly Attachment[] }>,
): Promise<{ readonly id: string; readonly status: LiveTip['kind'] }> {
  return decideAndRecord(db, occasion, async () => {
    const loaded = await loadTip(db, tipId)
    const { command, rows = [] } = await make(loaded.state)
    const decision = tipDecider.decide(command, loaded.state, occasion)
    if (!decision.ok) {
      const { code } = decision.refusal
      throw code === 'tip.discipline-only' || code === 'tip.submitter-only'
        ? forbidden(decision.refusal)
        : refused(decision.refusal)
    }
    const change = changeBy<Tip, TipEvent>(tipTable, tipDecider, loaded, decision.events)
    return { changes: [change], attachments: rows, result: { id: tipId, status: (change.state as LiveTip).kind } }
  })
}

export async function loadTip(db: Queryable, tipId: string): Promise<Loaded<Tip> & { readonly state: LiveTip }> {
  const loaded = await load(db, tipTable, tipId)
  if (!loaded || loaded.state.kind === 'none') throw notFound('tip')
  return { ...loaded, state: loaded.state }
}

/** Discipline inspection's words to the submitter: a row that can be erased, and its reference for the event. */
export function keepAnswer(
  tipId: string,
  text: string,
  now: number,
): { readonly words: TipWords; readonly row: Attachment } {
  const id = newId(now)
  const salt = randomBytes(16)
  const commitment = createHash('sha256').update(salt).update(text).digest('hex')
  const row = { id, tip_id: tipId, text, salt: `\\x${salt.toString('hex')}` }
  return { words: { textId: id, commitment }, row: { table: 'app.tip_answer', columns: Object.keys(row), rows: [row] } }
}

async function nextSerial(db: Queryable, division: string, year: number): Promise<number> {
  const found = await db.query<{ last: number | null }>({
    name: 'tip:last-serial',
    text: 'select max(serial) as last from app.tip where division = $1 and year = $2',
    values: [division, year],
  })
  return (found.rows[0]?.last ?? 0) + 1
}
