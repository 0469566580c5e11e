import * as words from '@yingshang/core/rules/choice-words.zh'
import type { SettingPath } from '@yingshang/core/rules/settings'
import type { SettingValue } from '@yingshang/core/rules/setting-text.zh'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import type { ComponentType } from 'react'
import * as composite from './edit-composites.tsx'
import {
  CountControl,
  FlagControl,
  ManyControl,
  PeriodControl,
  PickControl,
  type EditorProps,
} from './edit-controls.tsx'
import { categories, grounds, reasons, satisfaction, tiers } from './list-editors.tsx'

type Editor<Value> = ComponentType<EditorProps<Value>>

const count =
  (unit: string): Editor<number> =>
  (props) => <CountControl {...props} unit={unit} />
const flag =
  (yes: string, no: string): Editor<boolean> =>
  (props) => <FlagControl {...props} yes={yes} no={no} />
const pick =
  <Choice extends string>(choices: Readonly<Record<Choice, string>>): Editor<Choice> =>
  (props) => <PickControl {...props} words={choices} />
const many =
  <Choice extends string>(choices: Readonly<Record<Choice, string>>): Editor<Choice[]> =>
  ({ onChange, ...props }) => <ManyControl {...props} words={choices} onChange={(list) => onChange([...list])} />

const signings = { progressReport: '进展报告', completion: '完成情况', changeRequest: '调整申请' } as const

/** The editor of each setting; a setting without one does not compile. */
export const editors: { readonly [Path in SettingPath]: Editor<SettingValue<Path>> } = {
  counting: composite.CountingEditor,
  alert: composite.AlertEditor,
  'tasks.headSigns': ({ value, onChange }) => (
    <span className="row">
      {(Object.keys(signings) as (keyof typeof signings)[]).map((part) => (
        <Checkbox
          key={part}
          checked={value[part]}
          onChange={(event) => onChange({ ...value, [part]: event.target.checked })}
        >
          {signings[part]}
        </Checkbox>
      ))}
    </span>
  ),
  'tasks.clockStarts': pick(words.clockStartWords),
  'tasks.signWithin': PeriodControl,
  'tasks.verifyWithin': PeriodControl,
  'tasks.supportingLeadDays': count('个工作日'),
  'tasks.stubPeriods': pick(words.stubWords),
  'tasks.periodClearing': pick(words.clearingWords),
  'tasks.yearlyConclusion': ({ label, value, onChange }) => (
    <span className="row">
      每年
      <Input
        style={{ width: '6rem' }}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      （月-日，例如 12-31）
    </span>
  ),
  'reminders.quietHours': composite.QuietHoursEditor,
  'complaint.anonymity': pick(words.anonymityWords),
  'complaint.requiredFields': many(words.fieldWords),
  'complaint.categoryGroups': categories,
  'complaint.categoryHeads': categories,
  'complaint.acceptGrounds': grounds,
  'complaint.refuseGrounds': grounds,
  'complaint.refusalTold': flag('告知理由', '不告知'),
  'complaint.triage': composite.TriageEditor,
  'complaint.supplementAsk': PeriodControl,
  'complaint.supplementGive': PeriodControl,
  'complaint.supplementTimes': count('次'),
  'complaint.supplementRestarts': flag('收到补正之日起重新计算', '接着原来的计算'),
  'complaint.declineWindow': PeriodControl,
  'complaint.declinesBeforeDecision': count('次'),
  'complaint.declineDecide': PeriodControl,
  'complaint.supportingLeadDays': count('个工作日'),
  'complaint.handleStarts': pick(words.handleStartWords),
  'complaint.handle': PeriodControl,
  'complaint.tiers': tiers,
  'complaint.extension': PeriodControl,
  'complaint.extensionGrants': count('次'),
  'complaint.extensionApprover': pick(words.approverWords),
  'complaint.extensionTold': flag('告知', '不告知'),
  'complaint.pauseAtHandIn': flag('停止计时', '不停止'),
  'complaint.statutoryStillInforms': flag('仍须反馈反映人', '不再反馈'),
  'complaint.verify': PeriodControl,
  'complaint.feedback': PeriodControl,
  'complaint.feedbackStarts': pick(words.feedbackStartWords),
  'complaint.unreachable': ({ label, value, onChange }) => (
    <span className="row">
      在
      <CountControl
        label={`${label}：多少天`}
        least={1}
        value={value.days}
        onChange={(days) => onChange({ ...value, days })}
      />
      个不同的日子里联系
      <CountControl
        label={`${label}：多少次`}
        least={1}
        value={value.attempts}
        onChange={(attempts) => onChange({ ...value, attempts })}
      />
      次
    </span>
  ),
  'complaint.satisfactionOptions': satisfaction,
  'complaint.dissatisfactionReasons': reasons,
  'complaint.noAnswerAfter': PeriodControl,
  'complaint.reworkWindow': PeriodControl,
  'complaint.reworkJudge': PeriodControl,
  'complaint.rework': PeriodControl,
  'complaint.reworkNeedsEvidence': flag('必须有', '不要求'),
  'complaint.reworkTimes': count('次'),
  'complaint.extensionInRework': flag('可以', '不可以'),
  'complaint.concludingKinds': many(words.conclusionWords),
  'complaint.followUp': composite.FollowUpEditor,
  'complaint.protectionFollowUps': ({ onChange, ...props }) => (
    <composite.DaysListEditor {...props} onChange={(days) => onChange([...days])} />
  ),
  'complaint.escalation': composite.EscalationEditor,
  'complaint.repeated': ({ label, value, onChange }) => (
    <span className="row">
      <CountControl
        label={`${label}：天数`}
        least={1}
        value={value.withinDays}
        onChange={(withinDays) => onChange({ ...value, withinDays })}
      />
      天内受理
      <CountControl
        label={`${label}：件数`}
        least={2}
        value={value.cases}
        onChange={(cases) => onChange({ ...value, cases })}
      />
      件以上
    </span>
  ),
  'complaint.referralGrounds': grounds,
  'complaint.disciplineOpeningShown': PeriodControl,
  'complaint.retention': composite.RetentionEditor,
}
