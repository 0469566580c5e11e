import * as words from '@yingshang/core/rules/choice-words.zh'
import type { SettingValue } from '@yingshang/core/rules/setting-text.zh'
import Input from 'antd/es/input'
import type { ComponentType } from 'react'
import { PeriodControl, PickControl, type EditorProps } from './edit-controls.tsx'
import { RowsControl, type Coded } from './edit-rows.tsx'

type Editor<Value> = ComponentType<EditorProps<Value>>

/** A list of names, for instance grounds. */
export const grounds: Editor<Coded[]> = ({ onChange, ...props }) => (
  <RowsControl {...props} noun="项" fresh={(code) => ({ code, name: '' })} onChange={(list) => onChange([...list])} />
)

export const categories: Editor<SettingValue<'complaint.categoryGroups'>> = ({ onChange, ...props }) => (
  <RowsControl<SettingValue<'complaint.categoryGroups'>[number]>
    {...props}
    noun="类"
    fresh={(code) => ({ code, name: '', plain: '' })}
    onChange={(list) => onChange([...list])}
    more={(row, change, label) => (
      <Input
        className="rule-name"
        aria-label={`${label}反映人看到的说法`}
        placeholder="反映人看到的说法（可不填）"
        value={row.plain}
        onChange={(event) => change({ plain: event.target.value })}
      />
    )}
  />
)

export const tiers: Editor<SettingValue<'complaint.tiers'>> = ({ onChange, ...props }) => (
  <RowsControl<SettingValue<'complaint.tiers'>[number]>
    {...props}
    noun="档"
    fresh={(code) => ({ code, name: '', period: { days: 15, unit: 'working' } })}
    onChange={(list) => onChange([...list])}
    more={(row, change, label) => (
      <PeriodControl label={label} value={row.period} onChange={(period) => change({ period })} />
    )}
  />
)

export const satisfaction: Editor<SettingValue<'complaint.satisfactionOptions'>> = ({ onChange, ...props }) => (
  <RowsControl<SettingValue<'complaint.satisfactionOptions'>[number]>
    {...props}
    noun="项"
    fresh={(code) => ({ code, name: '', meaning: 'satisfied' })}
    onChange={(list) => onChange([...list])}
    more={(row, change, label) => (
      <PickControl
        label={`${label}怎么算`}
        words={words.meaningWords}
        value={row.meaning}
        onChange={(meaning) => change({ meaning })}
      />
    )}
  />
)

export const reasons: Editor<SettingValue<'complaint.dissatisfactionReasons'>> = ({ onChange, ...props }) => (
  <RowsControl<SettingValue<'complaint.dissatisfactionReasons'>[number]>
    {...props}
    noun="项"
    fresh={(code) => ({ code, name: '', leadsTo: 'callBack' })}
    onChange={(list) => onChange([...list])}
    more={(row, change, label) => (
      <PickControl
        label={`${label}之后怎么办`}
        words={words.consequenceWords}
        value={row.leadsTo}
        onChange={(leadsTo) => change({ leadsTo })}
      />
    )}
  />
)
