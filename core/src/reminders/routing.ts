import { isInside, officeRoles, type Role } from '../kernel/actor.ts'
import type { ChannelSettings, Robot } from './channel-settings.ts'
import { newsWeights, type NewsKind } from './news.ts'
import type { MailWish } from './preference.ts'

/** One person whom a piece of news concerns, with what decides how they are reached. */
export interface Recipient {
  readonly personId: string
  readonly hasMailAddress: boolean
  readonly mailWish: MailWish
  /** Posts by which the news concerns them; every post of today when it names them as persons. */
  readonly posts: readonly { readonly role: Role; readonly unitPath: string }[]
}

export type Route =
  | { readonly channel: 'mail' | 'call'; readonly personId: string }
  | { readonly channel: 'robot'; readonly robotId: string }

/**
 * Over which channels a piece of news leaves: by mail to whoever has an address, once by every robot that covers a
 * recipient, and by telephone to whoever is reached by neither and has a duty to act on (rules N-04 and N-05).
 */
export function routesOf(
  kind: NewsKind,
  recipients: readonly Recipient[],
  settings: Pick<ChannelSettings, 'mail' | 'robots'>,
  unitPaths: ReadonlyMap<string, string>,
): Route[] {
  const duty = newsWeights[kind] === 'duty'
  const routes: Route[] = []
  const robots = new Set<string>()
  for (const recipient of recipients) {
    const byMail = settings.mail !== null && recipient.hasMailAddress
    if (byMail && (duty || recipient.mailWish === 'all')) routes.push({ channel: 'mail', personId: recipient.personId })
    const covering = settings.robots.filter((robot) => coversOf(robot, recipient, unitPaths))
    for (const robot of covering) robots.add(robot.id)
    // The office makes the calls: it does not telephone itself.
    const called = duty && !byMail && covering.length === 0 && !isOfOffice(recipient)
    if (called) routes.push({ channel: 'call', personId: recipient.personId })
  }
  return [...routes, ...[...robots].map((robotId): Route => ({ channel: 'robot', robotId }))]
}

/** Whether a robot's chat group is one this person reads. */
export function coversOf(robot: Robot, recipient: Recipient, unitPaths: ReadonlyMap<string, string>): boolean {
  const { covers } = robot
  switch (covers.kind) {
    case 'division':
      return recipient.posts.length > 0
    case 'office':
      return isOfOffice(recipient)
    case 'unit': {
      const root = unitPaths.get(covers.unitId)
      return root !== undefined && recipient.posts.some((post) => isInside(post.unitPath, root))
    }
  }
}

function isOfOffice(recipient: Recipient): boolean {
  return recipient.posts.some((post) => (officeRoles as readonly Role[]).includes(post.role))
}
