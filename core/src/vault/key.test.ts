import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vaultKey, type VaultKeyCommand } from './key.ts'

const make: VaultKeyCommand = {
  type: 'makeKey',
  keyId: 'k',
  division: '320724',
  holder: 'office',
  publicKey: '00'.repeat(32),
  officerId: 'a',
}
const officerId = fc.constantFrom('a', 'b', 'c')
const command: fc.Arbitrary<VaultKeyCommand> = fc.oneof(
  fc.constant(make),
  officerId.map((id): VaultKeyCommand => ({ type: 'addOfficer', officerId: id, by: 'officer' })),
  officerId.map((id): VaultKeyCommand => ({ type: 'removeOfficer', officerId: id })),
  officerId.map((id): VaultKeyCommand => ({ type: 'changePassphrase', officerId: id })),
  fc.constant<VaultKeyCommand>({ type: 'retireKey', reason: 'routine' }),
)

test('a pair is made once, always has an officer, names nobody twice, and its public half never changes', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
      let state = vaultKey.initial
      for (const one of commands) {
        const decision = vaultKey.decide(one, state)
        if (state.kind === 'none') expect(decision.ok).toBe(one.type === 'makeKey')
        if (state.kind !== 'none' && one.type === 'makeKey')
          expect(decision).toMatchObject({ refusal: { code: 'vault.key-made-already' } })
        if (!decision.ok) continue
        state = decision.events.reduce(vaultKey.evolve, state)
        if (state.kind === 'none') throw new Error('an event made nothing')
        expect(state.officers.length).toBeGreaterThan(0)
        expect(new Set(state.officers).size).toBe(state.officers.length)
        expect(state.publicKey).toBe('00'.repeat(32))
      }
    }),
  )
})
