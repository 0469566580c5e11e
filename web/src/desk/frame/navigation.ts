/** The work in its order. A capability joins this list when its screens exist. */
export interface Place {
  readonly to: string
  readonly label: string
  /** Where people of units go instead. */
  readonly forUnits?: string
  /** One of the four on a phone's bottom bar; the others stand under 更多. */
  readonly first?: boolean
  /** Further addresses that belong here. */
  readonly also?: readonly string[]
}

export const places: readonly Place[] = [
  { to: '/', label: '今日', first: true },
  { to: '/tasks', label: '任务清单', forUnits: '/tasks/mine', first: true },
  { to: '/plans', label: '方案与规则', also: ['/campaigns'] },
  { to: '/units', label: '单位人员', also: ['/people', '/task-forces'] },
]

/** The place a path belongs to: the longest address that starts it. */
export function placeOf(path: string): Place | undefined {
  const inside = (start: string) => (start === '/' ? path === '/' : path === start || path.startsWith(`${start}/`))
  return [...places]
    .filter((place) => [place.to, ...(place.also ?? [])].some(inside))
    .sort((a, b) => b.to.length - a.to.length)[0]
}
