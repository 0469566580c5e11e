import { Link } from '@tanstack/react-router'
import {
  choosePreference,
  markRead,
  myNotifications,
  myPreference,
  type myNotification,
} from '@yingshang/core/reminders/contract'
import Button from 'antd/es/button'
import Radio from 'antd/es/radio'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { pathOf } from './subject-path.ts'
import { ReminderTabs } from './reminder-tabs.tsx'

type News = z.output<typeof myNotification>

/** My news, newest first. */
export function MessagesPage() {
  const [url, change] = useUrlState({ before: 'text', unread: 'flag' })
  const news = useRead(
    myNotifications,
    { query: { unread: url.unread ? 'true' : 'false', before: url.before } },
    { keep: true },
  )
  const read = useCommand(markRead)
  return (
    <Page
      title="我的消息"
      state={news.data && (news.data.unread > 0 ? `${news.data.unread} 条没有看过。` : '都看过了。')}
      actions={
        <Button disabled={read.busy || !news.data?.unread} onClick={() => void read.send({ body: {} })}>
          全部标为看过
        </Button>
      }
    >
      <ReminderTabs here="/messages" />
      <ProblemNotice problem={read.problem} />
      <Loaded query={news}>
        {(found) => (
          <>
            {found.notifications.length === 0 && (
              <EmptyState title="没有消息">交办、退回、临期、待签发等事情会在这里提醒。</EmptyState>
            )}
            <ul className="plain">
              {found.notifications.map((one) => (
                <li key={one.newsId} className="part">
                  <Message news={one} seen={() => !one.read && void read.send({ body: { newsIds: [one.newsId] } })} />
                </li>
              ))}
            </ul>
            <nav className="pager" aria-label="翻页">
              {url.before && <Button onClick={() => change({ before: undefined })}>回到最新的</Button>}
              {found.more && (
                <Button onClick={() => change({ before: found.notifications.at(-1)?.newsId }, false)}>看更早的</Button>
              )}
            </nav>
          </>
        )}
      </Loaded>
      <Section title="接收方式">
        <Preference />
      </Section>
    </Page>
  )
}

function Message({ news, seen }: { news: News; seen: () => void }) {
  const { office } = useSession()
  const to = pathOf(news.subject, office)
  return (
    <>
      <div className="row spread">
        <span className={news.read ? 'quiet' : 'strong'}>
          {!news.read && <span className="only-read">没有看过 </span>}
          {news.title}
          {news.unitName && <span className="quiet">　{news.unitName}</span>}
        </span>
        <span className="quiet small keep">{dayText(news.on)}</span>
      </div>
      <p>{news.text}</p>
      {news.lines.length > 0 && (
        <ul className="small" style={{ paddingLeft: '1.4em' }}>
          {news.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="row small no-print">
        {to && (
          <Link to={to} onClick={seen}>
            去办理
          </Link>
        )}
        {!news.read && (
          <button type="button" className="as-link" onClick={seen}>
            看过了
          </button>
        )}
      </div>
    </>
  )
}

function Preference() {
  const preference = useRead(myPreference)
  const choose = useCommand(choosePreference)
  return (
    <Loaded query={preference}>
      {(found) => (
        <>
          <p className="quiet small">工作台里的消息总会收到。登记了邮箱的，邮件可以这样收：</p>
          <Radio.Group
            value={found.mail}
            disabled={choose.busy}
            onChange={(event) => void choose.send({ body: { mail: event.target.value as 'all' | 'dutiesOnly' } })}
            vertical
          >
            <Radio value="all">全部消息都发邮件</Radio>
            <Radio value="dutiesOnly">只有要我办的才发邮件</Radio>
          </Radio.Group>
          <ProblemNotice problem={choose.problem} />
        </>
      )}
    </Loaded>
  )
}
