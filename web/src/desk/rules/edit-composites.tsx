import type { AlertLamp, AlertRule } from '@yingshang/core/kernel/alert-level-rule'
import type { CountingRule } from '@yingshang/core/kernel/deadline-rule'
import * as words from '@yingshang/core/rules/choice-words.zh'
import { escalationSteps } from '@yingshang/core/rules/complaint-choices'
import type { SettingValue } from '@yingshang/core/rules/setting-text.zh'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { useState } from 'react'
import {
  CountControl,
  FlagControl,
  PeriodControl,
  PickControl,
  TimeControl,
  type EditorProps,
} from './edit-controls.tsx'

export function CountingEditor({ label, value, onChange }: EditorProps<CountingRule>) {
  const set = (part: Partial<CountingRule>) => onChange({ ...value, ...part })
  return (
    <>
      <PickControl
        label={`${label}：最后一天`}
        words={words.dayEndWords}
        value={value.dayEnds}
        onChange={(dayEnds) => set({ dayEnds })}
      />
      <PickControl
        label={`${label}：收到的时间`}
        words={words.lateReceiptWords}
        value={value.lateReceipt}
        onChange={(lateReceipt) => set({ lateReceipt })}
      />
      <PickControl
        label={`${label}：最后一天是休息日`}
        words={words.restDayEndWords}
        value={value.restDayEnd}
        onChange={(restDayEnd) => set({ restDayEnd })}
      />
      <span className="row">
        下班时间
        <TimeControl
          label={`${label}：下班时间`}
          value={value.closeOfBusiness}
          onChange={(closeOfBusiness) => set({ closeOfBusiness })}
        />
      </span>
    </>
  )
}

export function AlertEditor({ label, value, onChange }: EditorProps<AlertRule>) {
  return (
    <>
      {(['blue', 'yellow'] as const).map((lamp) => (
        <LampEditor
          key={lamp}
          label={`${label}：${lamp === 'blue' ? '蓝灯' : '黄灯'}`}
          name={lamp === 'blue' ? '蓝灯' : '黄灯'}
          value={value[lamp]}
          onChange={(next) => onChange({ ...value, [lamp]: next })}
        />
      ))}
    </>
  )
}

function LampEditor({ label, name, value, onChange }: EditorProps<AlertLamp> & { readonly name: string }) {
  return (
    <span className="row">
      <b>{name}</b>
      <Maybe
        label={`${label}按比例`}
        words="剩余时间"
        unit="% 以内"
        usual={30}
        value={value.percentLeft}
        onChange={(percentLeft) => onChange({ ...value, percentLeft })}
      />
      <Maybe
        label={`${label}按天数`}
        words="剩"
        unit="个工作日"
        usual={5}
        value={value.workingDaysLeft}
        onChange={(workingDaysLeft) => onChange({ ...value, workingDaysLeft })}
      />
    </span>
  )
}

interface MaybeProps extends EditorProps<number | null> {
  readonly words: string
  readonly unit: string
  readonly usual: number
}

/** A number that may be switched off. */
function Maybe({ label, words: before, unit, usual, value, onChange }: MaybeProps) {
  return (
    <span className="row">
      <Checkbox checked={value !== null} onChange={(event) => onChange(event.target.checked ? usual : null)}>
        {before}
      </Checkbox>
      {value !== null && <CountControl label={label} value={value} onChange={onChange} unit={unit} />}
    </span>
  )
}

export function TriageEditor({ label, value, onChange }: EditorProps<SettingValue<'complaint.triage'>>) {
  return (
    <span className="row">
      <Checkbox
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? { days: 3, unit: 'working' } : null)}
      >
        有时限
      </Checkbox>
      {value && <PeriodControl label={label} value={value} onChange={onChange} />}
    </span>
  )
}

export function QuietHoursEditor({ label, value, onChange }: EditorProps<SettingValue<'reminders.quietHours'>>) {
  return (
    <span className="row">
      <TimeControl label={`${label}：从`} value={value.from} onChange={(from) => onChange({ ...value, from })} />至
      <TimeControl label={`${label}：到`} value={value.until} onChange={(until) => onChange({ ...value, until })} />
      <Checkbox checked={value.restDays} onChange={(event) => onChange({ ...value, restDays: event.target.checked })}>
        休息日全天
      </Checkbox>
    </span>
  )
}

export function EscalationEditor({ label, value, onChange }: EditorProps<SettingValue<'complaint.escalation'>>) {
  const daysOf = (step: string) => value.find((rung) => rung.step === step)?.afterOverdueDays ?? null
  return (
    <>
      {escalationSteps.map((step) => (
        <Maybe
          key={step}
          label={`${label}：${words.stepWords[step]}`}
          words={words.stepWords[step]}
          unit="个工作日（逾期后）"
          usual={value.at(-1)?.afterOverdueDays ?? 0}
          value={daysOf(step)}
          onChange={(afterOverdueDays) => {
            const others = value.filter((rung) => rung.step !== step)
            const rungs = afterOverdueDays === null ? others : [...others, { step, afterOverdueDays }]
            onChange(rungs.toSorted((a, b) => escalationSteps.indexOf(a.step) - escalationSteps.indexOf(b.step)))
          }}
        />
      ))}
    </>
  )
}

export function RetentionEditor({ label, value, onChange }: EditorProps<SettingValue<'complaint.retention'>>) {
  return (
    <>
      {(Object.keys(words.retainedWords) as (keyof typeof value)[]).map((part) => (
        <span key={part} className="row">
          {words.retainedWords[part]}
          <CountControl
            label={`${label}：${words.retainedWords[part]}`}
            least={1}
            unit="年"
            value={value[part]}
            onChange={(years) => onChange({ ...value, [part]: years })}
          />
        </span>
      ))}
    </>
  )
}

export function FollowUpEditor({ label, value, onChange }: EditorProps<SettingValue<'complaint.followUp'>>) {
  return (
    <span className="row">
      <FlagControl
        label={label}
        yes="突出问题要回访"
        no="不要求回访"
        value={value.prominent}
        onChange={(prominent) => onChange({ ...value, prominent })}
      />
      {value.prominent && (
        <PeriodControl label={label} value={value.within} onChange={(within) => onChange({ ...value, within })} />
      )}
    </span>
  )
}

/** Days after the conclusion, written as 30、90. */
export function DaysListEditor({ label, value, onChange }: EditorProps<readonly number[]>) {
  const [text, setText] = useState(value.join('、'))
  const change = (typed: string) => {
    setText(typed)
    onChange(typed.split(/[、,，\s]+/).flatMap((part) => (part === '' ? [] : [Number(part)])))
  }
  return (
    <span className="row">
      办结后第
      <Input
        style={{ width: '10rem' }}
        aria-label={label}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      天（用顿号隔开）
    </span>
  )
}
