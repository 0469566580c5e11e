import type { taskFacets } from '@yingshang/core/tasks/contract'
import { figureNames } from '@yingshang/core/tasks/overview-figures'
import { figureWords } from '@yingshang/core/tasks/overview-labels.zh'
import type { z } from 'zod'
import { FilterBar, OneOf, SearchBox, type Choice } from '../../ui/filter-bar.tsx'
import type { LedgerState } from './ledger-state.ts'
import { kindNames, partNames, taskNames } from '@yingshang/core/tasks/labels.zh'

type Facets = z.output<typeof taskFacets.reply>
type Counted = readonly { readonly value: string; readonly count: number }[]

interface LedgerFiltersProps {
  readonly url: LedgerState
  readonly stages: readonly { no: number; name: string }[]
  readonly facets: Facets | undefined
  readonly onChange: (change: Partial<LedgerState>) => void
  readonly clear: (() => void) | undefined
}

const alertChoices: readonly Choice[] = [
  { value: 'red', label: '▲ 逾期' },
  { value: 'yellow,blue', label: '◐ 临期' },
  { value: 'normal', label: '● 正常' },
  { value: 'none', label: '不计时' },
]

const figureChoices: readonly Choice[] = figureNames.map((value) => ({ value, label: figureWords[value] }))

/**
 * Every filter of the ledger, with the number of tasks beside each choice. The overview's figure is chosen on the
 * overview; here it can be seen, changed and taken away.
 */
export function LedgerFilters({ url, stages, facets, onChange, clear }: LedgerFiltersProps) {
  return (
    <FilterBar
      clear={clear}
      search={<SearchBox value={url.q} onChange={(q) => onChange({ q })} placeholder="找任务：标题、正文、依据" />}
    >
      <OneOf
        label="清单"
        value={url.list}
        onChange={(list) => onChange({ list })}
        choices={(facets?.lists ?? []).map((one) => ({ value: one.id, label: `${one.title}（${one.count}）` }))}
      />
      <OneOf
        label="单位"
        searchable
        value={url.unit}
        onChange={(unit) => onChange({ unit })}
        choices={(facets?.units ?? []).map((one) => ({ value: one.id, label: `${one.name}（${one.count}）` }))}
      />
      <OneOf
        label="阶段"
        value={url.stage}
        onChange={(stage) => onChange({ stage })}
        choices={stages.map((stage) => ({ value: String(stage.no), label: stage.name }))}
      />
      <OneOf label="红黄蓝灯" value={url.alert} onChange={(alert) => onChange({ alert })} choices={alertChoices} />
      <OneOf
        label="时限种类"
        value={url.kind}
        onChange={(kind) => onChange({ kind })}
        choices={counted(facets?.kinds, kindNames)}
      />
      <OneOf
        label="依据"
        searchable
        value={url.basis}
        onChange={(basis) => onChange({ basis })}
        choices={(facets?.basis ?? []).map((one) => ({ value: one.value, label: `${one.value}（${one.count}）` }))}
      />
      <OneOf
        label="任务状态"
        value={url.status}
        onChange={(status) => onChange({ status })}
        choices={counted(facets?.statuses, taskNames)}
      />
      <OneOf
        label="单位办理状态"
        value={url.part}
        onChange={(part) => onChange({ part })}
        choices={counted(facets?.parts, partNames)}
      />
      {url.figure !== undefined && (
        <OneOf
          label="总览里的数"
          value={url.figure}
          onChange={(figure) => onChange({ figure })}
          choices={figureChoices}
        />
      )}
    </FilterBar>
  )
}

function counted(found: Counted | undefined, words: Readonly<Record<string, string>>): Choice[] {
  return (found ?? []).flatMap((one) =>
    words[one.value] === undefined ? [] : [{ value: one.value, label: `${words[one.value]}（${one.count}）` }],
  )
}
