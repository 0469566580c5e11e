import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { Services } from '../platform/capability.ts'

/** Who looks, on what day, by what calendar: what every view of tasks is made for. */
export function viewerOf(services: Services, call: { readonly actor: PersonActor; readonly businessDay: string }) {
  return { actor: call.actor, businessDay: call.businessDay, calendar: services.calendar() }
}
