import { z } from 'zod'
import { roles } from '../kernel/actor.ts'
import { isIsoDate } from '../kernel/dates.ts'
import { route } from '../kernel/route.ts'
import { matchReasons } from './unit-matching.ts'
import { unitKinds } from './unit.ts'

export const isoDay = z.string().refine(isIsoDate, '日期写法应为 2022-07-04')
const unitParams = z.object({ unitId: z.uuid() })
const unitName = z.string().trim().min(1, '请填写名称').max(60, '名称最多 60 个字')
const done = z.object({ unitId: z.string() })

export const unitRow = z.object({
  unitId: z.string(),
  parentId: z.string().nullable(),
  code: z.string(),
  kind: z.enum(unitKinds),
  name: z.string(),
  shortName: z.string(),
  active: z.boolean(),
  mergedInto: z.string().nullable(),
  /** People holding a post in the unit today. */
  people: z.number(),
  hasHead: z.boolean(),
  hasLiaison: z.boolean(),
})

export const unitTree = route({
  method: 'GET',
  path: '/api/units',
  summary: '单位树：每行写明上级，按显示顺序',
  query: z.object({ inactive: z.enum(['with', 'without']).default('without') }),
  reply: z.object({ units: z.array(unitRow), mayManage: z.boolean() }),
})

const personRow = z.object({
  personId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  kind: z.enum(['post', 'secondment', 'delegation']),
  postId: z.string(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  homeUnitName: z.string(),
  mobile: z.string().nullable(),
  officePhone: z.string().nullable(),
  activated: z.boolean(),
})

export const unitPage = route({
  method: 'GET',
  path: '/api/units/:unitId',
  summary: '单位页：上级、下属、别名、各岗位人员和变动记录',
  params: unitParams,
  reply: z.object({
    unit: unitRow,
    aliases: z.array(z.string()),
    ancestors: z.array(z.object({ unitId: z.string(), shortName: z.string() })),
    children: z.array(unitRow),
    people: z.array(personRow),
    /** For the unit's own people and those who manage it; empty for others. */
    handOvers: z.array(z.object({ from: z.string(), to: z.string(), on: z.string(), note: z.string() })),
    history: z.array(z.object({ type: z.string(), day: z.string(), facts: z.record(z.string(), z.string()) })),
    may: z.object({
      manageUnit: z.boolean(),
      managePeople: z.boolean(),
      handOver: z.boolean(),
      seeContacts: z.boolean(),
    }),
  }),
})

export const registerUnit = route({
  method: 'POST',
  path: '/api/units',
  summary: '登记单位',
  body: z.object({
    parentId: z.uuid(),
    kind: z.enum(unitKinds),
    name: unitName,
    shortName: unitName,
    aliases: z.array(unitName).max(20).default([]),
  }),
  reply: done,
})

export const renameUnit = route({
  method: 'POST',
  path: '/api/units/:unitId/rename',
  summary: '单位改名，原名保留为别名',
  params: unitParams,
  body: z.object({ name: unitName, shortName: unitName }),
  reply: done,
})

export const addUnitAlias = route({
  method: 'POST',
  path: '/api/units/:unitId/aliases',
  summary: '增加别名',
  params: unitParams,
  body: z.object({ alias: unitName }),
  reply: done,
})

export const removeUnitAlias = route({
  method: 'POST',
  path: '/api/units/:unitId/aliases/remove',
  summary: '删除别名',
  params: unitParams,
  body: z.object({ alias: unitName }),
  reply: done,
})

export const moveUnit = route({
  method: 'POST',
  path: '/api/units/:unitId/move',
  summary: '移动到另一个上级之下，下属单位一起移动',
  params: unitParams,
  body: z.object({ parentId: z.uuid() }),
  reply: done,
})

export const mergeUnit = route({
  method: 'POST',
  path: '/api/units/:unitId/merge',
  summary: '并入另一个单位；人员随之转入，原主要负责人任职结束',
  params: unitParams,
  body: z.object({ into: z.uuid(), on: isoDay }),
  reply: z.object({
    unitId: z.string(),
    peopleMoved: z.number(),
    /** Heads whose post ended with the merger: the office settles their new post. */
    headsToSettle: z.array(z.object({ personId: z.string(), name: z.string() })),
  }),
})

export const closeUnit = route({
  method: 'POST',
  path: '/api/units/:unitId/close',
  summary: '撤销单位',
  params: unitParams,
  reply: done,
})

export const matchUnitNames = route({
  method: 'POST',
  path: '/api/units/match',
  summary: '按文件中的写法查找单位',
  body: z.object({ names: z.array(z.string().max(80)).max(500) }),
  reply: z.object({
    matches: z.array(
      z.object({
        name: z.string(),
        unitId: z.string().optional(),
        candidates: z.array(z.object({ unitId: z.string(), name: z.string(), why: z.enum(matchReasons) })),
        /** Set for collective names: the units they stand for today. */
        group: z.array(z.string()).optional(),
      }),
    ),
  }),
})
