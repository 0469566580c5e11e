import type { CustodyState } from '@yingshang/core/vault/custody'
import type { OpeningState } from '@yingshang/core/vault/opening-state'
import type { VaultKeyState } from '@yingshang/core/vault/key-state'
import type { Table } from '../platform/ledger/table.ts'

export const vaultKeys: Table<VaultKeyState> = {
  name: 'app.vault_key',
  stream: 'vaultKey',
  columns: ['division', 'holder', 'kind', 'public_key'],
  row: (state) => {
    if (state.kind === 'none') throw new Error('a key that was not made is not kept')
    return { division: state.division, holder: state.holder, kind: state.kind, public_key: `\\x${state.publicKey}` }
  },
}

export const vaultOpenings: Table<OpeningState> = {
  name: 'app.vault_opening',
  stream: 'vaultOpening',
  columns: ['vault_id', 'holder', 'kind', 'officer_id', 'opened_at', 'shown_from'],
  row: (state) => {
    if (state.kind === 'none') throw new Error('an opening that was not asked for is not kept')
    return {
      vault_id: state.vaultId,
      holder: state.holder,
      kind: state.kind,
      officer_id: state.officerId,
      opened_at: state.kind === 'opened' ? state.openedAt : null,
      shown_from: state.shownFrom,
    }
  },
}

/** Its id is the vault id. */
export const vaultCustody: Table<CustodyState> = {
  name: 'app.vault_custody',
  stream: 'vaultCustody',
  columns: ['kind', 'is_protected', 'on_hold', 'erasure_asked'],
  row: (state) => ({
    kind: state.kind,
    is_protected: state.kind === 'kept' && state.isProtected,
    on_hold: state.kind === 'kept' && state.holds.length > 0,
    erasure_asked: state.kind === 'kept' && state.asked !== null,
  }),
}
