import { isInside, officeRoles, type Role } from '../kernel/actor.ts'
import type { ChannelSettings, Robot } from './channel-settings.ts'
import { newsWeights, type NewsKind } from './news.ts'
import type { MailWish } from './preference.ts'

/** One person whom a piece of news concerns, with what decides how they are reached. */
export interface Recipient {
  readonly personId: string
  readonly hasMailAddress: boolean
  readonly mailWish: MailWish
  /** The news names this person, not only their role. */
  readonly named: boolean
  /** Posts by which the news concerns them; every post of today when it names them as persons. */
  readonly posts: readonly { readonly role: Role; readonly unitPath: string }[]
}

export type Route =
  | { readonly channel: 'mail' | 'call'; readonly personId: string }
  | { readonly channel: 'robot'; readonly robotId: string }

/**
 * Over which channels a piece of news leaves: by mail to whoever has an address, once by every robot that covers a
 * recipient, and by telephone where a duty would reach nobody (rules N-04 and N-05). A unit is telephoned once, its liaison
 * first, and not at all when somebody there is reached; persons who are named are telephoned each.
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
  const reached = new Set<Recipient>()
  for (const recipient of recipients) {
    const byMail = settings.mail !== null && recipient.hasMailAddress
    if (byMail && (duty || recipient.mailWish === 'all')) routes.push({ channel: 'mail', personId: recipient.personId })
    const covering = settings.robots.filter((robot) => coversOf(robot, recipient, unitPaths))
    for (const robot of covering) robots.add(robot.id)
    if (byMail || covering.length > 0) reached.add(recipient)
  }
  if (duty) {
    for (const { personId } of toCall(recipients, reached)) routes.push({ channel: 'call', personId })
  }
  return [...routes, ...[...robots].map((robotId): Route => ({ channel: 'robot', robotId }))]
}

const callOrder: readonly Role[] = ['unitLiaison', 'unitDeputy', 'unitHead', 'unitStaff']

function toCall(recipients: readonly Recipient[], reached: ReadonlySet<Recipient>): Recipient[] {
  const called = recipients.filter((one) => one.named && !reached.has(one) && !isOfOffice(one))
  const units = new Map<string, Recipient[]>()
  for (const one of recipients) {
    // The office makes the calls: it does not telephone itself.
    if (one.named || isOfOffice(one)) continue
    const unit = one.posts[0]?.unitPath ?? ''
    units.set(unit, [...(units.get(unit) ?? []), one])
  }
  for (const people of units.values()) {
    if (people.some((one) => reached.has(one))) continue
    const [first] = people.toSorted((one, other) => rank(one) - rank(other) || (one.personId < other.personId ? -1 : 1))
    called.push(first!)
  }
  return called
}

function rank({ posts }: Recipient): number {
  const places = posts.map((post) => callOrder.indexOf(post.role)).filter((at) => at !== -1)
  return Math.min(callOrder.length, ...places)
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
