import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { period, setting } from '../rules/setting.ts'
import { changedFields } from './differences.ts'
import { deadlineKinds, planDiagnostic, planPackage, planTask } from './package.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const planId = z.object({ planId: z.uuid() })
const shortText = z.string().max(300)
const names = z.array(z.string().min(1).max(120)).max(200)

export const unitDecision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId: z.uuid() }),
  z.object({ kind: z.literal('create'), name: z.string().min(2).max(60), unitKind: z.string().max(40) }),
  z.object({ kind: z.literal('several'), unitIds: z.array(z.uuid()).min(1).max(500) }),
  z.object({ kind: z.literal('nobody'), reason: shortText.min(1) }),
])

export const taskDecision = z.object({
  lead: z.string().optional(),
  dueOn: isoDate.optional(),
  groupUnitIds: z.array(z.uuid()).max(500).optional(),
  catchAllUnitIds: z.array(z.uuid()).max(500).optional(),
  catchAllNobody: z.boolean().optional(),
  mustPublish: z.boolean().optional(),
})

export const draftPurpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('campaign') }),
  z.object({ kind: z.literal('moreLists'), campaignId: z.uuid() }),
  z.object({ kind: z.literal('revision'), campaignId: z.uuid() }),
])

export const blocker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), name: z.string(), tasks: z.array(z.string()) }),
  z.object({ kind: z.literal('group'), name: z.string(), tasks: z.array(z.string()) }),
  z.object({ kind: z.literal('catchAll'), name: z.string(), tasks: z.array(z.string()) }),
  z.object({ kind: z.literal('noUnit'), tasks: z.array(z.string()) }),
  z.object({ kind: z.literal('diagnostic'), code: z.string(), lines: z.array(z.number()) }),
  z.object({ kind: z.literal('campaignPeriod') }),
  z.object({ kind: z.literal('empty') }),
])

const planRow = z.object({
  id: z.string(),
  title: z.string(),
  docNumber: z.string().nullable(),
  fileName: z.string(),
  state: z.enum(['draft', 'published', 'discarded']),
  purpose: draftPurpose,
  importedOn: isoDate,
  tasks: z.number(),
  campaignId: z.string().nullable(),
})

export const listPlans = route({
  method: 'GET',
  path: '/api/plans',
  summary: '已导入的方案',
  reply: z.object({ plans: z.array(planRow) }),
})

export const importPlan = route({
  method: 'POST',
  path: '/api/plans',
  summary: '导入一份方案文件（先用 POST /api/files 上传）',
  body: z.object({ fileId: z.uuid(), purpose: draftPurpose }),
  reply: z.object({ planId: z.string() }),
})

export const draftTask = planTask.extend({ key: z.string() })

export const readPlan = route({
  method: 'GET',
  path: '/api/plans/:planId',
  summary: '方案原文、读出的结构、还要办的事',
  params: planId,
  reply: z.object({
    id: z.string(),
    version: z.number(),
    state: z.enum(['draft', 'published', 'discarded']),
    campaignId: z.string().nullable(),
    fileId: z.string(),
    fileName: z.string(),
    purpose: draftPurpose,
    /** The document line by line, as the reader gave it. `cells` is set for rows of a table. */
    lines: z.array(z.object({ no: z.number(), text: z.string(), cells: z.array(z.string()).optional() })),
    package: planPackage.omit({ tasks: true }),
    tasks: z.array(draftTask),
    units: z.record(z.string(), unitDecision),
    groups: z.record(z.string(), z.array(z.string())),
    decisions: z.record(z.string(), taskDecision),
    settled: z.record(z.string(), z.string()),
    diagnostics: z.array(planDiagnostic),
    blockers: z.array(blocker),
    /** For a revision: what would change in the running campaign. */
    differences: z.array(
      z.object({
        kind: z.enum(['new', 'changed', 'gone', 'same']),
        key: z.string().nullable(),
        taskId: z.string().nullable(),
        no: z.string(),
        title: z.string(),
        changes: z.array(z.object({ field: z.enum(changedFields), before: z.string(), after: z.string() })),
      }),
    ),
    actions: z.array(
      z.object({
        name: z.enum(['correctPlan', 'publishPlan']),
        allowed: z.boolean(),
        refusal: z.object({ code: z.string() }).nullable(),
      }),
    ),
  }),
})

export const taskCorrection = z.object({
  no: z.string().max(20).optional(),
  title: z.string().max(300).optional(),
  text: z.string().max(20_000).optional(),
  section: z.array(shortText).max(9).optional(),
  leadUnits: names.optional(),
  responsibleUnits: names.optional(),
  supportingUnits: names.optional(),
  groupUnits: names.optional(),
  catchAll: shortText.optional(),
  basis: z.array(shortText).max(50).optional(),
  deadline: z
    .object({
      text: shortText,
      kind: z.enum(deadlineKinds),
      due: isoDate.nullable(),
      every: z.string().max(20).nullable(),
    })
    .optional(),
})

/** Every correction and decision of a draft goes through one route; the body is the decider's command. */
export const draftChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('correctTask'), key: z.string(), correction: taskCorrection }),
  z.object({ type: z.literal('addTask'), key: z.string().max(40), after: z.string().nullable(), task: planTask }),
  z.object({ type: z.literal('removeTask'), key: z.string(), reason: shortText }),
  z.object({ type: z.literal('correctStages'), stages: planPackage.shape.stages }),
  z.object({ type: z.literal('correctDocument'), document: planPackage.shape.document }),
  z.object({ type: z.literal('correctIndicators'), indicators: planPackage.shape.indicators }),
  z.object({ type: z.literal('correctCategories'), categories: planPackage.shape.categories }),
  z.object({ type: z.literal('correctRules'), rules: planPackage.shape.rules }),
  z.object({ type: z.literal('decideUnits'), decisions: z.record(z.string(), unitDecision) }),
  z.object({ type: z.literal('expandGroup'), group: z.string(), unitIds: z.array(z.uuid()).max(500) }),
  z.object({ type: z.literal('decideTasks'), keys: z.array(z.string()).min(1).max(5000), decision: taskDecision }),
  z.object({ type: z.literal('settle'), code: z.string(), note: shortText }),
  z.object({ type: z.literal('discard'), reason: shortText }),
])

