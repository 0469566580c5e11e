import type { Queryable } from '../platform/database/pools.ts'
import type { Attachment } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'

/** A matter that is open in a person's name, as a hand-over lists it. */
export interface OpenItem {
  readonly kind: string
  readonly label: string
  /** Address of its page in the desk. */
  readonly path: string
  readonly dueOn: string | null
}

/** What units and people ask of other capabilities; `product.ts` hands the functions in. */
export interface UnitLinks {
  readonly openItemsOf?: (db: Queryable, personId: string, unitId: string) => Promise<OpenItem[]>
  /** Changes that must be written with a merger. Throws a refusal when it cannot be. */
  readonly mergeUnits?: (
    db: Queryable,
    merger: {
      readonly from: { readonly unitId: string; readonly path: string }
      readonly into: { readonly unitId: string; readonly path: string }
      readonly on: string
    },
  ) => Promise<{ changes: readonly Change[]; attachments?: readonly Attachment[] }>
}
