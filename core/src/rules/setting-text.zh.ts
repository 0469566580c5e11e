import type { AlertLamp } from '../kernel/alert-level-rule.ts'
import { periodText } from '../kernel/deadline-labels.zh.ts'
import * as words from './choice-words.zh.ts'
import type { RuleSet } from './rule-set.ts'
import type { SettingPath } from './settings.ts'
import type { Setting } from './setting.ts'

/** The value of the setting at a path. */
type ValueAt<Part, Path extends string> = Path extends `${infer Key}.${infer Rest}`
  ? Key extends keyof Part
    ? ValueAt<Part[Key], Rest>
    : never
  : Path extends keyof Part
    ? Part[Path] extends Setting<infer Value>
      ? Value
      : never
    : never
export type SettingValue<Path extends SettingPath> = ValueAt<RuleSet, Path>

type Lines = string | readonly string[]

const yesNo = (yes: string, no: string) => (value: boolean) => (value ? yes : no)
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
const categories = (list: readonly { readonly name: string; readonly plain: string }[]) =>
  list.map(({ name, plain }) => (plain === '' || plain === name ? name : `${name}（反映人看到：${plain}）`))
const times = (count: number) => (count === 0 ? '不可以' : `${count} 次`)

/** Each value in words with its unit, as the screen and the print show it; a setting without words does not compile. */
const texts: { readonly [Path in SettingPath]: (value: SettingValue<Path>) => Lines } = {
  counting: (one) => [
    one.dayEnds === 'midnight' ? words.dayEndWords.midnight : `最后一天到下班时间 ${one.closeOfBusiness}`,
    one.lateReceipt === 'sameDay'
      ? words.lateReceiptWords.sameDay
      : `${one.closeOfBusiness} 以后、休息日收到的，算下一个工作日收到`,
    words.restDayEndWords[one.restDayEnd],
  ],
  alert: ({ blue, yellow }) => [`蓝灯：${lampText(blue)}`, `黄灯：${lampText(yellow)}`, '红灯：到期日的第二天起'],
  'tasks.headSigns': (one) => {
    const signed = [
      one.progressReport && '进展报告',
      one.completion && '完成情况',
      one.changeRequest && '调整申请',
    ].filter((part) => part !== false)
    return signed.length === 0 ? '都不须签发' : signed.join('、')
  },
  'tasks.clockStarts': (one) => words.clockStartWords[one],
  'tasks.signWithin': periodText,
  'tasks.verifyWithin': periodText,
  'tasks.supportingLeadDays': aheadText,
  'tasks.stubPeriods': (one) => words.stubWords[one],
  'tasks.periodClearing': (one) => words.clearingWords[one],
  'tasks.yearlyConclusion': (one) => `每年 ${Number(one.slice(0, 2))} 月 ${Number(one.slice(3))} 日`,
  'reminders.quietHours': ({ from, until, restDays }) =>
    `${from} 至${from > until ? '次日 ' : ' '}${until}${restDays ? '，休息日全天' : ''}`,
  'complaint.anonymity': (one) => words.anonymityWords[one],
  'complaint.requiredFields': (list) => list.map((one) => words.fieldWords[one]).join('、'),
  'complaint.categoryGroups': categories,
  'complaint.categoryHeads': categories,
  'complaint.acceptGrounds': names,
  'complaint.refuseGrounds': names,
  'complaint.refusalTold': yesNo('告知理由', '不告知'),
  'complaint.triage': (one) => (one ? periodText(one) : '没有时限'),
  'complaint.supplementAsk': periodText,
  'complaint.supplementGive': periodText,
  'complaint.supplementTimes': times,
  'complaint.supplementRestarts': yesNo('收到补正之日起重新计算', '接着原来的计算'),
  'complaint.declineWindow': periodText,
  'complaint.declinesBeforeDecision': (count) => `${count} 次，再退由营商办裁定`,
  'complaint.declineDecide': periodText,
  'complaint.supportingLeadDays': aheadText,
  'complaint.handleStarts': (one) => `${words.handleStartWords[one]}，当日不算`,
  'complaint.handle': periodText,
  'complaint.tiers': (list) =>
    list.length === 0 ? '不分档' : list.map((one) => `${one.name}：${periodText(one.period)}`),
  'complaint.extension': periodText,
  'complaint.extensionGrants': times,
  'complaint.extensionApprover': (one) => words.approverWords[one],
  'complaint.extensionTold': yesNo('告知', '不告知'),
  'complaint.pauseAtHandIn': yesNo('停止计时，退回后用剩下的天数', '不停止'),
  'complaint.statutoryStillInforms': yesNo('仍须报结果、核查、反馈反映人', '不再反馈'),
  'complaint.verify': periodText,
  'complaint.feedback': periodText,
  'complaint.feedbackStarts': (one) => `${words.feedbackStartWords[one]}，当日不算`,
  'complaint.unreachable': ({ attempts, days }) => `在 ${days} 个不同的日子里联系 ${attempts} 次没有联系上`,
  'complaint.satisfactionOptions': (list) => list.map((one) => `${one.name}（${words.meaningWords[one.meaning]}）`),
  'complaint.dissatisfactionReasons': (list) =>
    list.map((one) => `${one.name}（${words.consequenceWords[one.leadsTo]}）`),
  'complaint.noAnswerAfter': (one) => `反馈后 ${periodText(one)}`,
  'complaint.reworkWindow': (one) => `反馈后 ${periodText(one)}内`,
  'complaint.reworkJudge': periodText,
  'complaint.rework': periodText,
  'complaint.reworkNeedsEvidence': yesNo('必须有', '不要求'),
  'complaint.reworkTimes': times,
  'complaint.extensionInRework': yesNo('可以', '不可以'),
  'complaint.concludingKinds': (list) => list.map((one) => words.conclusionWords[one]).join('、'),
  'complaint.followUp': ({ prominent, within }) =>
    prominent ? `突出问题办结后 ${periodText(within)}内回访` : '不要求回访',
  'complaint.protectionFollowUps': (list) => (list.length === 0 ? '不安排' : `办结后第 ${list.join('、')} 天`),
  'complaint.escalation': (list) =>
    list.length === 0
      ? '不设'
      : list.map(({ step, afterOverdueDays: days }) =>
          days === 0 ? `到期日起：${words.stepWords[step]}` : `逾期 ${days} 个工作日起：${words.stepWords[step]}`,
        ),
  'complaint.repeated': ({ cases, withinDays }) => `${withinDays} 天内受理 ${cases} 件以上`,
  'complaint.referralGrounds': names,
  'complaint.disciplineOpeningShown': (one) => `${periodText(one)}后`,
  'complaint.retention': (years) =>
    Object.entries(years).map(([part, count]) => `${words.retainedWords[part as keyof typeof years]}：${count} 年`),
}

/** A setting's value in words, one line for each entry of a list. */
export function settingLines(path: SettingPath, value: unknown): readonly string[] {
  const lines = (texts[path] as (value: unknown) => Lines)(value)
  return typeof lines === 'string' ? [lines] : lines
}

function lampText({ percentLeft, workingDaysLeft }: AlertLamp): string {
  const parts = [
    percentLeft !== null && `剩余时间 ${percentLeft}% 以内`,
    workingDaysLeft !== null && `剩 ${workingDaysLeft} 个工作日`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '不亮' : `${parts.join('，或者')}${parts.length > 1 ? '，先到为准' : ''}`
}

function aheadText(days: number): string {
  return days === 0 ? '与牵头单位同日' : `早 ${days} 个工作日`
}
