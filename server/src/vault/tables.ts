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
