import type { Services } from '../platform/capability.ts'
import { businessDayOf } from '../platform/clock.ts'
import { makeTrialKeys } from '../vault/for-others.ts'
import { prepareTrial } from './prepare.ts'

/**
 * The sample county, and its vault keys beside the rest of the start: closing five keys under a passphrase takes half a
 * second on purpose, and only whoever sends something in needs them.
 */
export async function prepareTrialAndKeys(services: Services): Promise<void> {
  await prepareTrial(services)
  void makeTrialKeys(services, businessDayOf(services.installation, services.clock)).catch((error: unknown) =>
    // Stopped or reset meanwhile; the page 密封件 makes them by hand.
    services.log.line('trial-keys', { error: (error as Error).message }),
  )
}
