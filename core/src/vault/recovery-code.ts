// The printed form of a private key: Crockford's base 32 (no I, L, O, U), groups of four, and two signs that check.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyLength = 32

/** 32 bytes as it is printed: 13 groups of four signs and one of two that check them. Throws on another length. */
export function recoveryCodeOf(privateKey: Uint8Array): string {
  if (privateKey.length !== keyLength) throw new Error('a private key has 32 bytes')
  let number = 0n
  for (const byte of privateKey) number = number * 256n + BigInt(byte)
  let digits = ''
  for (let place = 0; place < 52; place++) {
    digits = signs[Number(number % 32n)]! + digits
    number /= 32n
  }
  return (digits + checkOf(digits)).replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** The bytes of a code that was typed off the sheet; `undefined` when a sign is wrong or missing. */
export function readRecoveryCode(typed: string): Uint8Array | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (plain.length !== 54 || [...plain].some((sign) => !signs.includes(sign))) return undefined
  if (checkOf(plain.slice(0, 52)) !== plain.slice(52)) return undefined
  let number = 0n
  for (const sign of plain.slice(0, 52)) number = number * 32n + BigInt(signs.indexOf(sign))
  if (number >= 1n << 256n) return undefined
  const bytes = new Uint8Array(keyLength)
  for (let at = keyLength - 1; at >= 0; at--) {
    bytes[at] = Number(number % 256n)
    number /= 256n
  }
  return bytes
}

/** Remainder by the prime 1021: every single wrong sign and every exchange of two different signs changes it. */
function checkOf(digits: string): string {
  let rest = 0
  for (const sign of digits) rest = (rest * 32 + signs.indexOf(sign)) % 1021
  return signs[Math.floor(rest / 32)]! + signs[rest % 32]!
}
