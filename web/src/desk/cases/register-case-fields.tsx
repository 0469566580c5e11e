import { caseSettings } from '@yingshang/core/cases/contract'
import { caseKinds, submitterKinds } from '@yingshang/core/cases/case-words'
import { enteredSources } from '@yingshang/core/cases/intake-contract'
import { caseKindNames, caseSourceNames, submitterKindNames } from '@yingshang/core/cases/labels.zh'
import AntInput from 'antd/es/input'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { ChoiceField, choicesOf, codeChoices, WordsField } from './form-fields.tsx'
import type { Entry } from './register-case-state.ts'

export interface EntryPartProps {
  readonly entry: Entry
  readonly change: (part: Partial<Entry>) => void
  /** The sentence about one field, from this page or from the server. */
  readonly wrong: (path: string) => string | undefined
}

/** Which way it came and when. An earlier day is a back entry: the periods run from then. */
export function ReceivedFields({ entry, change, wrong, today }: EntryPartProps & { readonly today: string }) {
  const { receivedOn } = entry
  return (
    <>
      <ChoiceField
        label="来源"
        value={entry.source}
        choices={choicesOf(enteredSources, caseSourceNames)}
        onChange={(source) => change({ source })}
        wrong={wrong('source')}
      />
      <ChoiceField
        label="类型"
        value={entry.kind}
        choices={choicesOf(caseKinds, caseKindNames)}
        onChange={(kind) => kind && change({ kind })}
        wrong={wrong('kind')}
      />
      <div className="entry-when">
        <Field label="收到日期" wrong={wrong('receivedOn')}>
          {({ id }) => (
            <DayField id={id} value={receivedOn} max={today} onChange={(day) => change({ receivedOn: day })} />
          )}
        </Field>
        <Field label="时间" optional wrong={wrong('receivedAt')}>
          {(ids) => (
            <AntInput
              {...ids}
              className="entry-time"
              inputMode="numeric"
              maxLength={5}
              placeholder="09:30"
              value={entry.receivedAt}
              onChange={(event) => change({ receivedAt: event.target.value })}
            />
          )}
        </Field>
      </div>
      {receivedOn !== undefined && receivedOn < today && (
        <p className="notice caution">这是补录：各项期限从 {dayText(receivedOn)} 起算。</p>
      )}
    </>
  )
}

/** What was said, in the words of who said it. */
export function ToldFields({ entry, change, wrong }: EntryPartProps) {
  return (
    <>
      <Field label="概括" hint="一句话。办件清单里显示的就是这一句，不要写姓名、电话" wrong={wrong('title')}>
        {(ids) => (
          <AntInput
            {...ids}
            maxLength={100}
            value={entry.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <WordsField
        label="反映内容"
        hint="照对方说的记。原话加密封存，承办单位看到的是自动遮去姓名、电话等以后的文字"
        most={8000}
        rows={6}
        value={entry.text}
        onChange={(text) => change({ text })}
        wrong={wrong('text')}
      />
      <Field label="说的是哪个单位" hint="单位、窗口，照对方的说法写" optional wrong={wrong('object')}>
        {(ids) => (
          <AntInput
            {...ids}
            maxLength={200}
            value={entry.object}
            onChange={(event) => change({ object: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

/** Sorting, as far as it is clear already; the office may do it or change it when it takes the case up. */
export function SortingFields({ entry, change, wrong }: EntryPartProps) {
  const lists = useRead(caseSettings).data
  return (
    <>
      <ChoiceField
        label="反映人是"
        value={entry.submitterKind}
        choices={choicesOf(submitterKinds, submitterKindNames)}
        onChange={(submitterKind) => submitterKind && change({ submitterKind })}
      />
      <ChoiceField
        label="问题大类"
        optional
        value={entry.category}
        choices={codeChoices(lists?.categories ?? [])}
        onChange={(category) => change({ category })}
        wrong={wrong('classification.category')}
      />
      <ChoiceField
        label="问题事项"
        optional
        value={entry.head}
        choices={codeChoices(lists?.heads ?? [])}
        onChange={(head) => change({ head })}
        wrong={wrong('classification.head')}
      />
    </>
  )
}
