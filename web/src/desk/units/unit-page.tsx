import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { unitEventName } from '@yingshang/core/units/event-labels.zh'
import { postKindNames, roleNames, unitKindNames } from '@yingshang/core/units/labels.zh'
import { unitPage } from '@yingshang/core/units/units-contract'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { RegisterPerson } from './register-person.tsx'
import { RegisterUnit } from './register-unit.tsx'
import type { UnitDetail } from './unit-detail.ts'
import { UnitChanges } from './unit-changes.tsx'

type PersonRow = UnitDetail['people'][number]

/** One unit: where it stands, its people, the units inside it, what may be changed, history. */
export function UnitPage() {
  const { unitId } = useParams({ strict: false }) as { unitId: string }
  const page = useRead(unitPage, { params: { unitId } })
  return <Loaded query={page}>{(found) => <Unit key={unitId} detail={found} />}</Loaded>
}

type Doing = 'registerPerson' | 'registerUnit' | 'handOver'

function Unit({ detail }: { detail: UnitDetail }) {
  const { unit, may } = detail
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  return (
    <Page
      title={unit.shortName}
      trail={
        <>
          <Link to="/units">单位人员</Link>
          {detail.ancestors.map((one) => (
            <span key={one.unitId}>
              {' / '}
              <Link to={`/units/${one.unitId}`}>{one.shortName}</Link>
            </span>
          ))}
        </>
      }
      state={stateText(detail)}
      actions={
        <>
          {may.handOver && <Button onClick={() => setDoing('handOver')}>更换联络员</Button>}
          {may.managePeople && (
            <Button type="primary" onClick={() => setDoing('registerPerson')}>
              登记人员
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      <dl className="facts beside">
        <dt>全称</dt>
        <dd>{unit.name}</dd>
        <dt>类别</dt>
        <dd>{unitKindNames[unit.kind]}</dd>
        {detail.aliases.length > 0 && (
          <>
            <dt>别的叫法</dt>
            <dd>{detail.aliases.join('、')}</dd>
          </>
        )}
      </dl>
      <Section title={`人员（${detail.people.length}）`}>
        <ListTable
          label={`${unit.shortName}的人员`}
          columns={personColumns(may.seeContacts)}
          rows={detail.people}
          rowKey={(person) => person.postId}
          open={(person) => void navigate({ to: `/people/${person.personId}` })}
          empty={<p className="quiet">还没有人员。登记人员，或者用名册一次导入全县的人员。</p>}
        />
      </Section>
      <Section
        title={`内设机构和下属单位（${detail.children.length}）`}
        more={may.manageUnit && <Button onClick={() => setDoing('registerUnit')}>登记下级单位</Button>}
      >
        {detail.children.length === 0 ? (
          <p className="quiet">没有登记。任务可以转交给登记过的科室和下属单位。</p>
        ) : (
          <ul className="plain">
            {detail.children.map((child) => (
              <li key={child.unitId}>
                <Link to={`/units/${child.unitId}`}>{child.shortName}</Link>
                <span className="quiet">
                  　{unitKindNames[child.kind]}，在岗 {child.people} 人
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {may.manageUnit && <UnitChanges detail={detail} />}
      <Section title="变动记录">
        <ul className="plain small">
          {detail.history.map((entry) => (
            <li key={`${entry.type}-${entry.day}-${JSON.stringify(entry.facts)}`}>
              <span className="quiet keep">{entry.day}</span>　{unitEventName(entry.type)}
              {entry.facts['name'] && `：${entry.facts['name']}`}
              {entry.facts['alias'] && `：${entry.facts['alias']}`}
            </li>
          ))}
        </ul>
      </Section>
      {doing === 'registerPerson' && (
        <SidePanel title="登记人员" onClose={close}>
          <RegisterPerson unitId={unit.unitId} done={close} />
        </SidePanel>
      )}
      {doing === 'registerUnit' && (
        <SidePanel title="登记下级单位" onClose={close}>
          <RegisterUnit parentId={unit.unitId} done={close} />
        </SidePanel>
      )}
      {doing === 'handOver' && (
        <SidePanel title="更换联络员" onClose={close}>
          <HandOverForm detail={detail} done={close} />
        </SidePanel>
      )}
    </Page>
  )
}

function personColumns(contacts: boolean): Column<PersonRow>[] {
  const columns: Column<PersonRow>[] = [
    {
      key: 'name',
      title: '姓名',
      card: 'title',
      render: (person) => <Link to={`/people/${person.personId}`}>{person.name}</Link>,
    },
    {
      key: 'role',
      title: '岗位',
      card: 'plain',
      render: (person) => (
        <>
          {roleNames[person.role]}
          {person.kind !== 'post' && <span className="quiet">（{postKindNames[person.kind]}）</span>}
          {person.onBehalfOf && <span className="quiet"> 代{person.onBehalfOf}</span>}
        </>
      ),
    },
    {
      key: 'days',
      title: '任职',
      render: (person) => (
        <span className="keep">
          {person.fromDay} 起{person.untilDay && `，到 ${person.untilDay}`}
        </span>
      ),
    },
  ]
  if (contacts)
    columns.push({
      key: 'phone',
      title: '电话',
      render: (person) =>
        [person.mobile, person.officePhone].filter((text) => text).join('、') || (
          <span className="quiet">没有登记</span>
        ),
    })
  columns.push({
    key: 'activated',
    title: '账号',
    render: (person) =>
      person.activated ? <span className="quiet">已启用</span> : <span className="strong">未启用</span>,
  })
  return columns
}

function stateText({ unit, people }: UnitDetail): string {
  if (!unit.active) return unit.mergedInto ? '已并入其他单位，记录保留。' : '已撤销，记录保留。'
  const missing = [unit.hasHead ? '' : '主要负责人', unit.hasLiaison ? '' : '联络员'].filter((text) => text !== '')
  return `在岗 ${people.length} 人${missing.length > 0 ? `，缺${missing.join('和')}` : ''}。`
}
