import type { Decider } from '../kernel/decider.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import type { NewsKind } from './news.ts'

export const mailSecurities = ['starttls', 'tls', 'none'] as const
export type MailSecurity = (typeof mailSecurities)[number]

export const robotKinds = ['wecom', 'dingtalk'] as const
export type RobotKind = (typeof robotKinds)[number]

/** The mail server without its secret, which is kept sealed and apart. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  /** Empty: the server takes mail without signing in. */
  readonly user: string
  readonly from: string
  readonly fromName: string
  /** PEM of an authority to trust besides the usual ones; empty when not needed. */
  readonly certificate: string
}

/** Whose news a robot's chat group gets. */
export type Covers =
  | { readonly kind: 'division' }
  | { readonly kind: 'office' }
  | { readonly kind: 'unit'; readonly unitId: string }

/** A robot without its address and secret: the address carries the token, so it is a secret itself. */
export interface Robot {
  readonly id: string
  readonly kind: RobotKind
  readonly name: string
  readonly covers: Covers
  /** Host of the address, to recognise it by. */
  readonly host: string
}

export interface ChannelSettings {
  readonly mail: MailServer | null
  readonly robots: readonly Robot[]
  /** Kinds that leave in quiet hours too, and at once. */
  readonly urgentKinds: readonly NewsKind[]
  /** Minutes that news for one reader is gathered into one message. */
  readonly gatherMinutes: number
  /** Address of the desk in messages; null: none is printed. */
  readonly deskAddress: string | null
}

export type ChannelCommand =
  | { readonly type: 'setMail'; readonly mail: MailServer; readonly newSecret: boolean }
  | { readonly type: 'removeMail' }
  | { readonly type: 'addRobot'; readonly robot: Robot }
  | { readonly type: 'removeRobot'; readonly robotId: string }
  | {
      readonly type: 'setSending'
      readonly sending: Pick<ChannelSettings, 'urgentKinds' | 'gatherMinutes' | 'deskAddress'>
    }

export type ChannelEvent =
  | { readonly type: 'mailServerSet'; readonly mail: MailServer; readonly newSecret: boolean }
  | { readonly type: 'mailServerRemoved' }
  | { readonly type: 'robotAdded'; readonly robot: Robot }
  | { readonly type: 'robotRemoved'; readonly robotId: string }
  | {
      readonly type: 'sendingSet'
      readonly sending: Pick<ChannelSettings, 'urgentKinds' | 'gatherMinutes' | 'deskAddress'>
    }

export const channelRefusals = [
  'channel.secret-again',
  'channel.secret-missing',
  'channel.no-mail',
  'channel.no-robot',
  'channel.robot-address',
  'channel.robot-secret',
  'channel.same',
  'channel.certificate',
] as const
export type ChannelRefusal = (typeof channelRefusals)[number]

/** The administrator's settings of mail and robots. Secrets never pass through here. */
export const channelDecider: Decider<ChannelCommand, ChannelSettings, ChannelEvent, ChannelRefusal, undefined> = {
  initial: { mail: null, robots: [], urgentKinds: [], gatherMinutes: 2, deskAddress: null },

  decide(command, state) {
    switch (command.type) {
      case 'setMail': {
        const { mail, newSecret } = command
        const before = state.mail
        if (mail.user !== '' && !newSecret) {
          if (before === null || before.user === '') return refuse('channel.secret-missing')
          // rule N-12: a kept secret goes to the server it was given for, never to another one.
          const moved = before.host !== mail.host || before.port !== mail.port || before.user !== mail.user
          const weaker = before.security !== mail.security || before.certificate !== mail.certificate
          if (moved || weaker) return refuse('channel.secret-again')
        }
        if (before !== null && !newSecret && JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(mail)))
          return refuse('channel.same')
        return accept({ type: 'mailServerSet', mail: inOrder(mail), newSecret })
      }
      case 'removeMail':
        return state.mail === null ? refuse('channel.no-mail') : accept({ type: 'mailServerRemoved' })
      case 'addRobot':
        return accept({ type: 'robotAdded', robot: command.robot })
      case 'removeRobot':
        return state.robots.some((robot) => robot.id === command.robotId)
          ? accept({ type: 'robotRemoved', robotId: command.robotId })
          : refuse('channel.no-robot')
      case 'setSending': {
        const { urgentKinds, gatherMinutes, deskAddress } = command.sending
        const sending = { urgentKinds: [...new Set(urgentKinds)].toSorted(), gatherMinutes, deskAddress }
        const before = {
          urgentKinds: state.urgentKinds,
          gatherMinutes: state.gatherMinutes,
          deskAddress: state.deskAddress,
        }
        if (JSON.stringify(before) === JSON.stringify(sending)) return refuse('channel.same')
        return accept({ type: 'sendingSet', sending })
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'mailServerSet':
        return { ...state, mail: event.mail }
      case 'mailServerRemoved':
        return { ...state, mail: null }
      case 'robotAdded':
        return { ...state, robots: [...state.robots, event.robot] }
      case 'robotRemoved':
        return { ...state, robots: state.robots.filter((robot) => robot.id !== event.robotId) }
      case 'sendingSet':
        return { ...state, ...event.sending }
    }
  },
}

function inOrder({ host, port, security, user, from, fromName, certificate }: MailServer): MailServer {
  return { host, port, security, user, from, fromName, certificate }
}

/**
 * Whether an address may be a robot's: https anywhere (private installations have hosts of their own), plain http inside
 * the network only, and with the parameter that each service puts its token into.
 */
export function isRobotAddress(address: {
  readonly protocol: string
  readonly host: string
  /** Value of the parameter that carries the token; null when it is missing. */
  readonly token: string | null
}): boolean {
  if (!address.token || address.token.length < 8) return false
  if (address.protocol === 'https:') return true
  return address.protocol === 'http:' && isInnerHost(address.host)
}

/** The query parameter that carries a robot's token. Source: 企业微信 91770 `key`; 钉钉 custom robot `access_token`. */
export const tokenParameter: Record<RobotKind, string> = { wecom: 'key', dingtalk: 'access_token' }

function isInnerHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  if (name === 'localhost' || name === '[::1]') return true
  return /^(127|10)(\.\d{1,3}){3}$|^192\.168(\.\d{1,3}){2}$|^172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}$/.test(name)
}
