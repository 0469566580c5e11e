import type { PersonActor, Role } from '@yingshang/core/kernel/actor'
import type { Services } from '../platform/capability.ts'
import { businessDayOf } from '../platform/clock.ts'
import type { Published } from '../plans/for-others.ts'
import { actorOf } from '../units/for-others.ts'
import { prepareSamplePeople } from './people.ts'
import { publishSampleCampaign, type DraftDecisions } from './sample-campaign.ts'

/** Fills an empty trial with the sample county and the sample campaign. */
export async function prepareTrial(services: Services): Promise<void> {
  await publishSample(services)
}

/** The same, with further decisions before publishing. */
export async function publishSample(services: Services, further?: DraftDecisions): Promise<Published> {
  await services.calendars.look()
  await prepareSamplePeople(services)
  const day = businessDayOf(services.installation, services.clock)
  return publishSampleCampaign(services, await holderOf(services, 'coordinationDirector', day), day, further)
}

async function holderOf(services: Services, role: Role, day: string): Promise<PersonActor> {
  const found = await services.databases.app.query<{ person_id: string }>(
    'select person_id from app.post where role = $1 and not cancelled and from_day <= $2 order by id limit 1',
    [role, day],
  )
  const actor = found.rows[0] && (await actorOf(services.databases.app, found.rows[0].person_id, day))
  if (!actor) throw new Error(`the sample county has nobody as ${role}`)
  return actor
}
