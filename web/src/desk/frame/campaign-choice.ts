interface Head {
  readonly id: string
  readonly start: string
  readonly state: 'running' | 'closed'
}

/**
 * The campaign the desk is about: the one chosen before, else a running one in which the person has open parts, else the
 * running one that began first. A newly published campaign never takes the place of the one somebody works in.
 */
export function campaignFor<One extends Head>(
  campaigns: readonly One[],
  chosen: string | undefined,
  withOpenParts: ReadonlySet<string>,
): One | undefined {
  const kept = campaigns.find((one) => one.id === chosen)
  if (kept) return kept
  const byStart = [...campaigns].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  const running = byStart.filter((one) => one.state === 'running')
  return running.find((one) => withOpenParts.has(one.id)) ?? running[0] ?? byStart.at(-1)
}
