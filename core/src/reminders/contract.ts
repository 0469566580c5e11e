import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { callOutcomes } from './call.ts'
import { mailSecurities, robotKinds } from './channel-settings.ts'
import { channels, deliveryStatuses, troubles } from './delivery.ts'
import { newsKinds } from './news.ts'
import { mailWishes } from './preference.ts'

const subject = z.object({ kind: z.string(), id: z.string() }).nullable()

export const myNotification = z.object({
  newsId: z.uuid(),
  kind: z.enum(newsKinds),
  /** Heading and sentence in plain Chinese. */
  title: z.string(),
  text: z.string(),
  /** The things of a summary, a line each. */
  lines: z.array(z.string()),
  subject,
  unitName: z.string().nullable(),
  /** Business day it was made on, and the machine's instant. */
  on: z.string(),
  at: z.string(),
  read: z.boolean(),
})

export const myNotifications = route({
  method: 'GET',
  path: '/api/notifications',
  summary: '我的消息，新的在前；before 填上一页最后一条的编号',
  query: z.object({
    unread: z.stringbool().default(false),
    before: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({ unread: z.number().int(), notifications: z.array(myNotification), more: z.boolean() }),
})

export const countUnread = route({
  method: 'GET',
  path: '/api/notifications/unread',
  summary: '未读消息数',
  reply: z.object({ unread: z.number().int() }),
})

export const markRead = route({
  method: 'POST',
  path: '/api/notifications/read',
  summary: '标为已读；不写编号即全部已读',
  body: z.object({ newsIds: z.array(z.uuid()).max(500).optional() }),
  reply: z.object({ unread: z.number().int() }),
})

export const myPreference = route({
  method: 'GET',
  path: '/api/notifications/preference',
  summary: '我的接收方式',
  reply: z.object({ mail: z.enum(mailWishes) }),
})

export const choosePreference = route({
  method: 'POST',
  path: '/api/notifications/preference',
  summary: '更改我的接收方式',
  body: z.object({ mail: z.enum(mailWishes) }),
  reply: z.object({ mail: z.enum(mailWishes) }),
})

const attempt = z.object({ outcome: z.enum(callOutcomes), on: z.string(), at: z.string(), byName: z.string() })

export const callToMake = z.object({
  callId: z.uuid(),
  personName: z.string(),
  unitName: z.string(),
  mobile: z.string().nullable(),
  officePhone: z.string().nullable(),
  since: z.string(),
  /** What to tell, a line each, and the same to copy. */
  lines: z.array(z.string()),
  text: z.string(),
  /** Goes back with the record, so that news which came later is not taken for told. */
  newsIds: z.array(z.uuid()),
  attempts: z.array(attempt),
})

export const callList = route({
  method: 'GET',
  path: '/api/calls',
  summary: '电话催办清单：要打的电话、今天打过的电话、没有联络人的单位',
  reply: z.object({
    calls: z.array(callToMake),
    toldToday: z.array(
      z.object({ callId: z.uuid(), personName: z.string(), unitName: z.string(), attempts: z.array(attempt) }),
    ),
    unitsWithoutPeople: z.array(
      z.object({ unitId: z.uuid(), unitName: z.string(), news: z.number().int(), since: z.string() }),
    ),
  }),
})

export const noteCall = route({
  method: 'POST',
  path: '/api/calls/:callId/attempts',
  summary: '登记一次电话：告知本人、同事代转、无人接听、占线、号码有误',
  params: z.object({ callId: z.uuid() }),
  body: z.object({
    outcome: z.enum(callOutcomes),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    newsIds: z.array(z.uuid()).max(1000),
  }),
  reply: z.object({ callId: z.uuid(), state: z.enum(['waiting', 'told']) }),
})

const delivery = z.object({
  channel: z.enum(channels),
  status: z.enum(deliveryStatuses),
  /** Name of the person or the robot. */
  to: z.string(),
  unitName: z.string().nullable(),
  kinds: z.array(z.enum(newsKinds)),
  news: z.number().int(),
  tries: z.number().int(),
  trouble: z.enum(troubles).nullable(),
  madeAt: z.string(),
  nextAt: z.string().nullable(),
  sentAt: z.string().nullable(),
})

export const deliveries = route({
  method: 'GET',
  path: '/api/deliveries',
  summary: '送达情况：近七天各渠道数量和逐条明细',
  query: z.object({
    status: z.enum(deliveryStatuses).optional(),
    channel: z.enum(channels).optional(),
  }),
  reply: z.object({
    counts: z.array(z.object({ channel: z.enum(channels), status: z.enum(deliveryStatuses), count: z.number().int() })),
    deliveries: z.array(delivery),
    /** Set while quiet: what waits leaves at this moment. */
    quietUntil: z.object({ day: z.string(), at: z.string() }).nullable(),
  }),
})

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9.:[\]-]+$/, '服务器地址只能是域名或 IP')
const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    // oxlint-disable-next-line no-control-regex -- a line break would start another mail header
    .regex(/^[^\u0000-\u001f\u007f]*$/, '不能换行')

