import { makeComplaintRule } from './complaint.ts'
import type { Dice } from './dice.ts'
import { append, emptyDraft, type Draft } from './draft.ts'
import type { GoldIndicator, GoldStage, NoticeGold } from './gold.ts'
import { makeIndicatorTable } from './indicator-table.ts'
import { chineseNumber, chooseLevels, type NumberForm } from './numbering.ts'
import { makeSentences } from './sentences.ts'
import { makeStages } from './stages.ts'
import type { ListFrame } from './list-habits.ts'
import { makeTaskList } from './task-list.ts'
import { makeTaskTable } from './task-table.ts'
import { makePlace } from './units.ts'

export interface NoticeDraft {
  draft: Draft
  stages: GoldStage[]
  complaintRule: NoticeGold['complaint_rule']
  indicators: GoldIndicator[]
  scope: string
}

const shapes = [
  ['body', 5],
  ['sections', 4],
  ['flat', 2],
  ['annex-list', 4],
  ['annex-table', 4],
  ['two-annexes', 2],
  ['body-and-annex', 2],
] as const
type Shape = (typeof shapes)[number][0]

/** Writes one notice: letter, plan with goals, tasks, stages, complaint rule and safeguards, signature, annexes. */
export function draftNotice(dice: Dice): NoticeDraft {
  const place = makePlace(dice)
  const year = dice.int(2019, 2025)
  const sentences = makeSentences(dice)
  const shape = dice.weigh<Shape>(shapes)
  const draft = emptyDraft()
  draft.tags.push(`shape:${shape}`, `level:${place.level}`)
  const line = (text: string, rigid = false) => draft.blocks.push(rigid ? { text, rigid } : { text })
  const frame: Omit<ListFrame, 'levels' | 'tasks'> = {
    place,
    year,
    sentences,
    ruleAllowed: shape !== 'two-annexes' && shape !== 'body-and-annex',
  }
  const theme = dice.weigh([
    ['优化营商环境', 8],
    ['安全生产专项整治', 1],
    ['人居环境提升', 1],
    ['数字政府建设', 1],
  ])
  if (theme !== '优化营商环境') draft.tags.push('theme:other')
  const subject = `${year}年${theme}${dice.pick(['行动方案', '重点任务分工方案', '实施方案', '攻坚行动方案', '工作要点'])}`
  const result: NoticeDraft = { draft, stages: [], complaintRule: {}, indicators: [], scope: 'whole notice' }
  const annexes = shape === 'two-annexes' ? 2 : shape.includes('annex') ? 1 : 0
  const withIndicators = dice.chance(0.35)
  writeHead()

  let top = 0
  const heading = (text: string) => line(`${chineseNumber(++top)}、${text}`)
  if (shape === 'flat') {
    append(
      draft,
      makeTaskList(dice, {
        ...frame,
        levels: 1,
        tasks: dice.int(5, 16),
        forms: [dice.pick<NumberForm>(['一、', '一、', '一、', '1.', '第一条', '任务一：'])],
      }),
    )
    line('各有关单位要认真组织实施，及时报告进展，确保各项措施落到实处。')
    draft.tags.push('flat-list')
  } else {
    heading(dice.pick(['总体要求', '目标要求', '工作目标', '指导思想']))
    line(`围绕企业全生命周期，提升服务质量，力争${year}年底前企业满意度达到${dice.int(90, 98)}%以上。`)
    if (dice.chance(0.4))
      writePrinciples(dice.pick(['基本原则', '工作原则', '工作目标']), dice.pick(['（一）', '1.', '——']))
    if (shape === 'sections') {
      const levels = dice.pick([2, 2, 3] as const)
      const list = makeTaskList(dice, {
        ...frame,
        levels,
        tasks: dice.int(6, 22),
        startAt: top + 1,
        forms: chooseSectionForms(dice, levels),
      })
      top += new Set(list.tasks.map((t) => t.section.split(' / ')[0])).size
      append(draft, list)
    } else {
      heading(dice.pick(['重点任务', '主要任务', '工作任务', '主要措施']))
      const name = `${chineseNumber(top)}、${(draft.blocks.at(-1)?.text ?? '').split('、')[1]}`
      if (shape === 'body' || shape === 'body-and-annex') {
        const levels = dice.pick([1, 2, 2] as const)
        const task = dice.pick<NumberForm>(['1.', '1．', '1、', '（1）', '1. '])
        const forms: NumberForm[] =
          levels === 1
            ? [dice.pick<NumberForm>(['（一）', '1.', '(一)', '1．', '1、'])]
            : [dice.pick<NumberForm>(['（一）', '(一)']), task]
        append(draft, makeTaskList(dice, { ...frame, levels, forms, above: [name], tasks: dice.int(5, 20) }))
      } else writeItems(dice.int(3, 6), '（一）')
    }
    if (dice.chance(0.75)) writeStages()
    if (dice.chance(0.7)) writeComplaint()
    heading(dice.pick(['组织保障', '保障措施', '工作要求', '有关要求']))
    writeItems(dice.int(2, 5), dice.pick(['（一）', '1.', '（一）']))
  }
  if (annexes + (withIndicators ? 1 : 0) > 0) writeAnnexes()
  else writeSignature()
  return result

  function authority(): string {
    if (place.level === 'national') return `${place.name}办公室`
    return `${place.name}人民政府${place.level === 'town' ? '' : '办公室'}`
  }
  function writeHead(): void {
    const issuer = authority()
    if (dice.chance(0.4)) line(`${issuer}文件`, true)
    const title = [`${issuer}关于印发`, `${place.name}${subject}的通知`]
    if (dice.chance(0.5)) title.forEach((t) => line(t, true))
    else line(title.join(''), true)
    line(
      `${place.sign}${dice.pick(['政办发', '政发', '办发', '政办'])}${dice.pick([`〔${year}〕`, `[${year}]`, `〔${year}〕`])}${dice.int(1, 99)}号`,
      true,
    )
    line(`${place.groups[0]}，${place.prefix}各有关部门、各直属单位：`, true)
    if (dice.chance(0.6)) {
      line(`《${place.name}${subject}》已经研究同意，现印发给你们，请认真组织实施。`)
      writeSignature()
      line(`${place.name}${subject}`, true)
    }
    line(`为进一步提升企业和群众办事便利度，结合本地实际，制定本方案。`)
  }
  function writeSignature(): void {
    line(authority(), true)
    line(`${year}年${dice.int(1, 3)}月${dice.int(1, 28)}日`, true)
    if (dice.chance(0.3)) line('（此件公开发布）', true)
  }
  function writePrinciples(name: string, form: string): void {
    heading(name)
    draft.tags.push('trap:principles')
    for (let i = 1; i <= dice.int(2, 4); i++) {
      const p = sentences.principle()
      line(`${form === '（一）' ? `（${chineseNumber(i)}）` : form === '1.' ? `${i}.` : '——'}${p.title}。${p.body}`)
    }
  }
  function writeItems(count: number, form: string): void {
    draft.tags.push('trap:items-without-units')
    for (let i = 1; i <= count; i++) {
      const p = sentences.principle()
      line(
        `${form === '（一）' ? `（${chineseNumber(i)}）` : `${i}.`}${p.title}。${p.body}${dice.chance(0.3) ? sentences.body(1, 2) : ''}`,
      )
    }
  }
  function writeStages(): void {
    heading(dice.pick(['实施步骤', '工作安排', '方法步骤', '时间安排', '工作步骤']))
    const made = makeStages(dice, year)
    result.stages = made.stages
    append(draft, made.draft)
  }
  function writeComplaint(): void {
    const made = makeComplaintRule(dice, `${place.prefix}营商办`)
    heading(dice.pick(['投诉办理', '问题反馈机制', '监督与反馈', '健全问题线索办理机制']))
    const text = made.sentences.join('')
    const form = dice.pick(['plain', 'plain', 'item', 'item', 'items'])
    if (form === 'plain') line(text)
    else if (form === 'items') {
      draft.tags.push('complaint:items')
      made.sentences.forEach((sentence, i) => line(`（${chineseNumber(i + 1)}）${sentence}`))
    } else {
      line(`（一）强化问题反馈。${text}`)
      line('（二）严肃工作纪律。对推诿扯皮、反复被投诉的单位，依规依纪处理。')
    }
    result.complaintRule = made.rule
    draft.tags.push(...made.tags)
  }
  function writeAnnexes(): void {
    const names: string[] = []
    for (let i = 0; i < annexes; i++)
      names.push(`${place.name}${year}年${theme}${['重点任务清单', '部门任务分工表'][i]}`)
    if (withIndicators) names.push(`${year}年营商环境评价指标表`)
    names.forEach((name, i) => line(`${i === 0 ? '附件：' : ''}${names.length > 1 ? `${i + 1}.` : ''}${name}`, true))
    writeSignature()
    names.forEach((name, i) => {
      const no = names.length > 1 ? i + 1 : ''
      line(dice.pick([`附件${no}`, `附件 ${no}`.trim(), `附件${no}：`]), true)
      line(name, true)
      if (withIndicators && i === names.length - 1) {
        const made = makeIndicatorTable(dice, place)
        result.indicators = made.indicators
        append(draft, made.draft)
      } else append(draft, annexTasks(dice, shape, i, frame))
    })
  }
}

/** Sections of the notice itself are numbered 一、 throughout. */
function chooseSectionForms(dice: Dice, levels: 2 | 3): NumberForm[] {
  const forms = chooseLevels(dice, levels)
  return forms[0] === '第一章' ? ['一、', '（一）'] : forms
}

function annexTasks(dice: Dice, shape: Shape, index: number, frame: Omit<ListFrame, 'levels' | 'tasks'>): Draft {
  const asTable =
    shape === 'annex-table' ||
    (shape === 'body-and-annex' && dice.chance(0.5)) ||
    (shape === 'two-annexes' && (index === 1 || dice.chance(0.3)))
  if (asTable) return makeTaskTable(dice, { ...frame, levels: 1, tasks: dice.int(5, 22) })
  const draft = emptyDraft()
  if (dice.chance(0.3)) draft.blocks.push({ text: '为抓好各项任务落实，现将重点任务分解如下。' })
  append(draft, makeTaskList(dice, { ...frame, levels: dice.pick([1, 2, 2, 3] as const), tasks: dice.int(6, 24) }))
  return draft
}
