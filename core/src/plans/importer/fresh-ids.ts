/** Gives ids out once each: a wanted id that is taken gets `-2`, `-3` … */
export function freshIds(): (wanted: string) => string {
  const given = new Map<string, number>()
  return (wanted) => {
    const before = given.get(wanted) ?? 0
    given.set(wanted, before + 1)
    if (before === 0) return wanted
    const id = `${wanted}-${before + 1}`
    // Printed numbers hold no hyphen, so a numbered twin cannot be taken already.
    given.set(id, 1)
    return id
  }
}
