import { caseSettings } from '@yingshang/core/cases/contract'
import { caseStatuses } from '@yingshang/core/cases/case-state'
import { caseKinds, caseSources, conclusionKinds, environments, satisfactions } from '@yingshang/core/cases/case-words'
import {
  caseKindNames,
  caseSourceNames,
  caseStatusNames,
  conclusionNames,
  environmentNames,
  satisfactionNames,
} from '@yingshang/core/cases/labels.zh'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FilterBar, OneOf, SearchBox, type Choice } from '../../ui/filter-bar.tsx'
import { useUnits } from '../units/use-units.ts'
import type { QueueState } from './queue-state.ts'

interface QueueFiltersProps {
  readonly url: QueueState
  readonly onChange: (change: Partial<QueueState>) => void
  readonly clear: (() => void) | undefined
}

const named = <Word extends string>(words: readonly Word[], names: Readonly<Record<Word, string>>): Choice[] =>
  words.map((value) => ({ value, label: names[value] }))

export const alertChoices: readonly Choice[] = [
  { value: 'red', label: '▲ 逾期' },
  { value: 'yellow,blue', label: '◐ 临期' },
  { value: 'normal', label: '● 正常' },
  { value: 'none', label: '不计时' },
]

const special: readonly (Choice & { readonly name: 'prominent' | 'reworked' | 'answeredLate' })[] = [
  { value: 'prominent', name: 'prominent', label: '突出问题' },
  { value: 'reworked', name: 'reworked', label: '重新办理过' },
  { value: 'answeredLate', name: 'answeredLate', label: '首次答复超期' },
]

type Filter = 'kind' | 'status' | 'alert' | 'source' | 'environment' | 'satisfaction' | 'conclusion'
type Closed = readonly (readonly [Filter, string, readonly Choice[]])[]
const usual: Closed = [
  ['status', '状态', named(caseStatuses, caseStatusNames)],
  ['alert', '红黄蓝灯', alertChoices],
  ['kind', '类型', named(caseKinds, caseKindNames)],
]
const rare: Closed = [
  ['source', '来源', named(caseSources, caseSourceNames)],
  ['environment', '营商环境', named(environments, environmentNames)],
  ['satisfaction', '满意度', named(satisfactions, satisfactionNames)],
  ['conclusion', '办结方式', named(conclusionKinds, conclusionNames)],
]

/** Open from the start when one of them filters. */
const rarely = [
  ...rare.map(([name]) => name),
  'head',
  'tier',
  'prominent',
  'reworked',
  'answeredLate',
  'receivedFrom',
  'receivedTo',
] as const

/** Every filter of the contract, the rare ones folded; the figure stands above as the board's tiles. */
export function QueueFilters({ url, onChange, clear }: QueueFiltersProps) {
  const lists = useRead(caseSettings).data
  const units = useUnits().choices
  const [more, setMore] = useState(() => rarely.some((name) => url[name] !== undefined))
  return (
    <FilterBar
      clear={clear}
      search={<SearchBox value={url.q} onChange={(q) => onChange({ q })} placeholder="找办件：编号、标题、内容" />}
    >
      <OneOf
        label="范围"
        value={url.show}
        onChange={(show) => onChange({ show })}
        choices={[
          { value: 'open', label: '没有办结的' },
          { value: 'all', label: '连同已办结的' },
        ]}
      />
      {usual.map(([name, label, choices]) => (
        <OneOf
          key={name}
          label={label}
          value={url[name]}
          onChange={(value) => onChange({ [name]: value })}
          choices={choices}
        />
      ))}
      <OneOf label="单位" searchable value={url.unit} onChange={(unit) => onChange({ unit })} choices={units} />
      <OneOf
        label="问题大类"
        searchable
        value={url.category}
        onChange={(category) => onChange({ category })}
        choices={codes(lists?.categories)}
      />
      <Button aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? '收起' : '更多条件'}
      </Button>
      {more && <RareFilters url={url} onChange={onChange} lists={lists} />}
    </FilterBar>
  )
}

const codes = (list: readonly { code: string; name: string }[] = []) =>
  list.map(({ code, name }) => ({ value: code, label: name }))

type Lists = z.output<typeof caseSettings.reply>

function RareFilters({
  url,
  onChange,
  lists,
}: Pick<QueueFiltersProps, 'url' | 'onChange'> & { lists: Lists | undefined }) {
  const chosen = special.find((one) => url[one.name] === 'true')?.value
  return (
    <>
      {rare.map(([name, label, choices]) => (
        <OneOf
          key={name}
          label={label}
          value={url[name]}
          onChange={(value) => onChange({ [name]: value })}
          choices={choices}
        />
      ))}
      <OneOf
        label="问题事项"
        searchable
        value={url.head}
        onChange={(head) => onChange({ head })}
        choices={codes(lists?.heads)}
      />
      {(lists?.tiers.length ?? 0) > 0 && (
        <OneOf
          label="办件级别"
          value={url.tier}
          onChange={(tier) => onChange({ tier })}
          choices={codes(lists?.tiers)}
        />
      )}
      <OneOf
        label="特别关注"
        value={chosen}
        onChange={(value) =>
          onChange(Object.fromEntries(special.map((one) => [one.name, one.value === value ? 'true' : undefined])))
        }
        choices={special}
      />
      <span className="row tight">
        <DayField label="收到日期从" value={url.receivedFrom} onChange={(receivedFrom) => onChange({ receivedFrom })} />
        <span className="quiet">至</span>
        <DayField label="收到日期到" value={url.receivedTo} onChange={(receivedTo) => onChange({ receivedTo })} />
      </span>
    </>
  )
}