export const mailServer = z.object({
  host,
  port: z.number().int().min(1).max(65535),
  security: z.enum(mailSecurities),
  user: oneLine(200),
  from: z.email('请填写完整的邮箱地址').max(254),
  fromName: oneLine(60),
  certificate: z.string().max(20_000),
})
const covers = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('division') }),
  z.object({ kind: z.literal('office') }),
  z.object({ kind: z.literal('unit'), unitId: z.uuid() }),
])
const sending = z.object({
  urgentKinds: z.array(z.enum(newsKinds)),
  gatherMinutes: z.number().int().min(0).max(240),
  deskAddress: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .nullable(),
})
export const channelSettings = z.object({
  version: z.number().int(),
  mail: mailServer.extend({ hasSecret: z.boolean() }).nullable(),
  robots: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(robotKinds),
      name: z.string(),
      covers,
      unitName: z.string().nullable(),
      host: z.string(),
    }),
  ),
  ...sending.shape,
})

export const readChannels = route({
  method: 'GET',
  path: '/api/channels',
  summary: '渠道设置；授权码、机器人地址和密钥不再显示',
  reply: channelSettings,
})

export const setMail = route({
  method: 'PUT',
  path: '/api/channels/mail',
  summary: '设置邮件服务器；不改授权码就不填 secret',
  body: mailServer.extend({ secret: z.string().min(1).max(500).optional() }),
  reply: channelSettings,
})

export const removeMail = route({
  method: 'DELETE',
  path: '/api/channels/mail',
  summary: '停用邮件',
  reply: channelSettings,
})

export const addRobot = route({
  method: 'POST',
  path: '/api/channels/robots',
  summary: '添加群机器人：整段 Webhook 地址，钉钉另填加签密钥',
  body: z.object({
    kind: z.enum(robotKinds),
    name: oneLine(40).min(1),
    covers,
    address: z.url().max(1000),
    secret: z.string().trim().max(200).optional(),
  }),
  reply: channelSettings,
})

export const removeRobot = route({
  method: 'DELETE',
  path: '/api/channels/robots/:robotId',
  summary: '移除群机器人',
  params: z.object({ robotId: z.uuid() }),
  reply: channelSettings,
})

export const setSending = route({
  method: 'PUT',
  path: '/api/channels/sending',
  summary: '设置紧急种类、合并时间和系统网址',
  body: sending,
  reply: channelSettings,
})

export const testChannel = route({
  method: 'POST',
  path: '/api/channels/test',
  summary: '立即试发一条，答复当场的结果',
  body: z.discriminatedUnion('channel', [
    z.object({ channel: z.literal('mail'), to: z.email().max(254) }),
    z.object({ channel: z.literal('robot'), robotId: z.uuid() }),
  ]),
  reply: z.object({
    result: z.enum(['sent', 'later', 'refused', 'uncertain']),
    trouble: z.enum(troubles).nullable(),
  }),
})
