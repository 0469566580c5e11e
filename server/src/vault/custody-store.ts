import { custody, type CustodyCommand, type CustodyState } from '@yingshang/core/vault/custody'
import type { Queryable } from '../platform/database/pools.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeBy, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { vaultCustody } from './tables.ts'

/** How a submission's content is kept; nothing special when nobody ever said anything about it. */
export async function custodyOf(app: Queryable, vaultId: string): Promise<CustodyState> {
  return (await load(app, vaultCustody, vaultId))?.state ?? custody.initial
}

export async function changeCustody(
  app: Queryable,
  occasion: Occasion,
  vaultId: string,
  command: CustodyCommand,
): Promise<void> {
  await decideAndRecord(
    app,
    occasion,
    async () => {
      const loaded = (await load(app, vaultCustody, vaultId)) ?? {
        id: vaultId,
        version: 0,
        head: '',
        state: custody.initial,
      }
      const events = orRefuse(custody.decide(command, loaded.state, occasion))
      return { changes: [changeBy(vaultCustody, custody, loaded, events)], result: {} }
    },
    // Two first facts at once: the second is decided again on the first.
    { retry: ['vault_custody_pkey'] },
  )
}
