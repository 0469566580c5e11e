import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { occurrenceKinds } from './access.ts'

/** Where the desk goes next after a step of signing in. */
export const nextStep = z.enum(['desk', 'secondFactor', 'enrolSecondFactor', 'changePassword'])
const nothing = z.null()
const code6 = z.string().regex(/^\s*\d{3}\s?\d{3}\s*$/, '动态口令是 6 位数字')

export const signIn = route({
  method: 'POST',
  path: '/api/sign-in',
  summary: '用工号（或手机号）和密码登录',
  body: z.object({
    name: z.string().trim().min(1, '请填写工号或手机号').max(40),
    password: z.string().min(1, '请填写密码').max(200),
  }),
  reply: z.object({ next: nextStep }),
})

export const provideSecondFactor = route({
  method: 'POST',
  path: '/api/second-factor',
  summary: '登录第二步：动态口令或备用码',
  body: z.union([z.object({ code: code6 }), z.object({ recoveryCode: z.string().trim().min(8).max(40) })]),
  reply: z.object({ next: nextStep, recoveryCodesLeft: z.number().nullable() }),
})

export const signOut = route({ method: 'POST', path: '/api/sign-out', summary: '退出登录', reply: nothing })

export const lookAtActivation = route({
  method: 'POST',
  path: '/api/activation/look',
  summary: '核对激活码，显示是谁的账号',
  body: z.object({ code: z.string().trim().min(1, '请填写激活码').max(40) }),
  reply: z.object({ name: z.string(), unitName: z.string(), signInName: z.string(), reset: z.boolean() }),
})

export const activate = route({
  method: 'POST',
  path: '/api/activation',
  summary: '用激活码设置自己的密码',
  body: z.object({
    code: z.string().trim().min(1, '请填写激活码').max(40),
    password: z.string().min(1, '请填写密码').max(200),
  }),
  reply: z.object({ next: nextStep, signInName: z.string() }),
})

export const changePassword = route({
  method: 'POST',
  path: '/api/me/password',
  summary: '修改密码；其他登录全部退出',
  body: z.object({
    current: z.string().min(1, '请填写当前密码').max(200),
    password: z.string().min(1, '请填写新密码').max(200),
  }),
  reply: z.object({ next: nextStep }),
})

export const beginSecondFactor = route({
  method: 'POST',
  path: '/api/me/second-factor/begin',
  summary: '开始绑定动态口令：二维码和密钥',
  reply: z.object({ svg: z.string(), secret: z.string(), uri: z.string() }),
})

export const confirmSecondFactor = route({
  method: 'POST',
  path: '/api/me/second-factor/confirm',
  summary: '输入一次动态口令完成绑定；备用码只显示这一次',
  body: z.object({ code: code6 }),
  reply: z.object({ next: nextStep, recoveryCodes: z.array(z.string()) }),
})

export const mySessions = route({
  method: 'GET',
  path: '/api/me/sessions',
  summary: '我的登录',
  reply: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        browser: z.string(),
        createdAt: z.string(),
        lastSeenAt: z.string(),
        expiresAt: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
})

export const endSession = route({
  method: 'DELETE',
  path: '/api/me/sessions/:sessionId',
  summary: '结束我的一个登录',
  params: z.object({ sessionId: z.uuid() }),
  reply: nothing,
})

export const signOutEverywhere = route({
  method: 'POST',
  path: '/api/me/sign-out-everywhere',
  summary: '退出我的全部登录，包括这一个',
  reply: nothing,
})

export const accessRules = route({
  method: 'GET',
  path: '/api/access-rules',
  summary: '登录设置',
  reply: z.object({ idleMinutes: z.number(), passwordDays: z.number(), warnDays: z.number() }),
})

export const setAccessRules = route({
  method: 'PUT',
  path: '/api/access-rules',
  summary: '修改登录设置',
  body: z.object({
    idleMinutes: z.number().int().min(5, '闲置退出至少 5 分钟').max(240, '闲置退出最多 240 分钟'),
    passwordDays: z.number().int().min(0).max(730, '密码有效期最多 730 天，0 表示不限'),
    warnDays: z.number().int().min(0).max(60, '最多提前 60 天提醒'),
  }),
  reply: nothing,
})

export const signInLog = route({
  method: 'GET',
  path: '/api/sign-in-log',
  summary: '登录记录，最近的在前',
  query: z.object({
    /** Entries older than this one. */
    before: z.uuid().optional(),
    personId: z.uuid().optional(),
    /** `refused`: only who did not get in. */
    only: z.enum(['all', 'refused']).default('all'),
  }),
  reply: z.object({
    occurrences: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        kind: z.enum(occurrenceKinds),
        person: z.object({ personId: z.string(), name: z.string(), unitName: z.string() }).nullable(),
        /** Who did it to the person's account, for instance a reset. */
        by: z.string().nullable(),
      }),
    ),
    /** There are older entries. */
    more: z.boolean(),
  }),
})
