import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedId, openSecret, sealSecret } from './sealed-secret.ts'

const siteKey = 'ab'.repeat(32)

test('what was sealed opens again, and is not readable where it is kept', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.uuid(), (secret, name) => {
      const sealed = sealSecret(siteKey, 'channel', name, secret)
      expect(openSecret(siteKey, 'channel', name, sealed)).toBe(secret)
      expect(sealed.includes(Buffer.from(secret))).toBe(false)
      expect(sealSecret(siteKey, 'channel', name, secret).equals(sealed)).toBe(false)
    }),
  )
})

test('another name, purpose or site key, or one changed byte, does not open it', () => {
  const sealed = sealSecret(siteKey, 'channel', 'mail', '授权码一号')
  expect(() => openSecret(siteKey, 'channel', 'robot', sealed)).toThrow()
  expect(() => openSecret(siteKey, 'totp', 'mail', sealed)).toThrow()
  expect(() => openSecret('cd'.repeat(32), 'channel', 'mail', sealed)).toThrow()
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => openSecret(siteKey, 'channel', 'mail', changed), `byte ${at}`).toThrow()
  }
})

test('a derived id is a UUID, stable, and differs with every word', () => {
  expect(derivedId('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'))
  expect(new Set([derivedId('a', 'b'), derivedId('b', 'a'), derivedId('ab')]).size).toBe(3)
})
