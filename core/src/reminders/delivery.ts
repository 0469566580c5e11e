/** How a notification leaves the desk. The desk itself is no channel: everything stands there anyway. */
export const channels = ['mail', 'robot', 'call'] as const
export type Channel = (typeof channels)[number]

/**
 * `uncertain`: a robot gave no answer after the message was handed over; it is not sent again, because the channel cannot
 * recognise a repetition. `dropped`: no longer needed.
 */
export const deliveryStatuses = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

export const troubles = [
  'mail.connect',
  'mail.tls',
  'mail.auth',
  'mail.recipient',
  'mail.refused',
  'mail.busy',
  'mail.no-address',
  'channel.off',
  'robot.connect',
  'robot.signature',
  'robot.address',
  'robot.limit',
  'robot.refused',
  'robot.uncertain',
  'person.left',
  'person.read',
  'news.superseded',
  'news.stale',
] as const
export type Trouble = (typeof troubles)[number]

/** What came of one try to send. `later` is tried again, `refused` is not, `uncertain` is known by nobody. */
export type Attempt =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later' | 'refused' | 'uncertain'; readonly trouble: Trouble }

const minute = 60_000
/** Waiting times between the tries of one delivery; some fifteen hours in all. */
const waits = [1, 5, 15, 60, 120, 240, 480]

/** Milliseconds to wait after the n-th try (n ≥ 1) that ended with `later`; null when it is given up. */
export function waitAfter(tries: number, trouble: Trouble): number | null {
  const minutes = waits[tries - 1]
  if (minutes === undefined) return null
  // Source: a robot that was sent too much to is blocked for ten minutes (钉钉 custom robot limits).
  return Math.max(minutes, trouble === 'robot.limit' ? 11 : 0) * minute
}

/** Days after which nobody is telephoned about a piece of news any more (rule N-13); it stays in the desk. */
export const callableDays = 30

/** A robot takes one digest a minute; both services allow twenty messages (rule N-09). */
export const robotPause = minute
