import type { PersonActor } from '@yingshang/core/kernel/actor'
import { holds, isOffice } from '@yingshang/core/kernel/actor'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import type { Queryable } from '../platform/database/pools.ts'
import { refused } from '../platform/http/failure.ts'
import { filesBelong } from '../platform/files/for-decisions.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import type { Attachment } from '../platform/ledger/table.ts'

/** Evidence that goes with a decision. `kept`: files that the draft holds already. */
export interface FileDuty {
  readonly ids: readonly string[]
  readonly kept: readonly string[]
  readonly unitId: string | null
  readonly draft: boolean
}

/** A person attaches what they uploaded themselves, or keeps what the draft holds. Throws 409. */
export async function demandOwnFiles(
  db: Queryable,
  { actor }: Pick<Occasion, 'actor'>,
  files: FileDuty,
): Promise<void> {
  const added = files.ids.filter((id) => !files.kept.includes(id))
  if (added.length === 0) return
  if (actor.kind !== 'person') throw new Error('only a person attaches files')
  if (!(await filesBelong(db, added, actor.personId))) throw refused({ code: 'case.files-not-yours' })
}

/** Which files hang on which case: who may read the case may read them, on a draft only its own unit. */
export function caseFiles(caseId: string, { ids, unitId, draft }: FileDuty, on: string): Attachment[] {
  if (ids.length === 0) return []
  return [
    {
      table: 'app.case_file',
      columns: ['case_id', 'file_id', 'unit_id', 'attached_on', 'draft'],
      rows: [...new Set(ids)].map((id) => ({ case_id: caseId, file_id: id, unit_id: unitId, attached_on: on, draft })),
      replaceBy: ['case_id', 'file_id'],
    },
  ]
}

/** Whether a person may read a file because it is evidence of a case they may read. */
export async function mayReadCaseFile(
  db: Queryable,
  actor: PersonActor,
  file: { readonly id: string },
): Promise<boolean> {
  const mine = actor.posts.filter((post) => holds(actor, unitRoles, post.unitId)).map((post) => post.unitId)
  const found = await db.query(
    `select 1 from app.case_file f join app.case c on c.id = f.case_id
     where f.file_id = $1::uuid and (f.unit_id = any($2::uuid[])
       or (not f.draft and ($3 or c.unit_ids && $2::uuid[]))) limit 1`,
    [file.id, mine, isOffice(actor)],
  )
  return found.rows.length > 0
}
