import { settingNames } from '@yingshang/core/rules/labels.zh'
import { groupOfSetting, settingGroups, type SettingGroup } from '@yingshang/core/rules/setting-groups.zh'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { settingsOf, type NamedSetting, type SettingPath } from '@yingshang/core/rules/settings'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Section } from '../../ui/page.tsx'
import { SettingSource, type Clause } from './setting-source.tsx'
import { SettingValue } from './setting-value.tsx'

interface SettingTablesProps {
  readonly ruleSet: RuleSet
  readonly campaignId: string | null
  readonly clauses: readonly Clause[]
  /** Settings that differ from the version before. */
  readonly changed: ReadonlySet<SettingPath>
}

/** Every setting of a version by the stage of the work it belongs to: name, value with its unit, source. */
export function SettingTables({ ruleSet, campaignId, clauses, changed }: SettingTablesProps) {
  const settings = settingsOf(ruleSet)
  const columns: readonly Column<NamedSetting>[] = [
    {
      key: 'name',
      title: '规则',
      width: '16rem',
      printWidth: '28%',
      card: 'title',
      render: ({ path }) => (
        <>
          {settingNames[path]}
          {changed.has(path) && <span className="tag strong rule-changed">本版改动</span>}
        </>
      ),
    },
    {
      key: 'value',
      title: '怎么定的',
      card: 'plain',
      render: ({ path, setting }) => <SettingValue path={path} value={setting.value} />,
    },
    {
      key: 'source',
      title: '依据',
      width: '16rem',
      printWidth: '26%',
      render: ({ setting }) => <SettingSource source={setting.source} campaignId={campaignId} clauses={clauses} />,
    },
  ]
  return settingGroups.map(([group, title]) => (
    <Section
      key={group}
      title={
        <span id={anchorOf(group)} tabIndex={-1}>
          {title}
        </span>
      }
    >
      <ListTable
        label={title}
        columns={columns}
        rows={settings.filter(({ path }) => groupOfSetting[path] === group)}
        rowKey={({ path }) => path}
      />
    </Section>
  ))
}

/** Brings a stage's heading into view and to the keyboard. */
export function showGroup(group: SettingGroup): void {
  const heading = document.getElementById(anchorOf(group))
  heading?.scrollIntoView({ block: 'center' })
  heading?.focus({ preventScroll: true })
}

function anchorOf(group: SettingGroup): string {
  return `stage-${group}`
}
