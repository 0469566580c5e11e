/** The work in its order. A capability joins this list when its screens exist. */
export interface Place {
  readonly to: string
  readonly label: string
  /** One of the four on a phone's bottom bar; the others stand under 更多. */
  readonly first?: boolean
}

export const places: readonly Place[] = [
  { to: '/', label: '今日', first: true },
  { to: '/tasks', label: '任务清单', first: true },
  { to: '/plans', label: '方案与规则' },
]

/** The place a path belongs to: the longest address that starts it. */
export function placeOf(path: string): Place | undefined {
  return [...places]
    .filter((place) => (place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0]
}
