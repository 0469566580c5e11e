import type { TipFacts } from '@yingshang/core/supervision/tip-state'
import type { Services } from '../platform/capability.ts'
import type { VaultSubjects } from '../vault/for-others.ts'

export { actOnTip, loadTip, registerTip, type NewTip } from './tips.ts'
export { answersOf } from './tip-views.ts'

/** Which sealed submissions are tips: the vault asks before it opens one. */
export function tipSubjects({ databases }: Pick<Services, 'databases'>): VaultSubjects {
  return {
    async find(vaultIds) {
      const found = await databases.app.query<{
        id: string
        vault_id: string
        facts: TipFacts
        closed_on: string | null
        waiting: boolean
      }>({
        name: 'tip:by-vault',
        text: `select id, vault_id, state->'file'->'facts' as facts, closed_on, message_waiting as waiting
          from app.tip where vault_id = any($1::uuid[])`,
        values: [vaultIds],
      })
      return new Map(
        found.rows.map((row) => [
          row.vault_id,
          { kind: 'tip', id: row.id, number: row.facts.number, isOpen: row.closed_on === null || row.waiting } as const,
        ]),
      )
    },
    mayOpen: () => undefined,
    async endedBefore(day) {
      const found = await databases.app.query<{ vault_id: string }>({
        name: 'tip:ended',
        text: 'select vault_id from app.tip where closed_on < $1::date and not message_waiting',
        values: [day],
      })
      return found.rows.map((row) => row.vault_id)
    },
  }
}
