import type { Case } from '@yingshang/core/cases/case-state'
import { isOwnUnit } from '@yingshang/core/kernel/own-unit'
import type { Services } from '../platform/capability.ts'
import { load } from '../platform/ledger/load.ts'
import type { VaultSubject, VaultSubjects } from '../vault/for-others.ts'
import { unitPlaces, unitsOfFile } from './circumstances.ts'
import { caseTable } from './tables.ts'

/**
 * What the vault asks of cases before it opens what was sealed: whose it is, and whether the officer's own unit is concerned
 * (rule C-10): by the round's units, those that refused it, or the body asked first.
 */
export function caseSubjects(services: Pick<Services, 'databases'>): VaultSubjects {
  const db = services.databases.app
  return {
    async find(vaultIds) {
      const found = await db.query<VaultSubject & { vault_id: string }>({
        name: 'cases:by-vault',
        text: `select vault_id, 'case' as kind, id, number, (open or message_waiting) as "isOpen" from app.case
          where vault_id = any($1::uuid[])`,
        values: [[...vaultIds]],
      })
      return new Map(found.rows.map(({ vault_id: vaultId, ...subject }) => [vaultId, subject]))
    },
    async mayOpen(actor, subject) {
      const loaded = await load<Case>(db, caseTable, subject.id)
      if (!loaded || loaded.state.kind === 'none') return { code: 'case.not-found' }
      const places = await unitPlaces(db, unitsOfFile(loaded.state.file))
      const own = [...places.values()].some((place) => isOwnUnit(actor, place.path))
      return own ? { code: 'case.own-unit' } : undefined
    },
    async endedBefore(day) {
      const found = await db.query<{ vault_id: string }>({
        name: 'cases:ended-before',
        text: `select vault_id from app.case where not open and not message_waiting and concluded_on < $1::date
          and vault_id is not null`,
        values: [day],
      })
      return found.rows.map((row) => row.vault_id)
    },
  }
}
