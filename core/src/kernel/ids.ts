/**
 * A UUIDv7 (RFC 9562) from a clock and ten random bytes given as arguments, so that core never asks for either.
 * Ids sort by the time they were made.
 */
export function uuidv7(epochMs: number, random: Uint8Array): string {
  if (random.length < 10) throw new Error('uuidv7 needs ten random bytes')
  const hex: string[] = []
  const time = Math.floor(epochMs)
  for (let shift = 40; shift >= 0; shift -= 8) hex.push(byte(Math.floor(time / 2 ** shift) % 256))
  hex.push(byte(0x70 | (random[0]! & 0x0f)), byte(random[1]!))
  hex.push(byte(0x80 | (random[2]! & 0x3f)))
  for (let i = 3; i < 10; i++) hex.push(byte(random[i]!))
  const all = hex.join('')
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`
}

function byte(value: number): string {
  return (value < 16 ? '0' : '') + value.toString(16)
}
