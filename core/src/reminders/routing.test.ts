import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../kernel/actor.ts'
import type { Robot } from './channel-settings.ts'
import { newsKinds, newsWeights } from './news.ts'
import { coversOf, routesOf, type Recipient } from './routing.ts'

const mail = { host: 'mail', port: 25, security: 'none', user: '', from: 'a@b.cn', fromName: '', certificate: '' } as const
const person = (part: Partial<Recipient> = {}): Recipient => ({
  personId: 'p1',
  hasMailAddress: false,
  mailWish: 'all',
  named: false,
  posts: [{ role: 'unitLiaison', unitPath: '/county/town/' }],
  ...part,
})
const robot = (covers: Robot['covers'], id = 'r1'): Robot => ({ id, kind: 'wecom', name: '工作群', covers, host: 'h' })
const paths = new Map([
  ['town', '/county/town/'],
  ['bureau', '/county/bureau/'],
])

describe('ways out of the desk', () => {
  it('mail for who has an address, telephone for who is named and reached by nothing', () => {
    const people = [person({ hasMailAddress: true }), person({ personId: 'p2', named: true })]
    expect(routesOf('task.overdue', people, { mail, robots: [] }, paths)).toEqual([
      { channel: 'mail', personId: 'p1' },
      { channel: 'call', personId: 'p2' },
    ])
  })

  it('a unit is telephoned once, its liaison first, and not when somebody there is reached', () => {
    const posts = (role: Role) => [{ role, unitPath: '/county/town/' }]
    const [head, liaison] = [person({ personId: 'a', posts: posts('unitHead') }), person({ personId: 'b' })]
    const none = { mail: null, robots: [] }
    expect(routesOf('task.overdue', [head, liaison], none, paths)).toEqual([{ channel: 'call', personId: 'b' }])
    expect(routesOf('task.overdue', [head], none, paths)).toEqual([{ channel: 'call', personId: 'a' }])
    const written = [head, { ...liaison, hasMailAddress: true }]
    expect(routesOf('task.overdue', written, { mail, robots: [] }, paths)).toEqual([{ channel: 'mail', personId: 'b' }])
  })

  it('an address is worth nothing without a mail server', () => {
    const people = [person({ hasMailAddress: true })]
    expect(routesOf('task.overdue', people, { mail: null, robots: [] }, paths)).toEqual([
      { channel: 'call', personId: 'p1' },
    ])
  })

  it('who wants duties only still gets duties by mail, and no telephone call for the rest', () => {
    const people = [person({ hasMailAddress: true, mailWish: 'dutiesOnly' })]
    expect(routesOf('task.returned', people, { mail, robots: [] }, paths)).toEqual([{ channel: 'mail', personId: 'p1' }])
    expect(routesOf('task.confirmed', people, { mail, robots: [] }, paths)).toEqual([])
  })

  it('a robot covers its unit with everything inside, the office, or everybody', () => {
    const inside = person({ posts: [{ role: 'unitStaff', unitPath: '/county/town/section/' }] })
    const officer = person({ posts: [{ role: 'coordinationOfficer', unitPath: '/county/office/' }] })
    const unit = robot({ kind: 'unit', unitId: 'town' })
    expect([inside, officer].map((one) => coversOf(unit, one, paths))).toEqual([true, false])
    expect(coversOf(robot({ kind: 'unit', unitId: 'bureau' }), inside, paths)).toBe(false)
    const office = robot({ kind: 'office' })
    expect([inside, officer].map((one) => coversOf(office, one, paths))).toEqual([false, true])
    expect([inside, officer].map((one) => coversOf(robot({ kind: 'division' }), one, paths))).toEqual([true, true])
  })

  it('property: a duty reaches every named person and every unit outside the office, a robot gets it once, nobody is called who is reached', () => {
    const recipient = fc.record({
      personId: fc.uuid(),
      hasMailAddress: fc.boolean(),
      mailWish: fc.constantFrom('all' as const, 'dutiesOnly' as const),
      named: fc.boolean(),
      posts: fc.array(
        fc.record({
          role: fc.constantFrom<Role>('unitLiaison', 'coordinationOfficer'),
          unitPath: fc.constantFrom('/county/town/', '/county/bureau/', '/county/office/'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    })
    const covers = fc.constantFrom<Robot['covers']>(
      { kind: 'division' },
      { kind: 'office' },
      { kind: 'unit', unitId: 'town' },
    )
    const robots = fc.array(covers, { maxLength: 3 }).map((all) => all.map((one, index) => robot(one, `r${index}`)))
    fc.assert(
      fc.property(
        fc.constantFrom(...newsKinds),
        fc.uniqueArray(recipient, { selector: (one) => one.personId, maxLength: 6 }),
        fc.constantFrom(mail, null),
        robots,
        (kind, people, server, all) => {
          const routes = routesOf(kind, people, { mail: server, robots: all }, paths)
          const keys = routes.map((route) => JSON.stringify(route))
          expect(new Set(keys).size).toBe(keys.length)
          const waysTo = (one: Recipient) =>
            routes.filter((route) => route.channel !== 'robot' && route.personId === one.personId).length +
            (all.some((bot) => coversOf(bot, one, paths)) ? 1 : 0)
          const unitOf = (one: Recipient) => one.posts[0]!.unitPath
          for (const one of people) {
            const called = routes.some((route) => route.channel === 'call' && route.personId === one.personId)
            const ofOffice = one.posts.some((post) => post.role === 'coordinationOfficer')
            const byOther = waysTo(one) - (called ? 1 : 0) > 0
            if (newsWeights[kind] === 'information' || ofOffice || byOther) expect(called).toBe(false)
            else if (one.named) expect(called).toBe(true)
            else {
              const unit = people.filter((other) => !other.named && unitOf(other) === unitOf(one))
              expect(unit.some((other) => waysTo(other) > 0)).toBe(true)
            }
          }
        },
      ),
    )
  })
})
