import type { Role } from '@yingshang/core/kernel/actor'

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
  /** Roles that find nothing there: who holds no other role does not see the place. */
  readonly notFor?: readonly Role[]
  /** Only who holds one of these roles sees the place. */
  readonly onlyFor?: readonly Role[]
}

export const places: readonly Place[] = [
  { to: '/', label: '今日', first: true },
  {
    to: '/tasks',
    label: '任务清单',
    forUnits: '/tasks/mine',
    first: true,
    notFor: ['delegate', 'panelMember', 'administrator'],
  },
  {
    to: '/cases',
    label: '线索投诉',
    forUnits: '/cases/mine',
    first: true,
    also: ['/tips'],
    notFor: ['delegate', 'panelMember', 'administrator'],
  },
  { to: '/plans', label: '方案与规则', also: ['/campaigns', '/rules'] },
  { to: '/units', label: '单位人员', also: ['/people', '/task-forces'], notFor: ['delegate', 'panelMember'] },
  { to: '/calendar', label: '工作日历', notFor: ['delegate', 'panelMember'] },
  { to: '/vault', label: '密封件', onlyFor: ['coordinationOfficer', 'coordinationDirector', 'disciplineInspection', 'auditor'] },
  { to: '/status', label: '运行状态', also: ['/sign-in-log', '/access-rules'], onlyFor: ['administrator', 'auditor'] },
]

export function placesFor(held: readonly Role[]): readonly Place[] {
  return places.filter(
    ({ notFor, onlyFor }) =>
      (!notFor || held.some((role) => !notFor.includes(role))) &&
      (!onlyFor || held.some((role) => onlyFor.includes(role))),
  )
}

/** The place a path belongs to: the longest address that starts it. */
export function placeOf(path: string): Place | undefined {
  const inside = (start: string) => (start === '/' ? path === '/' : path === start || path.startsWith(`${start}/`))
  return [...places]
    .filter((place) => [place.to, ...(place.also ?? [])].some(inside))
    .sort((a, b) => b.to.length - a.to.length)[0]
}
