import { z } from 'zod'
import { roles } from '../kernel/actor.ts'
import { route } from '../kernel/route.ts'
import { postView } from './contract.ts'
import { isoDay } from './units-contract.ts'

const personParams = z.object({ personId: z.uuid() })
const done = z.object({ personId: z.string() })
const details = {
  name: z.string().trim().min(1, '请填写姓名').max(40, '姓名最多 40 个字'),
  mobile: z
    .string()
    .trim()
    .regex(/^(1[3-9]\d{9})?$/, '手机号应为 11 位数字')
    .default(''),
  officePhone: z
    .string()
    .trim()
    .regex(/^[\d-]{0,20}$/, '办公电话写法不对，例如 0518-83210000')
    .default(''),
  email: z.union([z.literal(''), z.email('邮箱写法不对')]).default(''),
}

export const searchPeople = route({
  method: 'POST',
  path: '/api/people/search',
  summary: '按姓名、工号或单位查找人员（条件不进网址）',
  body: z.object({
    text: z.string().trim().max(40).default(''),
    unitId: z.uuid().optional(),
    withLeft: z.boolean().default(false),
  }),
  reply: z.object({
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        signInName: z.string(),
        homeUnitName: z.string(),
        roles: z.array(z.object({ role: z.enum(roles), unitName: z.string() })),
        activated: z.boolean(),
        left: z.boolean(),
      }),
    ),
    /** True when there are more than the 100 shown. */
    more: z.boolean(),
  }),
})

export const personPage = route({
  method: 'GET',
  path: '/api/people/:personId',
  summary: '人员页：任职、委托、账号状态和变动记录',
  params: personParams,
  reply: z.object({
    personId: z.string(),
    name: z.string(),
    signInName: z.string(),
    homeUnit: z.object({ unitId: z.string(), shortName: z.string() }),
    contacts: z
      .object({ mobile: z.string().nullable(), officePhone: z.string().nullable(), email: z.string().nullable() })
      .nullable(),
    lastDay: z.string().nullable(),
    posts: z.array(postView.extend({ today: z.boolean() })),
    given: z.array(
      z.object({
        delegationId: z.string(),
        to: z.object({ personId: z.string(), name: z.string() }),
        role: z.enum(roles),
        unitName: z.string(),
        fromDay: z.string(),
        untilDay: z.string(),
      }),
    ),
    access: z.object({
      activated: z.boolean(),
      secondFactor: z.boolean(),
      slipValidUntil: z.string().nullable(),
      lastSignIn: z.string().nullable(),
    }),
    history: z.array(z.object({ type: z.string(), day: z.string(), by: z.string().nullable() })),
    may: z.object({ manage: z.boolean(), issueSlip: z.boolean(), delegate: z.boolean() }),
  }),
})

export const registerPerson = route({
  method: 'POST',
  path: '/api/people',
  summary: '登记人员并设第一个岗位',
  body: z.object({ ...details, homeUnitId: z.uuid(), role: z.enum(roles), fromDay: isoDay.optional() }),
  reply: z.object({ personId: z.string(), signInName: z.string() }),
})

export const correctDetails = route({
  method: 'POST',
  path: '/api/people/:personId/details',
  summary: '更正姓名和联系方式',
  params: personParams,
  body: z.object(details),
  reply: done,
})

export const changeHomeUnit = route({
  method: 'POST',
  path: '/api/people/:personId/home-unit',
  summary: '调动：改变所在单位，原单位的任职到前一天为止',
  params: personParams,
  body: z.object({ unitId: z.uuid(), on: isoDay, role: z.enum(roles) }),
  reply: done,
})

export const openPost = route({
  method: 'POST',
  path: '/api/people/:personId/posts',
  summary: '设岗',
  params: personParams,
  body: z.object({ unitId: z.uuid(), role: z.enum(roles), fromDay: isoDay, untilDay: isoDay.nullable().default(null) }),
  reply: z.object({ postId: z.string() }),
})

export const endPost = route({
  method: 'POST',
  path: '/api/people/:personId/posts/:postId/end',
  summary: '结束任职；由它委托出去的代行一并结束',
  params: z.object({ personId: z.uuid(), postId: z.uuid() }),
  body: z.object({ lastDay: isoDay }),
  reply: done,
})

export const leave = route({
  method: 'POST',
  path: '/api/people/:personId/leave',
  summary: '离职：全部任职结束，账号停用',
  params: personParams,
  body: z.object({ lastDay: isoDay }),
  reply: done,
})

export const giveDelegation = route({
  method: 'POST',
  path: '/api/me/delegations',
  summary: '委托本单位一人在一段时间内代行本人岗位',
  body: z.object({ to: z.uuid(), role: z.enum(roles), unitId: z.uuid(), fromDay: isoDay, untilDay: isoDay }),
  reply: z.object({ delegationId: z.string() }),
})

export const withdrawDelegation = route({
  method: 'POST',
  path: '/api/people/:personId/delegations/:delegationId/withdraw',
  summary: '收回委托',
  params: z.object({ personId: z.uuid(), delegationId: z.uuid() }),
  body: z.object({ lastDay: isoDay }),
  reply: done,
})

export const openItem = z.object({
  kind: z.string(),
  label: z.string(),
  path: z.string(),
  dueOn: z.string().nullable(),
})

export const handOverPreview = route({
  method: 'GET',
  path: '/api/units/:unitId/hand-over/:personId',
  summary: '联络员交接前：名下未办结事项',
  params: z.object({ unitId: z.uuid(), personId: z.uuid() }),
  reply: z.object({ openItems: z.array(openItem) }),
})

export const handOver = route({
  method: 'POST',
  path: '/api/units/:unitId/hand-over',
  summary: '更换联络员：新联络员自某日起，原联络员到前一天为止',
  params: z.object({ unitId: z.uuid() }),
  body: z.object({ from: z.uuid(), to: z.uuid(), on: isoDay, note: z.string().trim().max(500).default('') }),
  reply: z.object({ openItems: z.array(openItem) }),
})
