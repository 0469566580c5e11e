import type { Dice } from './dice.ts'
import type { ComplaintElement, GoldPeriod } from './gold.ts'
import { chineseNumber } from './numbering.ts'

/** The paragraph of the complaint rule, with the periods it sets; some elements may be left unsaid. */
export function makeComplaintRule(
  dice: Dice,
  office: string,
): { sentences: string[]; rule: Partial<Record<ComplaintElement, GoldPeriod>>; tags: string[] } {
  const tags: string[] = []
  const rule: Partial<Record<ComplaintElement, GoldPeriod>> = {}
  const chinese = dice.chance(0.15)
  if (chinese) tags.push('complaint:chinese-figures')
  const calendar = dice.chance(0.2)
  const period = (element: ComplaintElement, days: readonly number[]): string => {
    const n = dice.pick(days)
    rule[element] = { days: n, unit: calendar ? 'calendar' : 'working' }
    return `${chinese ? chineseNumber(n) : n}${calendar ? dice.pick(['日', '天', '个自然日']) : '个工作日'}`
  }
  tags.push(calendar ? 'complaint:calendar' : 'complaint:working')
  const who = dice.pick(['承办单位', '责任单位', '办理单位', '被投诉单位'])
  const person = dice.pick(['投诉人', '反映人', '诉求人', '企业和群众'])
  const parts: string[] = []
  // Periods for handing out are not periods of the rule and stand here to be told apart.
  const distractor = dice.chance(0.35)
  if (distractor) tags.push('complaint:dispatch-period')
  if (distractor)
    parts.push(
      `${office}收到问题线索后，${dice.pick(['2个工作日内转交', '3个工作日内交办', '1个工作日内受理登记并转办'])}${who}`,
    )
  parts.push(
    dice.pick([
      () => `${who}应在${period('handle', [10, 15, 20, 7, 30])}内将办理结果反馈${office}`,
      () => `${who}自收到交办件之日起${period('handle', [10, 15, 20, 7, 30])}内办结并反馈`,
      () => `${who}须在${period('handle', [10, 15, 20, 7, 30])}内完成办理，并书面报送${office}`,
      () => `${who}自受理之日起${period('handle', [10, 15, 20])}内办结，并将办理情况报${office}`,
      () => `${office}交办的问题，${who}应在${period('handle', [10, 15, 20, 7])}内办理完毕并反馈结果`,
      () => `一般问题${who}应当于接件后${period('handle', [10, 15, 20, 7])}内办结`,
    ])(),
  )
  if (dice.chance(0.85))
    parts.push(
      dice.pick([
        () => `情况复杂确需延期的，经批准可延长${period('extension', [5, 10, 15, 20])}`,
        () => `因特殊原因不能按期办结的，延长期限最长不超过${period('extension', [5, 10, 15, 20])}`,
        () => `不能按时办结的，经${office}同意可延期一次，最多延长${period('extension', [5, 10, 15])}`,
        () => `确需延期的，应提前申请，延期时间不得超过${period('extension', [5, 10, 15, 20])}`,
      ])(),
    )
  else tags.push('complaint:no-extension')
  const sentences = [`${parts.join('，')}。`]
  if (dice.chance(0.85))
    sentences.push(
      `${dice.pick([
        () => `${office}核查确认后，在${period('feedback', [2, 3, 5, 7])}内向${person}反馈结果并听取意见`,
        () => `${office}对办理结果核实后，应于${period('feedback', [2, 3, 5, 7])}内告知${person}`,
        () => `结果经${office}审核后${period('feedback', [2, 3, 5, 7])}内反馈${person}`,
      ])()}。`,
    )
  else tags.push('complaint:no-feedback')
  if (dice.chance(0.8))
    sentences.push(
      `${dice.pick([
        () => `${person}不满意并提供新的证据的，发回重新办理，重新办理时限不超过${period('rework', [7, 10, 15])}`,
        () => `对结果不满意且理由充分的，退回${who}重办，重办期限为${period('rework', [7, 10, 15])}`,
        () => `${person}对结果有异议并有新理由的，由${who}在${period('rework', [7, 10, 15])}内重新办理`,
      ])()}。`,
    )
  else tags.push('complaint:no-rework')
  return { sentences, rule, tags }
}
