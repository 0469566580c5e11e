import { Link, useNavigate } from '@tanstack/react-router'
import { roleNames } from '@yingshang/core/units/labels.zh'
import { searchPeople } from '@yingshang/core/units/people-contract'
import { issueSlips } from '@yingshang/core/units/roster-contract'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, SearchBox } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { UnitChoice } from './unit-choice.tsx'
import { UnitTabs } from './unit-tabs.tsx'
import { useUnits } from './use-units.ts'

type PersonRow = z.output<typeof searchPeople.reply>['people'][number]

/** Find people, and print activation slips for those chosen. The name looked for stays out of the address. */
export function PeoplePage() {
  const [url, change] = useUrlState({ unit: 'text', left: 'flag' })
  const [text, setText] = useState<string>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { mayManage } = useUnits()
  const navigate = useNavigate()
  const people = useRead(
    searchPeople,
    { body: { text: text ?? '', unitId: url.unit, withLeft: url.left } },
    { keep: true },
  )
  const columns: Column<PersonRow>[] = [
    ...(mayManage ? [chooseColumn(people.data?.people ?? [], chosen, setChosen)] : []),
    {
      key: 'name',
      title: '姓名',
      card: 'title',
      render: (person) => <Link to={`/people/${person.personId}`}>{person.name}</Link>,
    },
    { key: 'signInName', title: '工号', render: (person) => person.signInName },
    { key: 'home', title: '单位', render: (person) => <span className="unit">{person.homeUnitName}</span> },
    {
      key: 'roles',
      title: '岗位',
      render: (person) =>
        person.roles.map((one) => roleText(one, person.homeUnitName)).join('；') || (
          <span className="quiet">没有岗位</span>
        ),
    },
    {
      key: 'account',
      title: '账号',
      render: (person) =>
        person.left ? (
          '已离职'
        ) : person.activated ? (
          <span className="quiet keep">已启用</span>
        ) : (
          <span className="strong keep">未启用</span>
        ),
    },
  ]
  return (
    <Page
      title="人员"
      state={people.data && `找到 ${people.data.people.length}${people.data.more ? '+' : ''} 人。`}
      actions={mayManage && <SlipButton chosen={chosen} people={people.data?.people ?? []} />}
    >
      <UnitTabs here="/people" />
      <FilterBar search={<SearchBox value={text} onChange={setText} placeholder="姓名、工号或单位" />}>
        <UnitChoice label="单位" value={url.unit} onChange={(unit) => change({ unit })} />
        <Checkbox checked={url.left} onChange={(event) => change({ left: event.target.checked })}>
          连同已离职的
        </Checkbox>
      </FilterBar>
      <Loaded query={people}>
        {(found) => (
          <>
            <ListTable
              label="人员"
              columns={columns}
              rows={found.people}
              rowKey={(person) => person.personId}
              open={(person) => void navigate({ to: `/people/${person.personId}` })}
              busy={people.isPlaceholderData}
              empty={<EmptyState title="没有找到">换个写法再找，或者到单位页登记人员。</EmptyState>}
            />
            {found.more && <p className="quiet">只显示前 100 人，请把条件写得更细。</p>}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The unit is said only where it is not the person's own. */
function roleText(one: PersonRow['roles'][number], home: string): string {
  return one.unitName === home ? roleNames[one.role] : `${one.unitName}${roleNames[one.role]}`
}

function chooseColumn(
  rows: readonly PersonRow[],
  chosen: readonly string[],
  onChange: (ids: readonly string[]) => void,
): Column<PersonRow> {
  const able = rows.filter((person) => !person.left)
  const all = able.length > 0 && able.every((person) => chosen.includes(person.personId))
  return {
    key: 'choose',
    title: '选中',
    heading: (
      <Checkbox
        aria-label="全部选中"
        checked={all}
        indeterminate={!all && chosen.length > 0}
        onChange={() => onChange(all ? [] : able.map((person) => person.personId))}
      />
    ),
    width: '2.5rem',
    card: 'box',
    screenOnly: true,
    render: (person) => (
      <Checkbox
        aria-label={`选中${person.name}`}
        disabled={person.left}
        checked={chosen.includes(person.personId)}
        onChange={(event) =>
          onChange(event.target.checked ? [...chosen, person.personId] : chosen.filter((id) => id !== person.personId))
        }
      />
    ),
  }
}

function SlipButton({ chosen, people }: { chosen: readonly string[]; people: readonly PersonRow[] }) {
  const slips = useCommand(issueSlips)
  const [ask, dialog] = useConfirm()
  const active = people.filter((person) => chosen.includes(person.personId) && person.activated).length
  const issue = () =>
    ask({
      title: `给 ${chosen.length} 人打印激活单？`,
      willHappen:
        active > 0
          ? `其中 ${active} 人已经在用：他们现在的密码和登录随即失效，要凭激活单重新设置密码。请当面核对身份。`
          : '每人一张，凭激活码设置密码。以前发的激活单随即失效。',
      yes: '生成激活单',
      grave: active > 0,
      run: () => slips.send({ body: { personIds: [...chosen] } }),
    })
  return (
    <>
      <Button type="primary" disabled={chosen.length === 0 || slips.busy} onClick={issue}>
        打印激活单{chosen.length > 0 && `（${chosen.length}）`}
      </Button>
      {slips.data && (
        <a href={slips.data.printPath} target="_blank" rel="noopener">
          打开 {slips.data.slips} 张激活单
        </a>
      )}
      <ProblemNotice problem={slips.problem} />
      {dialog}
    </>
  )
}
