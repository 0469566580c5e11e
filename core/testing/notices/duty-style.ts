import type { Dice } from './dice.ts'
import { isBare, type RoleForm } from './duty.ts'

export const places = [
  'tail',
  'own-line',
  'own-lines',
  'own-bracket-line',
  'plain-tail',
  'headed',
  'split-brackets',
  'title',
  'card',
] as const
export type DutyPlace = (typeof places)[number]

/** How the duties of one list are printed. */
export interface DutyStyle {
  roles: RoleForm
  place: DutyPlace
  bracket: readonly [string, string]
  leadLabel: string
  responsibleLabel: string
  supportLabel: string
  deadlineLabel: string
  basisLabel: string
  /** Between two labelled parts. */
  partStop: string
  /** Between units. */
  unitStop: string
  /** Between the last two units, where it differs. */
  lastStop: string
  /** Where the full stop of the task stands relative to the brackets. */
  stop: 'before' | 'after' | 'inside' | 'none'
  deadlineFirst: boolean
  basisBeforeDeadline: boolean
  /** A person in charge, by office and not by name, printed first. */
  person: string
  personLast: boolean
  firstLeadsRule: string
  /** The verb of a list without labels. */
  verb: string
  /** Between the parts when they stand together on a line of their own. */
  lineStop: string
  /** The deadline stands behind labelled roles without a label of its own. */
  deadlineBare: boolean
}

export const brackets: readonly (readonly [string, string])[] = [
  ['（', '）'],
  ['(', ')'],
  ['〔', '〕'],
  ['【', '】'],
  ['[', ']'],
  ['［', '］'],
  ['〖', '〗'],
]
const labels = {
  one: [
    '责任单位',
    '责任部门',
    '责任主体',
    '承办单位',
    '负责单位',
    '落实单位',
    '实施单位',
    '责任科室',
    '负责部门',
    '实施主体',
    '责任落实单位',
    '主管部门',
    '责任处室',
    '承担单位',
    '包抓单位',
    '主体责任单位',
    '实施部门',
    '责任股室',
    '责任落实部门',
    '承接单位',
    '经办单位',
    '归口单位',
    '负责科室',
    '落实部门',
  ],
  lead: [
    '牵头单位',
    '牵头部门',
    '主办单位',
    '牵头责任单位',
    '主责单位',
    '牵头',
    '总牵头单位',
    '第一责任单位',
    '牵头科室',
    '牵头处室',
    '主抓单位',
    '主责部门',
    '主办部门',
    '牵头负责单位',
    '牵头实施单位',
    '总牵头部门',
  ],
  withLead: [
    '责任单位',
    '配合单位',
    '配合部门',
    '参与部门',
    '参与单位',
    '协办单位',
    '协同单位',
    '配合',
    '责任部门',
    '参加单位',
    '协同部门',
    '协助单位',
    '配合科室',
    '联合单位',
    '协办部门',
    '配合责任单位',
    '参与配合单位',
    '协同责任单位',
    '支持单位',
    '联动单位',
  ],
  deadline: [
    '完成时限',
    '完成时间',
    '时限要求',
    '时间要求',
    '时间节点',
    '完成期限',
    '工作时限',
    '办理时限',
    '推进时限',
    '时间安排',
    '时限',
    '完成节点',
    '截止时间',
    '截止日期',
    '办结时间',
    '推进时间',
    '完成日期',
    '任务时限',
    '进度安排',
    '计划完成时间',
    '时间进度',
    '期限',
    '目标时限',
    '进度要求',
    '完成月份',
    '预计完成时间',
  ],
  basis: ['依据', '政策依据', '文件依据', '任务来源', '制定依据', '来源', '法规依据', '依据文件'],
}

export function chooseStyle(dice: Dice, roles: RoleForm, labelled = false): DutyStyle {
  const bare = isBare(roles)
  const leadLabel = dice.pick(labels.lead)
  const withLead =
    leadLabel === '牵头'
      ? '配合'
      : leadLabel === '主办单位'
        ? '协办单位'
        : leadLabel === '第一责任单位'
          ? '其他责任单位'
          : dice.pick(labels.withLead)
  const place: DutyPlace =
    bare || labelled
      ? 'tail'
      : dice.weigh([
          ['tail', 12],
          ['own-lines', 4],
          ['own-line', 2],
          ['own-bracket-line', 3],
          ['plain-tail', 2],
          ['headed', 2],
          ['split-brackets', 1],
          ['title', 1.2],
          ['card', 1],
        ])
  return {
    roles,
    place,
    bracket: dice.weigh(brackets.map((b, i) => [b, [7, 2, 2, 2, 1, 0.4, 0.4][i] as number] as const)),
    leadLabel,
    responsibleLabel:
      roles === 'lead-and-responsible'
        ? withLead
        : roles === 'three-labels'
          ? '责任单位'
          : dice.weigh([
              ['责任单位', 5],
              [dice.pick(labels.one), 5],
            ]),
    supportLabel: dice.pick(['配合单位', '参与单位', '协办单位']),
    deadlineLabel: dice.weigh([
      ['完成时限', 4],
      [dice.pick(labels.deadline), 6],
    ]),
    basisLabel: dice.pick(labels.basis),
    partStop: dice.weigh([
      ['；', 6],
      ['，', 2],
      ['。', 2],
      [' ', place === 'tail' || place === 'own-bracket-line' ? 0.7 : 0],
    ]),
    unitStop: dice.weigh([
      ['、', 9],
      ['，', 1],
      [' ', place === 'own-lines' ? 1 : 0],
      ['；', place === 'own-lines' || place === 'headed' ? 0.3 : 0],
    ]),
    lastStop: dice.weigh([
      ['', 12],
      ['及', 0.6],
      ['和', 0.4],
    ]),
    stop: dice.weigh([
      ['before', 7],
      ['after', 2],
      ['inside', 1],
      ['none', 1],
    ]),
    deadlineFirst: dice.chance(0.08),
    basisBeforeDeadline: dice.chance(0.5),
    person: dice.chance(0.06)
      ? dice.pick(['责任领导：政府分管领导', '分管领导：分管负责同志', '责任人：主要负责人'])
      : '',
    personLast: dice.chance(0.5),
    firstLeadsRule: dice.pick([
      '排在第一位的部门为牵头部门，下同',
      '第一责任单位为牵头单位，下同',
      '列第一位的为牵头单位，下同',
      '排名首位的单位为牵头单位，下同',
      '排在首位的为牵头单位，以下同',
      '首位为牵头单位，下同',
    ]),
    verb: dice.weigh([
      ['负责', 8],
      ['负责落实', 1],
      ['共同负责', 1],
      ['分别负责', 1],
      ['具体负责', 0.5],
    ]),
    lineStop: dice.pick(['；', '　　', '。']),
    deadlineBare: !bare && !labelled && place === 'tail' && dice.chance(0.07),
  }
}
