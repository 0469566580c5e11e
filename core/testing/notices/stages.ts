import { lastDayOfMonth } from '@yingshang/core/kernel/dates'
import type { Dice } from './dice.ts'
import { emptyDraft, type Draft } from './draft.ts'
import type { GoldStage } from './gold.ts'
import { chineseNumber } from './numbering.ts'

const names = [
  ['动员部署', '学习动员', '宣传发动', '部署启动'],
  ['自查自纠', '问题查摆', '摸底排查'],
  ['集中攻坚', '整改提升', '全面实施', '组织推进'],
  ['巩固提升', '督查评估', '检查验收'],
  ['总结验收', '总结提升', '总结迎评'],
]
const work = [
  '制定工作方案，召开部署会议，明确任务分工。',
  '各单位对照清单逐项自查，建立问题台账。',
  '集中力量解决突出问题，逐项对账销号。',
  '组织回头看，防止问题反弹，固化有效做法。',
  '全面总结经验，形成长效机制，做好迎评准备。',
]

interface Point {
  year: number
  month: number
  third: 0 | 1 | 2 | 3
  day: number
}
const pad = (n: number) => String(n).padStart(2, '0')
const words = ['', '上旬', '中旬', '下旬']

function startOf(p: Point): string {
  if (p.day) return `${p.year}-${pad(p.month)}-${pad(p.day)}`
  return `${p.year}-${pad(p.month)}-${['01', '01', '11', '21'][p.third]}`
}
function endOf(p: Point): string {
  if (p.day) return `${p.year}-${pad(p.month)}-${pad(p.day)}`
  return p.third === 1 || p.third === 2 ? `${p.year}-${pad(p.month)}-${p.third}0` : lastDayOfMonth(p.year, p.month)
}

/** A period as printed, with the days it means. */
export function makePeriod(dice: Dice, year: number, from: number, to: number, form: string): GoldStage {
  const at = (m: number): Point => ({
    year: year + Math.floor((m - 1) / 12),
    month: ((m - 1) % 12) + 1,
    third: 0,
    day: 0,
  })
  const a = at(from)
  const b = at(to)
  const dash = dice.pick(form === 'to' ? ['至', '到'] : ['—', '-', '～', '~', '－', '–', '至'])
  const sameYear = a.year === b.year
  const month = (p: Point, withYear: boolean) => `${withYear ? `${p.year}年` : ''}${p.month}月`
  const gold = (period_text: string): GoldStage => ({ period_text, start: startOf(a), end: endOf(b) })
  if (form === 'thirds') {
    a.third = dice.pick([1, 2, 3] as const)
    b.third = dice.pick([1, 2, 3] as const)
    if (from === to && b.third < a.third) b.third = a.third
    if (from === to && a.third === b.third) return gold(`${month(a, true)}${words[a.third]}`)
    return gold(`${month(a, true)}${words[a.third]}${dash}${from === to ? '' : month(b, !sameYear)}${words[b.third]}`)
  }
  if (form === 'third-to-end') {
    a.third = dice.pick([1, 2] as const)
    if (from === to) return gold(`${month(a, true)}${words[a.third]}${dash}${month(b, false)}底`)
    return gold(`${month(a, true)}${words[a.third]}${dash}${month(b, !sameYear)}底`)
  }
  if (form === 'days') {
    a.day = dice.pick([1, 5, 10])
    b.day = dice.pick([15, 20, Number(lastDayOfMonth(b.year, b.month).slice(8))])
    return gold(
      `${month(a, true)}${a.day}日${dash}${from === to && dice.chance(0.5) ? '' : month(b, !sameYear)}${b.day}日`,
    )
  }
  if (form === 'dotted') {
    const dotted = (p: Point) => `${p.year}.${p.month}`
    return gold(from === to ? `${dotted(a)}` : `${dotted(a)}${dash}${dotted(b)}`)
  }
  if (from === to) return gold(month(a, form !== 'no-year' || !sameYear || a.year !== year))
  if (!sameYear) return gold(`${month(a, true)}${dash}${month(b, true)}${form === 'end-word' ? '底' : ''}`)
  const y = form !== 'no-year' || a.year !== year
  if (form === 'short') return gold(`${y ? `${a.year}年` : ''}${a.month}${dash}${b.month}月`)
  if (form === 'end-word') return gold(`${month(a, true)}${dash}${dice.chance(0.3) ? `${b.year}年` : ''}${b.month}月底`)
  return gold(`${month(a, y)}${dash}${form === 'both-years' ? month(b, true) : month(b, false)}`)
}

/** The section of stages with overlapping periods; `heading` is printed by the caller. */
export function makeStages(dice: Dice, year: number): { draft: Draft; stages: GoldStage[] } {
  const draft = emptyDraft()
  const count = dice.int(3, 5)
  const form = dice.pick([
    'short',
    'short',
    'to',
    'thirds',
    'third-to-end',
    'days',
    'end-word',
    'no-year',
    'both-years',
    'plain',
    'dotted',
  ])
  const layout = dice.pick([
    'bracket',
    'bracket',
    'bracket',
    'half-bracket',
    'ordinal',
    'arabic',
    'colon',
    'own-line',
    'period-first',
  ])
  draft.tags.push(`stages:${form}`, `stage-layout:${layout}`)
  const stages: GoldStage[] = []
  if (dice.chance(0.5)) draft.blocks.push({ text: `本次行动自${year}年3月开始，分${chineseNumber(count)}个阶段推进。` })
  let from = dice.int(2, 4)
  for (let i = 0; i < count; i++) {
    const to = Math.min(15, from + (i === 0 ? dice.int(0, 1) : dice.int(1, 3)))
    const stage = makePeriod(dice, year, from, to, form)
    stages.push(stage)
    const name =
      dice.pick(names[Math.min(4, count < 5 && i === count - 1 ? 4 : i)] as string[]) + dice.pick(['阶段', '阶段', ''])
    const text = work[Math.min(i, 4)] as string
    const number = `（${chineseNumber(i + 1)}）`
    if (layout === 'bracket') draft.blocks.push({ text: `${number}${name}（${stage.period_text}）。${text}` })
    else if (layout === 'half-bracket')
      draft.blocks.push({ text: `(${chineseNumber(i + 1)})${name}(${stage.period_text})。${text}` })
    else if (layout === 'own-line') draft.blocks.push({ text: `${number}${name}（${stage.period_text}）` }, { text })
    else if (layout === 'period-first') draft.blocks.push({ text: `${number}${stage.period_text}，${name}。${text}` })
    else if (layout === 'arabic') draft.blocks.push({ text: `${i + 1}.${name}（${stage.period_text}）：${text}` })
    else if (layout === 'colon') draft.blocks.push({ text: `${number}${name}：${stage.period_text}。${text}` })
    else
      draft.blocks.push(
        { text: `第${chineseNumber(i + 1)}阶段：${name.replace('阶段', '')}（${stage.period_text}）` },
        { text },
      )
    // Periods overlap by a month now and then, as they do in real notices.
    from = Math.min(14, dice.chance(0.4) ? to : to + 1)
  }
  return { draft, stages }
}
