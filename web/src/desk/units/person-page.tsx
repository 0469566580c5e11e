import { Link, useParams } from '@tanstack/react-router'
import { unitEventName } from '@yingshang/core/units/event-labels.zh'
import { postKindNames, roleNames } from '@yingshang/core/units/labels.zh'
import { endPost, personPage } from '@yingshang/core/units/people-contract'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { momentText } from '../../ui/day.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useSession } from '../frame/session.tsx'
import { Delegations } from './delegations.tsx'
import type { PersonDetail } from './person-detail.ts'
import { CorrectDetails, LeaveForm, OpenPostForm, TransferForm } from './person-forms.tsx'

type Doing = 'details' | 'post' | 'transfer' | 'leave'

const titles: Readonly<Record<Doing, string>> = {
  details: '更正姓名和联系方式',
  post: '设岗',
  transfer: '调动',
  leave: '离职',
}

/** A person: posts, delegations, account, history. */
export function PersonPage() {
  const { personId } = useParams({ strict: false }) as { personId: string }
  const page = useRead(personPage, { params: { personId } })
  return <Loaded query={page}>{(found) => <Person key={personId} person={found} />}</Loaded>
}

function Person({ person }: { person: PersonDetail }) {
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const { may, access, contacts } = person
  const { is } = useSession()
  const actions = (Object.keys(titles) as Doing[]).map((name) => (
    <Button key={name} onClick={() => setDoing(name)}>
      {titles[name]}
    </Button>
  ))
  return (
    <Page
      title={person.name}
      trail={
        <>
          <Link to="/people">人员</Link> /{' '}
          <Link to={`/units/${person.homeUnit.unitId}`}>{person.homeUnit.shortName}</Link>
        </>
      }
      state={`工号 ${person.signInName}，${person.lastDay ? `${person.lastDay} 离职` : access.activated ? '账号已启用' : '账号未启用'}。`}
      actions={may.manage && person.lastDay === null && actions}
    >
      {contacts && (
        <dl className="facts beside">
          <dt>手机</dt>
          <dd>{contacts.mobile ?? '没有登记'}</dd>
          <dt>办公电话</dt>
          <dd>{contacts.officePhone ?? '没有登记'}</dd>
          <dt>邮箱</dt>
          <dd>{contacts.email ?? '没有登记'}</dd>
        </dl>
      )}
      <Section title="任职">
        <Posts person={person} />
      </Section>
      <Section title="委托代行">
        <Delegations person={person} />
      </Section>
      <Section title="账号">
        <p>
          {access.activated ? '已经设置密码' : '还没有设置密码'}，
          {access.secondFactor ? '已绑定动态口令' : '没有绑定动态口令'}。
          {access.slipValidUntil && `激活单有效到 ${momentText(access.slipValidUntil)}。`}
          {access.lastSignIn && `最近登录 ${momentText(access.lastSignIn)}。`}
          {is('administrator', 'auditor') && (
            <Link to="/sign-in-log" search={{ person: person.personId } as never} className="no-print">
              看登录记录
            </Link>
          )}
        </p>
      </Section>
      <Section title="变动记录">
        <ul className="plain small">
          {person.history.map((entry) => (
            <li key={`${entry.type}-${entry.day}-${entry.by ?? ''}`}>
              <span className="quiet keep">{entry.day}</span>　{unitEventName(entry.type)}
              {entry.by && <span className="quiet">，{entry.by}办理</span>}
            </li>
          ))}
        </ul>
      </Section>
      {doing && (
        <SidePanel title={`${titles[doing]}：${person.name}`} onClose={close}>
          {doing === 'details' && <CorrectDetails person={person} done={close} />}
          {doing === 'post' && <OpenPostForm person={person} done={close} />}
          {doing === 'transfer' && <TransferForm person={person} done={close} />}
          {doing === 'leave' && <LeaveForm person={person} done={close} />}
        </SidePanel>
      )}
    </Page>
  )
}

function Posts({ person }: { person: PersonDetail }) {
  const { me } = useSession()
  const end = useCommand(endPost)
  const [ask, dialog] = useConfirm()
  return (
    <>
      <ProblemNotice problem={end.problem} />
      <ListTable
        label="任职"
        rows={person.posts}
        rowKey={(post) => post.id}
        empty={<p className="quiet">没有任职。</p>}
        columns={[
          { key: 'unit', title: '单位', card: 'title', render: (post) => post.unitName },
          {
            key: 'role',
            title: '岗位',
            card: 'plain',
            render: (post) => (
              <>
                {roleNames[post.role]}
                {post.kind !== 'post' && <span className="quiet">（{postKindNames[post.kind]}）</span>}
                {post.onBehalfOf && <span className="quiet"> 代{post.onBehalfOf.name}</span>}
              </>
            ),
          },
          { key: 'days', title: '起止', render: (post) => `${post.fromDay} 至 ${post.untilDay ?? '现在'}` },
          {
            key: 'today',
            title: '今天',
            render: (post) => (post.today ? '在任' : <span className="quiet">不在任</span>),
          },
          {
            key: 'end',
            title: '可办的',
            hiddenTitle: true,
            card: 'plain',
            render: (post) =>
              person.may.manage && post.today && post.kind === 'post' ? (
                <button
                  type="button"
                  className="as-link"
                  onClick={() =>
                    ask({
                      title: `结束${post.unitName}${roleNames[post.role]}的任职？`,
                      willHappen: `任职到今天（${me.businessDay}）为止，由它委托出去的代行一并结束。`,
                      yes: '结束任职',
                      grave: true,
                      run: () =>
                        end.send({
                          params: { personId: person.personId, postId: post.id },
                          body: { lastDay: me.businessDay },
                        }),
                    })
                  }
                >
                  结束任职
                </button>
              ) : null,
          },
        ]}
      />
      {dialog}
    </>
  )
}
