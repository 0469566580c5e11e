import type { SystemActor } from '@yingshang/core/kernel/actor'
import { addDays } from '@yingshang/core/kernel/dates'
import { seededDice, type Dice } from '@yingshang/core/kernel/dice'
import type { CampaignContent } from '@yingshang/core/plans/campaign'
import { campaignSettingsOf } from '@yingshang/core/plans/campaign-settings'
import { ruleSetFromPlan } from '@yingshang/core/rules/from-plan'
import type { Services } from '../platform/capability.ts'
import { newId, record } from '../platform/ledger/record.ts'
import { openedCampaign } from '../plans/for-others.ts'
import { begunRules } from '../rules/for-others.ts'
import { taskChanges, type TaskToPublish } from '../tasks/for-others.ts'

export interface MadeVolume {
  readonly seed: number
  readonly campaigns: number
  readonly tasksEach: number
  /** Called after each campaign with how many are there: for progress on long work. */
  readonly progress?: (done: number) => void
}

const actor: SystemActor = { kind: 'system', job: 'made-campaigns' }
const silent = { rules: { complaint: { handle: null, extension: null, feedback: null, rework: null } } }

/**
 * Fills an installation with made campaigns and tasks over the units it has, through the same write as a real
 * publication. Titles are made of plain words; the same seed gives the same tasks. Answers the campaigns' ids.
 */
export async function makeCampaigns(services: Services, volume: MadeVolume): Promise<string[]> {
  const dice = seededDice(volume.seed)
  const units = await services.databases.app.query<{ id: string; path: string; name: string }>(
    'select id, path, name from app.unit where active and parent_id is not null order by sort_order, id',
  )
  const ids: string[] = []
  for (let n = 0; n < volume.campaigns; n++) {
    const year = 2022 + (n % 4)
    ids.push(await makeOne(services, dice, units.rows, `样例行动${n + 1}号`, `${year}-01-04`, volume.tasksEach))
    volume.progress?.(n + 1)
  }
  return ids
}

interface MadeUnit {
  readonly id: string
  readonly path: string
  readonly name: string
}

async function makeOne(
  services: Services,
  dice: Dice,
  units: readonly MadeUnit[],
  name: string,
  start: string,
  count: number,
): Promise<string> {
  const now = services.clock.now()
  const id = newId(now)
  const { division } = services.installation
  const planId = newId(now)
  const ruleSet = ruleSetFromPlan(silent, {
    id: `${id}-1`,
    series: id,
    title: name,
    divisionCode: division,
    validFrom: start,
  })
  const lists = [1, 2, 3].map((no) => ({ id: `made-${no}`, title: `样例清单${no}` }))
  const end = addDays(start, 300)
  const content: CampaignContent = {
    division,
    planIds: [planId],
    name,
    docNumber: null,
    start,
    end,
    stages: [],
    lists,
    indicators: [],
    categories: [],
    rules: silent.rules,
  }
  const tasks = Array.from({ length: count }, (_, n) => madeTask(dice, units, lists[n % lists.length]!, n + 1, start))
  const occasion = { commandId: newId(now), actor, businessDay: start, now }
  const rules = begunRules(newId(now), occasion, { id, division }, ruleSet)
  const written = await record(services.databases.app, {
    ...occasion,
    attachments: rules.attachments,
    changes: [
      openedCampaign(id, content),
      ...rules.changes,
      ...taskChanges({
        campaign: { id, division, planId, start, end, settings: campaignSettingsOf(ruleSet) },
        tasks,
        calendar: services.calendar(),
        ruleSet,
        businessDay: start,
        newId: () => newId(now),
      }),
    ],
  })
  if (written.kind !== 'done') throw new Error('a made campaign was not written')
  return id
}

const doings = ['优化', '规范', '推进', '公开', '压缩', '整合', '完善', '清理', '建立', '落实']
const matters = [
  '企业开办',
  '用电报装',
  '用水报装',
  '不动产登记',
  '施工许可',
  '招标投标',
  '信用修复',
  '纳税申报',
  '贷款融资',
  '用工服务',
  '政策兑现',
  '执法检查',
  '涉企收费',
  '知识产权',
  '纠纷调解',
]
const aspects = ['流程', '时限', '材料', '清单', '窗口', '平台', '标准', '机制', '台账', '培训']
const grounds = ['《样例办法甲》', '《样例办法乙》', '《样例方案丙》']

function madeTask(
  dice: Dice,
  units: readonly MadeUnit[],
  list: { id: string; title: string },
  no: number,
  start: string,
): TaskToPublish {
  const title = `${dice.pick(doings)}${dice.pick(matters)}${dice.pick(aspects)}`
  const named = dice.sample(units, dice.int(1, 4))
  const withLead = named.length > 1 && dice.chance(0.4)
  const kind = dice.weigh([
    ['date', 7],
    ['ongoing', 2],
    ['recurring', 1],
  ] as const)
  const due = kind === 'date' ? addDays(start, dice.int(30, 290)) : null
  const every = kind === 'recurring' ? 'quarter' : null
  return {
    listId: list.id,
    listTitle: list.title,
    no: String(no),
    title,
    text: `${title}。由责任单位按月推进，形成可查的成果。`,
    section: [],
    clauseId: list.id,
    clauseNumber: String(no),
    basis: [dice.pick(grounds)],
    catchAll: '',
    groupUnits: [],
    printed: { text: due ?? (every ? '每季度不少于一次' : '长期坚持'), kind, due, every },
    dueOn: due,
    dueSetBy: 'notice',
    mustPublish: dice.chance(0.1),
    lines: [no, no],
    parts: named.map((unit, place) => ({
      unitId: unit.id,
      unitPath: unit.path,
      role: withLead ? (place === 0 ? 'lead' : 'supporting') : 'responsible',
      origin: 'named',
      printedName: unit.name,
    })),
  }
}