export const changePlan = route({
  method: 'POST',
  path: '/api/plans/:planId/changes',
  summary: '更正或办理导入的方案',
  params: planId,
  body: z.object({ change: draftChange }),
  reply: z.object({ version: z.number(), blockers: z.array(blocker) }),
})

/** Suggestions for the publishing steps: which unit a printed name, group or catch-all may stand for. */
export const suggestUnits = route({
  method: 'GET',
  path: '/api/plans/:planId/suggestions',
  summary: '印出的单位名称可能对应的单位',
  params: planId,
  reply: z.object({
    units: z.array(
      z.object({
        name: z.string(),
        unitId: z.string().nullable(),
        candidates: z.array(z.object({ unitId: z.string(), name: z.string(), why: z.string() })),
      }),
    ),
    groups: z.array(z.object({ name: z.string(), unitIds: z.array(z.string()) })),
  }),
})

export const publishPlan = route({
  method: 'POST',
  path: '/api/plans/:planId/publish',
  summary: '发布：任务从此生效',
  params: planId,
  body: z.object({ version: z.number().int() }),
  reply: z.object({ campaignId: z.string(), tasks: z.number(), parts: z.number(), unitsMade: z.number() }),
})

const stage = z.object({
  no: z.number(),
  name: z.string(),
  periodText: z.string(),
  start: isoDate.nullable(),
  end: isoDate.nullable(),
  state: z.enum(['before', 'running', 'over', 'undated']),
})

export const campaignSettings = z.object({
  headSigns: z.boolean(),
  supportingLeadDays: z.number().int().min(0).max(60),
  stubPeriods: z.enum(['count', 'merge', 'skip']),
  yearlyConclusionOn: z.string().regex(/^(0[1-9]|1[0-2])-([0-2]\d|3[01])$/),
})

const ruled = setting(period)

const campaignHead = z.object({
  id: z.string(),
  name: z.string(),
  docNumber: z.string().nullable(),
  start: isoDate,
  end: isoDate,
  state: z.enum(['running', 'closed']),
})

export const listCampaigns = route({
  method: 'GET',
  path: '/api/campaigns',
  summary: '行动列表',
  reply: z.object({ campaigns: z.array(campaignHead) }),
})

export const readCampaign = route({
  method: 'GET',
  path: '/api/campaigns/:campaignId',
  summary: '行动：阶段、清单、任务数、规则与设置',
  params: z.object({ campaignId: z.uuid() }),
  reply: campaignHead.extend({
    businessDay: isoDate,
    stages: z.array(stage),
    lists: z.array(
      z.object({ id: z.string(), title: z.string(), tasks: z.number(), concluded: z.number(), overdue: z.number() }),
    ),
    indicators: planPackage.shape.indicators,
    categories: planPackage.shape.categories,
    /** The periods of a complaint by the rules in force today. */
    periods: z.object({ handle: ruled, extension: ruled, feedback: ruled, rework: ruled }),
    settings: campaignSettings,
    /** The day the settings shown come into force; null when they are in force. */
    settingsFrom: isoDate.nullable(),
    planIds: z.array(z.string()),
    mayChangeSettings: z.object({ allowed: z.boolean(), refusal: z.object({ code: z.string() }).nullable() }),
  }),
})

export const changeSettings = route({
  method: 'POST',
  path: '/api/campaigns/:campaignId/settings',
  summary: '更改行动设置',
  params: z.object({ campaignId: z.uuid() }),
  body: z.object({ settings: campaignSettings.partial(), reason: shortText }),
  /** The settings are the next version of the rules, which begins on this day. */
  reply: z.object({ validFrom: isoDate }),
})

export const readClause = route({
  method: 'GET',
  path: '/api/campaigns/:campaignId/clauses/:clauseId',
  summary: '条款原文',
  params: z.object({ campaignId: z.uuid(), clauseId: z.string().max(60) }),
  reply: z.object({
    id: z.string(),
    number: z.string(),
    heading: z.string(),
    text: z.string(),
    above: z.array(z.object({ id: z.string(), number: z.string(), heading: z.string() })),
  }),
})

export const moveTrialDay = route({
  method: 'POST',
  path: '/api/trial/day',
  summary: '试用：把业务日期向前移动',
  body: z.object({ day: isoDate }),
  reply: z.object({ businessDay: isoDate }),
})

export const resetTrial = route({
  method: 'POST',
  path: '/api/trial/reset',
  summary: '试用：清空并重新开始',
  body: z.object({ confirm: z.literal('重新开始') }),
  /** A one-time path that signs the same role in to the new trial. */
  reply: z.object({ signIn: z.string().nullable() }),
})

export const uploadFile = route({
  method: 'POST',
  path: '/api/files',
  summary: '上传一个文件（multipart，字段名 file；查询参数 purpose=plan|evidence|roster）',
  query: z.object({ purpose: z.enum(['plan', 'evidence', 'roster']) }),
  reply: z.object({ fileId: z.string(), name: z.string(), bytes: z.number(), kind: z.string() }),
})
