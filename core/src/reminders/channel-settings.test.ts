import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay } from '../kernel/decider.ts'
import {
  channelDecider,
  isRobotAddress,
  type ChannelCommand,
  type ChannelEvent,
  type MailServer,
} from './channel-settings.ts'

const server: MailServer = {
  host: 'smtp.example.cn',
  port: 465,
  security: 'tls',
  user: 'office',
  from: 'office@example.cn',
  fromName: '县营商办',
  certificate: '',
}
const given = (...commands: ChannelCommand[]) => {
  let state = channelDecider.initial
  const events: ChannelEvent[] = []
  for (const command of commands) {
    const decision = channelDecider.decide(command, state, undefined)
    if (!decision.ok) return { state, events, refusal: decision.refusal.code }
    events.push(...decision.events)
    state = decision.events.reduce(channelDecider.evolve, state)
  }
  return { state, events, refusal: null }
}
const set = (mail: MailServer, newSecret = true): ChannelCommand => ({ type: 'setMail', mail, newSecret })

describe('settings of the channels', () => {
  it('a user name needs a secret', () => {
    expect(given(set(server, false)).refusal).toBe('channel.secret-missing')
    expect(given(set({ ...server, user: '' }, false)).refusal).toBeNull()
  })

  it('a kept secret never goes to another server, nor over a weaker line', () => {
    const changes: Partial<MailServer>[] = [
      { host: 'other.example.cn' },
      { port: 25 },
      { user: 'other' },
      { security: 'none' },
      { certificate: 'another' },
    ]
    for (const change of changes)
      expect(given(set(server), set({ ...server, ...change }, false)).refusal, JSON.stringify(change)).toBe(
        'channel.secret-again',
      )
    const renamed = given(set(server), set({ ...server, fromName: '营商办' }, false))
    expect(renamed.state.mail).toEqual({ ...server, fromName: '营商办' })
    expect(given(set(server), set(server, false)).refusal).toBe('channel.same')
  })

  it('robots come and go', () => {
    const robot = { id: 'r1', kind: 'wecom', name: '工作群', covers: { kind: 'division' }, host: 'h' } as const
    expect(given({ type: 'addRobot', robot }).state.robots).toEqual([robot])
    expect(given({ type: 'addRobot', robot }, { type: 'removeRobot', robotId: 'r1' }).state.robots).toEqual([])
    expect(given({ type: 'removeRobot', robotId: 'r1' }).refusal).toBe('channel.no-robot')
    expect(given({ type: 'removeMail' }).refusal).toBe('channel.no-mail')
  })

  it('property: the state equals the replayed events', () => {
    const command = fc.oneof(
      fc.record({ type: fc.constant('setMail' as const), mail: fc.constant(server), newSecret: fc.boolean() }),
      fc.constant({ type: 'removeMail' as const }),
      fc.record({
        type: fc.constant('setSending' as const),
        sending: fc.record({
          urgentKinds: fc.uniqueArray(fc.constantFrom('task.overdue' as const, 'task.urged' as const)),
          gatherMinutes: fc.integer({ min: 0, max: 5 }),
          deskAddress: fc.constantFrom(null, 'https://desk.example'),
        }),
      }),
    )
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        let state = channelDecider.initial
        const events: ChannelEvent[] = []
        for (const one of commands) {
          const decision = channelDecider.decide(one, state, undefined)
          if (!decision.ok) continue
          events.push(...decision.events)
          state = decision.events.reduce(channelDecider.evolve, state)
        }
        expect(replay(channelDecider, events)).toEqual(state)
        expect(JSON.stringify(events)).not.toContain('password')
      }),
    )
  })

  it('a robot has an https address with its token; plain http only inside the network', () => {
    const token = 'a'.repeat(16)
    const fits = (protocol: string, host: string, value: string | null = token) =>
      isRobotAddress({ protocol, host, token: value })
    expect(fits('https:', 'oapi.dingtalk.com')).toBe(true)
    expect(fits('https:', 'oapi.dingtalk.com', null)).toBe(false)
    expect(fits('http:', 'oapi.dingtalk.com')).toBe(false)
    for (const host of ['10.1.2.3:8080', '192.168.0.9', '172.16.0.1', '127.0.0.1:99', 'localhost'])
      expect(fits('http:', host), host).toBe(true)
    for (const host of ['172.32.0.1', '11.0.0.1', '10.0.0.1.example.com']) expect(fits('http:', host), host).toBe(false)
    expect(fits('file:', '')).toBe(false)
  })
})
