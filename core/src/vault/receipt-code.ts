// Receipt codes: fifteen digits and a check digit by the Damm algorithm (H. M. Damm, 2004: a totally anti-symmetric
// quasigroup of order 10), which finds every single wrong digit and every pair of neighbours that changed places.
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

export const receiptDigits = 16

function run(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = quasigroup[interim]![Number(digit)]!
  return interim
}

/** Adds the check digit to fifteen digits. Throws on anything else: the digits come from the program. */
export function withCheckDigit(fifteen: string): string {
  if (!/^\d{15}$/.test(fifteen)) throw new Error('a receipt code is made of fifteen digits')
  return fifteen + String(run(fifteen))
}

/**
 * The sixteen digits somebody typed: spaces, dashes and full-width digits are taken as meant. `undefined` when it cannot
 * be a code we gave out (wrong length, other signs, wrong check digit), so that a slip costs neither a try nor a slow hash.
 */
export function readReceiptCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '')
  return /^\d{16}$/.test(digits) && run(digits) === 0 ? digits : undefined
}

/** Groups of four, as it is shown and printed. */
export function shownReceiptCode(code: string): string {
  return code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
}
