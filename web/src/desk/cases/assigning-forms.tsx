import {
  assignCase,
  decideHandling,
  exitToStatutory,
  grantRework,
  handOverCase,
} from '@yingshang/core/cases/action-contract'
import { statutoryKinds, type StatutoryKind, type TellingWay } from '@yingshang/core/cases/case-words'
import { statutoryKindNames } from '@yingshang/core/cases/labels.zh'
import { periodUnits, type PeriodUnit } from '@yingshang/core/kernel/deadline-rule'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Radio from 'antd/es/radio'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { UnitChoice } from '../units/unit-choice.tsx'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { ChoiceField, WayField, WordsField, choicesOf } from './form-fields.tsx'
import { noUnits, UnitFields, unitsBody, unitsGiven, type GivenUnits } from './unit-fields.tsx'

export function AssignForm(props: CaseFormProps) {
  const form = useCaseForm(assignCase, props, { units: noUnits as GivenUnits, note: '' })
  const { units, note } = form.value
  return (
    <CaseFormFrame of={props} form={form} ready={unitsGiven(units)} body={() => ({ units: unitsBody(units), note })}>
      <UnitFields
        value={units}
        onChange={(next) => form.change({ units: next })}
        wrong={form.wrong('units.leadUnitId')}
      />
      <WordsField label="交代一句" optional most={1000} value={note} onChange={(next) => form.change({ note: next })} />
    </CaseFormFrame>
  )
}

/** The office's binding word on who handles it, and a new round by the submitter's new evidence. */
export function BindingForm(props: CaseFormProps) {
  const rework = props.action === 'grantRework'
  const ruling = useCaseForm(decideHandling, props, { units: noUnits as GivenUnits, reason: '' })
  const again = useCaseForm(grantRework, props, { units: lastLead(props), reason: '' })
  const form = rework ? again : ruling
  const { units, reason } = form.value
  const fields = (
    <>
      {rework && <p className="quiet small">发回后开始新的一轮，另算期限；前一轮的日期和结果照原样保留。</p>}
      <UnitFields
        value={units}
        onChange={(next) => form.change({ units: next })}
        wrong={form.wrong('units.leadUnitId')}
      />
      <WordsField
        label={rework ? '为什么发回' : '裁定理由'}
        value={reason}
        onChange={(next) => form.change({ reason: next })}
        wrong={form.wrong(rework ? 'why' : 'reason')}
      />
    </>
  )
  const ready = unitsGiven(units) && reason.trim() !== ''
  return rework ? (
    <CaseFormFrame of={props} form={again} ready={ready} body={() => ({ units: unitsBody(units), why: reason })}>
      {fields}
    </CaseFormFrame>
  ) : (
    <CaseFormFrame of={props} form={ruling} ready={ready} body={() => ({ units: unitsBody(units), reason })}>
      {fields}
    </CaseFormFrame>
  )
}

function lastLead({ found }: CaseFormProps): GivenUnits {
  return { leadUnitId: found.rounds.at(-1)?.leadUnit?.id ?? null, supporting: [] }
}

export function HandOverForm(props: CaseFormProps) {
  const form = useCaseForm(handOverCase, props, { toUnitId: null as string | null, reason: '' })
  const { toUnitId, reason } = form.value
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={toUnitId !== null && reason.trim() !== ''}
      body={() => ({ toUnitId: toUnitId!, reason })}
    >
      <p className="quiet small">新单位另算期限；从收到起的总时间继续计算，改派次数计入。</p>
      <Field label="改由哪个单位" wrong={form.wrong('toUnitId')}>
        {(ids) => (
          <UnitChoice
            id={ids.id}
            label="改由哪个单位"
            value={toUnitId ?? undefined}
            onChange={(next) => form.change({ toUnitId: next ?? null })}
          />
        )}
      </Field>
      <WordsField
        label="原因"
        value={reason}
        onChange={(next) => form.change({ reason: next })}
        wrong={form.wrong('reason')}
      />
    </CaseFormFrame>
  )
}

const periodUnitNames: Record<PeriodUnit, string> = { working: '个工作日', calendar: '日', month: '个月', year: '年' }

/** Out of the complaint's own periods into a law's: which law, which article, until when. */
export function StatutoryForm(props: CaseFormProps) {
  const form = useCaseForm(exitToStatutory, props, {
    kind: 'administrative' as StatutoryKind,
    statute: '',
    article: '',
    by: 'period' as 'period' | 'date',
    startsOn: undefined as string | undefined,
    days: null as number | null,
    unit: 'working' as PeriodUnit,
    dueOn: undefined as string | undefined,
    reason: '',
    tell: 'receiptPage' as TellingWay,
  })
  const { value, change, wrong } = form
  const limited = value.by === 'date' ? value.dueOn !== undefined : value.startsOn !== undefined && value.days !== null
  const text = (name: 'statute' | 'article' | 'reason') => value[name].trim() !== ''
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={limited && text('statute') && text('article') && text('reason')}
      body={() => ({
        kind: value.kind,
        statute: value.statute,
        article: value.article,
        limit:
          value.by === 'date'
            ? { kind: 'date' as const, dueOn: value.dueOn! }
            : { kind: 'period' as const, startsOn: value.startsOn!, days: value.days!, unit: value.unit },
        reason: value.reason,
        tell: value.tell,
      })}
    >
      <ChoiceField
        label="哪一种程序"
        value={value.kind}
        choices={choicesOf(statutoryKinds, statutoryKindNames)}
        onChange={(kind) => kind && change({ kind })}
      />
      <Field label="法律法规" wrong={wrong('statute')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={100}
            value={value.statute}
            onChange={(event) => change({ statute: event.target.value })}
          />
        )}
      </Field>
      <Field label="条款" wrong={wrong('article')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={60}
            value={value.article}
            onChange={(event) => change({ article: event.target.value })}
          />
        )}
      </Field>
      <Radio.Group
        aria-label="期限怎么定"
        value={value.by}
        onChange={(event) => change({ by: event.target.value as 'period' | 'date' })}
      >
        <Radio value="period">从某天起多少天</Radio>
        <Radio value="date">到某一天</Radio>
      </Radio.Group>
      {value.by === 'date' ? (
        <Field label="到哪一天" wrong={wrong('limit.dueOn')}>
          {(ids) => <DayField id={ids.id} value={value.dueOn} onChange={(dueOn) => change({ dueOn })} />}
        </Field>
      ) : (
        <>
          <Field label="起算日" wrong={wrong('limit.startsOn')}>
            {(ids) => <DayField id={ids.id} value={value.startsOn} onChange={(startsOn) => change({ startsOn })} />}
          </Field>
          <div className="row">
            <Field label="多久" wrong={wrong('limit.days')}>
              {(ids) => (
                <InputNumber {...ids} min={1} max={366} value={value.days} onChange={(days) => change({ days })} />
              )}
            </Field>
            <ChoiceField
              label="单位"
              value={value.unit}
              choices={choicesOf(periodUnits, periodUnitNames)}
              onChange={(unit) => unit && change({ unit })}
            />
          </div>
        </>
      )}
      <WordsField label="理由" value={value.reason} onChange={(reason) => change({ reason })} wrong={wrong('reason')} />
      <WayField value={value.tell} onChange={(tell) => change({ tell })} />
    </CaseFormFrame>
  )
}
