import { endSession, mySessions, signOutEverywhere } from '@yingshang/core/units/access-contract'
import { postKindNames, roleNames } from '@yingshang/core/units/labels.zh'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { momentText } from '../../ui/day.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { leaveDesk } from './leave-desk.ts'

/** My posts, password, second factor and sign-ins. */
export function MyAccessPage() {
  const { me } = useSession()
  const sessions = useRead(mySessions)
  const end = useCommand(endSession)
  const everywhere = useCommand(signOutEverywhere)
  const [ask, dialog] = useConfirm()
  return (
    <Page title="我的岗位和登录" state={`${me.homeUnitName} ${me.name}，工号 ${me.signInName}。`}>
      <Section title="岗位">
        {me.posts.length === 0 ? (
          <p className="quiet">目前没有岗位，只能看公开的内容。需要办理业务时，请联系营商办。</p>
        ) : (
          <ul className="plain">
            {me.posts.map((post) => (
              <li key={post.id}>
                {post.unitName} {roleNames[post.role]}
                <span className="quiet">
                  {post.kind !== 'post' && `　${postKindNames[post.kind]}`}
                  {post.onBehalfOf && `，代${post.onBehalfOf.name}`}　{post.fromDay} 起
                  {post.untilDay && `，到 ${post.untilDay}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p style={{ marginTop: 8 }}>
          <Link to={`/people/${me.personId}`}>委托别人代行、看任职记录</Link>
        </p>
      </Section>
      <Section title="密码和动态口令">
        <p>
          {me.passwordDaysLeft === null ? '密码没有到期日。' : `密码还有 ${me.passwordDaysLeft} 天到期。`}
          {me.secondFactorEnrolled
            ? '已经绑定动态口令。'
            : me.secondFactorDemanded
              ? '岗位要求绑定动态口令。'
              : '没有绑定动态口令。'}
        </p>
        <div className="actions" style={{ marginTop: 8 }}>
          <LinkButton to="/password">修改密码</LinkButton>
          {!me.secondFactorEnrolled && <LinkButton to="/enrol">绑定动态口令</LinkButton>}
        </div>
      </Section>
      <Section title="我的登录">
        <ProblemNotice problem={end.problem ?? everywhere.problem} />
        <Loaded query={sessions}>
          {(found) => (
            <ListTable
              label="我的登录"
              rows={found.sessions}
              rowKey={(one) => one.id}
              columns={[
                { key: 'browser', title: '浏览器', card: 'title', render: (one) => one.browser },
                { key: 'createdAt', title: '登录时间', render: (one) => momentText(one.createdAt) },
                { key: 'lastSeenAt', title: '最近使用', render: (one) => momentText(one.lastSeenAt) },
                {
                  key: 'end',
                  title: '可办的',
                  hiddenTitle: true,
                  card: 'plain',
                  render: (one) =>
                    one.current ? (
                      <span className="quiet">就是这一个</span>
                    ) : (
                      <button
                        type="button"
                        className="as-link"
                        onClick={() => void end.send({ params: { sessionId: one.id } })}
                      >
                        让它退出
                      </button>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
        <div className="actions" style={{ marginTop: 12 }}>
          <Button
            onClick={() =>
              ask({
                title: '退出全部登录？',
                willHappen: '所有电脑和手机上的登录都退出，包括这一个。没有提交的内容会从这台设备上清除。',
                yes: '全部退出',
                run: async () => {
                  if ((await everywhere.send({})) !== undefined) leaveDesk()
                },
              })
            }
          >
            退出全部登录
          </Button>
        </div>
      </Section>
      {dialog}
    </Page>
  )
}
