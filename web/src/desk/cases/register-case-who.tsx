import { consents } from '@yingshang/core/kernel/identity'
import { consentWords } from '@yingshang/core/vault/labels.zh'
import AntInput from 'antd/es/input'
import Radio from 'antd/es/radio'
import { useId, type ReactNode } from 'react'
import { Field } from '../../ui/field.tsx'
import { identityFields, type IdentityField } from './register-case-state.ts'
import type { EntryPartProps } from './register-case-fields.tsx'

const fields: Record<IdentityField, { readonly label: string; readonly most: number; readonly hint?: string }> = {
  name: { label: '姓名', most: 60 },
  mobile: { label: '电话', most: 40 },
  company: { label: '企业名称', most: 120 },
  reachBy: { label: '怎样联系方便', most: 200, hint: '例如：晚上六点以后打电话' },
}

/** Who said it, or nobody; and, when somebody, who may know of it. */
export function WhoFields({ entry, change, wrong }: EntryPartProps) {
  return (
    <>
      <Choices
        label="是否留姓名"
        hint="由对方自己定。不留姓名的一样登记、一样给接管码"
        wrong={wrong('who')}
        value={entry.who}
        choices={[
          { value: 'unnamed', label: '不留姓名' },
          { value: 'named', label: '留姓名' },
        ]}
        onChange={(who) => change({ who })}
      />
      {entry.who === 'named' && (
        <>
          <p className="quiet">这几项加密封存，只有打开密封件的人看得到，每次打开反映人都查得到。</p>
          {wrong('identity') && (
            <p className="entry-wrong" role="alert">
              {wrong('identity')}
            </p>
          )}
          {identityFields.map((name) => (
            <Field
              key={name}
              label={fields[name].label}
              hint={fields[name].hint}
              optional
              wrong={wrong(`identity.${name}`)}
            >
              {(ids) => (
                <AntInput
                  {...ids}
                  aria-invalid={ids['aria-invalid'] || (name === 'name' && wrong('identity') !== undefined)}
                  autoComplete="off"
                  maxLength={fields[name].most}
                  inputMode={name === 'mobile' ? 'tel' : 'text'}
                  value={entry.identity[name]}
                  onChange={(event) => change({ identity: { ...entry.identity, [name]: event.target.value } })}
                />
              )}
            </Field>
          ))}
          <Choices
            label="谁可以知道是他反映的"
            hint="照着念给对方听"
            wrong={wrong('consent')}
            value={entry.consent}
            choices={consents.map((value) => ({ value, label: `“${consentWords[value]}”` }))}
            onChange={(consent) => change({ consent })}
          />
        </>
      )}
    </>
  )
}

interface ChoicesProps<Value extends string> {
  readonly label: string
  readonly hint: ReactNode
  readonly wrong: string | undefined
  readonly value: Value | null
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** All choices in sight, one under the other. */
function Choices<Value extends string>({ label, hint, wrong, value, choices, onChange }: ChoicesProps<Value>) {
  const id = useId()
  return (
    <fieldset className="field entry-choices" aria-describedby={`${id}-hint`}>
      <legend className="label">{label}</legend>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <div className="entry-radios">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            name={id}
            aria-invalid={wrong !== undefined}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          >
            {choice.label}
          </Radio>
        ))}
      </div>
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </fieldset>
  )
}
