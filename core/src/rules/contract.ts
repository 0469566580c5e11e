import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { exampleMoments } from './examples.ts'
import { ruleSet } from './rule-set.ts'
import { ruleSetProblemCodes } from './rule-set-version.ts'
import { settingPaths, type SettingPath } from './settings.ts'
import { settingSource } from './setting.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const campaignId = z.object({ campaignId: z.uuid() })
const path = z.enum(settingPaths as readonly [SettingPath, ...SettingPath[]])
const storedSetting = z.object({ value: z.unknown(), source: settingSource })
const difference = z.object({ path, before: storedSetting, after: storedSetting })
const answer = z.object({ allowed: z.boolean(), refusal: z.object({ code: z.string() }).nullable() })

const versionHead = z.object({
  id: z.string(),
  /** 1 for the version that came with the notice. */
  number: z.number(),
  validFrom: isoDate,
  publishedOn: isoDate,
  /** Name of the person; null for the program itself. */
  publishedBy: z.string().nullable(),
  reason: z.string(),
  state: z.enum(['past', 'inForce', 'coming']),
  /** How many settings are 本办自定, and how many differ from the version before. */
  selfSet: z.number(),
  changed: z.number(),
})
export type VersionHeadRow = z.output<typeof versionHead>

export const listRuleSets = route({
  method: 'GET',
  path: '/api/campaigns/:campaignId/rule-sets',
  summary: '一个行动的规则：各个版本',
  params: campaignId,
  reply: z.object({
    businessDay: isoDate,
    title: z.string(),
    /** Newest first. */
    versions: z.array(versionHead),
    /** The first day a next version may begin on. */
    nextFrom: isoDate,
    mayPreview: answer,
    mayPublish: answer,
  }),
})

export const readRuleSetVersion = route({
  method: 'GET',
  path: '/api/rule-sets/:versionId',
  summary: '一版规则：每一项的值、单位和依据，与上一版的不同',
  params: z.object({ versionId: z.string().min(1).max(120) }),
  reply: z.object({
    /** Null for the standing rules of a division without a campaign. */
    campaignId: z.string().nullable(),
    head: versionHead,
    ruleSet,
    /** The clauses its settings name, for the link. */
    clauses: z.array(z.object({ id: z.string(), number: z.string(), heading: z.string() })),
    previousId: z.string().nullable(),
    differences: z.array(difference),
  }),
})

const proposal = z.object({
  /** The newest version as the person saw it. */
  base: z.string().min(1).max(120),
  validFrom: isoDate,
  edits: z
    .array(
      z.object({
        path,
        value: z.unknown(),
        /** The law or higher rule that sets the value; left out: 本办自定. */
        document: z.string().trim().min(2).max(120).optional(),
      }),
    )
    .max(settingPaths.length),
})

const example = z.object({
  moment: z.enum(exampleMoments),
  tier: z.object({ code: z.string(), name: z.string() }).nullable(),
  startOn: isoDate,
  /** Null where only the other version has this period. */
  before: isoDate.nullable(),
  after: isoDate.nullable(),
  provisional: z.boolean(),
})
export type RuleExampleRow = z.output<typeof example>

export const previewRuleSet = route({
  method: 'POST',
  path: '/api/campaigns/:campaignId/rule-sets/preview',
  summary: '预览下一版规则：哪里要改、改了什么、日期怎么变；什么也不保存',
  params: campaignId,
  body: proposal.extend({
    /** The day of the examples; the first day of the new version when left out. */
    exampleDay: isoDate.optional(),
  }),
  reply: z.object({
    problems: z.array(
      z.object({
        code: z.enum([...ruleSetProblemCodes, 'rules.valid-from-past']),
        path: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    ),
    differences: z.array(difference),
    examples: z.array(example),
  }),
})

export const publishRuleSet = route({
  method: 'POST',
  path: '/api/campaigns/:campaignId/rule-sets',
  summary: '发布下一版规则',
  params: campaignId,
  body: proposal.extend({ reason: z.string().max(300) }),
  reply: z.object({ versionId: z.string(), validFrom: isoDate }),
})
