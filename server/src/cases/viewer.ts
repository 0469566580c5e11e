import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { Services } from '../platform/capability.ts'

/** Who looks, on what day, by what calendar: what every view of cases is made for. */
export interface Viewer {
  readonly actor: PersonActor
  readonly businessDay: string
  readonly now: number
  readonly calendar: WorkCalendar
  readonly division: string
}

export function viewerOf(
  services: Pick<Services, 'calendars' | 'installation'>,
  call: { readonly actor: PersonActor; readonly businessDay: string; readonly now: number },
): Viewer {
  const { division } = services.installation
  const { actor, businessDay, now } = call
  return { actor, businessDay, now, calendar: services.calendars.current(division), division }
}
