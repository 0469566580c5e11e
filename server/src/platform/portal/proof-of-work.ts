import { createHash } from 'node:crypto'

/** Leading zero bits of SHA-256 over `token:answer`: about a quarter of a second on a phone, nothing to check. */
export const proofBits = 16

/** Only where script runs; without it the form is taken all the same, from a smaller budget. */
export function provesWork(token: string, answer: string): boolean {
  if (!/^\d{1,12}$/.test(answer)) return false
  const digest = createHash('sha256').update(`${token}:${answer}`).digest()
  return digest.readUInt32BE(0) >>> (32 - proofBits) === 0
}
