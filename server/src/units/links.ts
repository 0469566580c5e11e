import type { Queryable } from '../platform/database/pools.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import type { Attachment, OutboxItem } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'

/** A matter that is open in a person's name, as a hand-over lists it. */
export interface OpenItem {
  readonly kind: string
  readonly label: string
  /** Path of its page in the desk's router (below /desk). */
  readonly path: string
  readonly dueOn: string | null
}

/** What units and people ask of other capabilities; `product.ts` hands the functions in. */
export interface UnitLinks {
  readonly openItemsOf?: (db: Queryable, personId: string, unitId: string) => Promise<OpenItem[]>
  /** Changes that must be written with a merger. Throws a refusal when it cannot be. */
  readonly mergeUnits?: (
    db: Queryable,
    occasion: Occasion,
    merger: { readonly fromUnitId: string; readonly toUnitId: string; readonly reason: string },
  ) => Promise<{
    readonly changes: readonly Change[]
    readonly attachments?: readonly Attachment[]
    readonly outbox?: readonly OutboxItem[]
  }>
}
