import { Link, useNavigate } from '@tanstack/react-router'
import { unitKindNames } from '@yingshang/core/units/labels.zh'
import { unitKinds } from '@yingshang/core/units/unit'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, OneOf, SearchBox } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { RegisterUnit } from './register-unit.tsx'
import { UnitTabs } from './unit-tabs.tsx'
import { depthOf, useUnits, type UnitRow } from './use-units.ts'

/** All units as a tree, with who is missing. */
export function UnitsPage() {
  const [url, change] = useUrlState({ q: 'text', kind: 'text', gap: 'flag', inactive: 'flag', register: 'flag' })
  const { query, units, byId, mayManage } = useUnits(url.inactive)
  const navigate = useNavigate()
  const gaps = units.filter(isGap).length
  const shown = units.filter(
    (unit) =>
      (url.q === undefined || unit.name.includes(url.q) || unit.shortName.includes(url.q)) &&
      (url.kind === undefined || unit.kind === url.kind) &&
      (!url.gap || isGap(unit)),
  )
  const whole = url.q === undefined && url.kind === undefined && !url.gap
  const columns: Column<UnitRow>[] = [
    {
      key: 'name',
      title: '单位',
      card: 'title',
      render: (unit) => (
        <span style={whole ? { paddingLeft: `${depthOf(unit, byId) * 1.4}rem` } : undefined}>
          <Link to={`/units/${unit.unitId}`}>{unit.shortName}</Link>
          {unit.name !== unit.shortName && <span className="quiet small">　{unit.name}</span>}
        </span>
      ),
    },
    { key: 'kind', title: '类别', width: '10rem', card: 'hidden', render: (unit) => unitKindNames[unit.kind] },
    { key: 'people', title: '在岗', width: '5rem', align: 'number', render: (unit) => unit.people },
    {
      key: 'gap',
      title: '缺什么',
      width: '18rem',
      card: 'plain',
      render: (unit) =>
        unit.active ? (
          isGap(unit) && <span className="strong">{gapText(unit)}</span>
        ) : (
          <span className="quiet">
            {unit.mergedInto ? `已并入${byId.get(unit.mergedInto)?.shortName ?? '其他单位'}` : '已撤销'}
          </span>
        ),
    },
  ]
  return (
    <Page
      title="单位人员"
      state={query.data && sentence(units, gaps)}
      actions={
        <>
          {mayManage && (
            <Button type="primary" onClick={() => change({ register: true })}>
              登记单位
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      <UnitTabs here="/units" />
      <FilterBar search={<SearchBox value={url.q} onChange={(q) => change({ q })} placeholder="找单位" />}>
        <OneOf
          label="类别"
          value={url.kind}
          onChange={(kind) => change({ kind })}
          choices={unitKinds.map((value) => ({ value, label: unitKindNames[value] }))}
        />
        <Checkbox checked={url.gap} onChange={(event) => change({ gap: event.target.checked })}>
          只看缺人的
        </Checkbox>
        <Checkbox checked={url.inactive} onChange={(event) => change({ inactive: event.target.checked })}>
          连同已撤并的
        </Checkbox>
      </FilterBar>
      <Loaded query={query}>
        {() => (
          <ListTable
            label="单位"
            columns={columns}
            rows={shown}
            rowKey={(unit) => unit.unitId}
            open={(unit) => void navigate({ to: `/units/${unit.unitId}` })}
            empty={<EmptyState title="没有符合条件的单位">换一个条件再找。</EmptyState>}
          />
        )}
      </Loaded>
      {url.register && (
        <SidePanel title="登记单位" onClose={() => change({ register: false })}>
          <RegisterUnit done={(unitId) => void navigate({ to: `/units/${unitId}` })} />
        </SidePanel>
      )}
    </Page>
  )
}

function sentence(units: readonly UnitRow[], gaps: number): string {
  const active = units.filter((unit) => unit.active)
  if (!active.some((unit) => needsHead.includes(unit.kind)))
    return '还没有登记部门、镇和园区。先登记单位，再用名册导入人员。'
  const people = gaps > 0 ? `${gaps} 个单位缺主要负责人或者联络员` : '负责人和联络员都齐了'
  return `${active.length} 个单位，${people}。`
}

const needsHead = ['department', 'town', 'park', 'stationed']

function isGap(unit: UnitRow): boolean {
  return unit.active && needsHead.includes(unit.kind) && (!unit.hasHead || !unit.hasLiaison)
}

function gapText(unit: UnitRow): string {
  return [unit.hasHead ? '' : '缺主要负责人', unit.hasLiaison ? '' : '缺联络员']
    .filter((text) => text !== '')
    .join('，')
}
