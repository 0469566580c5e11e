import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { isoDay } from './units-contract.ts'

const params = z.object({ taskForceId: z.uuid() })
const done = z.object({ taskForceId: z.string() })

export const taskForces = route({
  method: 'GET',
  path: '/api/task-forces',
  summary: '专班及其抽调人员',
  reply: z.object({
    taskForces: z.array(
      z.object({
        taskForceId: z.string(),
        name: z.string(),
        unit: z.object({ unitId: z.string(), shortName: z.string() }),
        fromDay: z.string(),
        untilDay: z.string(),
        disbandedOn: z.string().nullable(),
        members: z.array(
          z.object({
            secondmentId: z.string(),
            personId: z.string(),
            name: z.string(),
            homeUnitName: z.string(),
            fromDay: z.string(),
            untilDay: z.string(),
            today: z.boolean(),
          }),
        ),
      }),
    ),
    mayManage: z.boolean(),
  }),
})

export const setUpTaskForce = route({
  method: 'POST',
  path: '/api/task-forces',
  summary: '设立专班',
  body: z.object({
    name: z.string().trim().min(1, '请填写专班名称').max(60),
    unitId: z.uuid(),
    fromDay: isoDay,
    untilDay: isoDay,
  }),
  reply: done,
})

export const secondPerson = route({
  method: 'POST',
  path: '/api/task-forces/:taskForceId/secondments',
  summary: '抽调人员到专班，人事关系仍在原单位',
  params,
  body: z.object({
    personId: z.uuid(),
    role: z.enum(['coordinationOfficer', 'unitStaff']),
    fromDay: isoDay,
    untilDay: isoDay,
  }),
  reply: z.object({ secondmentId: z.string() }),
})

export const recallPerson = route({
  method: 'POST',
  path: '/api/task-forces/:taskForceId/secondments/:secondmentId/recall',
  summary: '提前结束抽调',
  params: z.object({ taskForceId: z.uuid(), secondmentId: z.uuid() }),
  body: z.object({ lastDay: isoDay }),
  reply: done,
})

export const prolongTaskForce = route({
  method: 'POST',
  path: '/api/task-forces/:taskForceId/prolong',
  summary: '延长专班期限（已有抽调不随之延长）',
  params,
  body: z.object({ untilDay: isoDay }),
  reply: done,
})

export const disbandTaskForce = route({
  method: 'POST',
  path: '/api/task-forces/:taskForceId/disband',
  summary: '解散专班，抽调一并结束',
  params,
  body: z.object({ lastDay: isoDay }),
  reply: done,
})
