/** What a list lost and what it gained; lines that stand in both are left out, whatever their order. */
export function linesApart(
  before: readonly string[],
  after: readonly string[],
): { readonly gone: readonly string[]; readonly fresh: readonly string[]; readonly same: number } {
  return {
    gone: before.filter((line) => !after.includes(line)),
    fresh: after.filter((line) => !before.includes(line)),
    same: before.filter((line) => after.includes(line)).length,
  }
}
