import { tellingWays, type TellingWay } from '@yingshang/core/cases/case-words'
import { tellingWayNames } from '@yingshang/core/cases/labels.zh'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import type { Choice } from '../../ui/filter-bar.tsx'
import { Field } from '../../ui/field.tsx'

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly wrong?: string | undefined
  readonly hint?: string
  readonly optional?: boolean
  readonly most?: number
  readonly rows?: number
}

/** A few words, a reason or a longer text. */
export function WordsField({
  label,
  value,
  onChange,
  wrong,
  hint,
  optional = false,
  most = 500,
  rows = 2,
}: WordsFieldProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong} optional={optional}>
      {(ids) => (
        <Input.TextArea
          {...ids}
          autoSize={{ minRows: rows, maxRows: 18 }}
          maxLength={most}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly (Choice & { readonly value: Value })[]
  readonly onChange: (value: Value | null) => void
  readonly wrong?: string | undefined
  readonly hint?: string
  readonly optional?: boolean
}

/** One of a list. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, choices, onChange, wrong, hint, optional = false } = props
  return (
    <Field label={label} hint={hint} wrong={wrong} optional={optional}>
      {(ids) => (
        <Select<Value>
          {...ids}
          allowClear={optional}
          showSearch={choices.length > 8 ? { optionFilterProp: 'label' } : false}
          placeholder="请选择"
          value={value}
          options={[...choices]}
          popupMatchSelectWidth={false}
          style={{ maxWidth: '26rem' }}
          onChange={(next) => onChange(next ?? null)}
        />
      )}
    </Field>
  )
}

/** Words of a closed list as choices. */
export function choicesOf<Word extends string>(words: readonly Word[], names: Readonly<Record<Word, string>>) {
  return words.map((value) => ({ value, label: names[value] }))
}

export function codeChoices(list: readonly { readonly code: string; readonly name: string }[]) {
  return list.map(({ code, name }) => ({ value: code, label: name }))
}

const ways = choicesOf(tellingWays, tellingWayNames)

interface WayFieldProps {
  readonly label?: string
  readonly value: TellingWay
  readonly onChange: (value: TellingWay) => void
  readonly hint?: string
  /** Where nobody can have been spoken to by the receipt page. */
  readonly personal?: boolean
}

/** How the submitter was told or spoken to. */
export function WayField({ label = '怎样告知反映人', value, onChange, hint, personal = false }: WayFieldProps) {
  return (
    <ChoiceField
      label={label}
      {...(personal ? {} : { hint: hint ?? '回执页面总是看得到；另用电话、书面告知的，选那一种' })}
      value={value}
      choices={personal ? ways.filter((one) => one.value !== 'receiptPage') : ways}
      onChange={(way) => way && onChange(way)}
    />
  )
}
