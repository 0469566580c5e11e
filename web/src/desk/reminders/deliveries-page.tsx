import { deliveries } from '@yingshang/core/reminders/contract'
import { channels, deliveryStatuses } from '@yingshang/core/reminders/delivery'
import { channelWords, deliveryWords, newsWords, troubleSentences } from '@yingshang/core/reminders/labels.zh'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { momentText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, OneOf } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { ReminderTabs } from './reminder-tabs.tsx'

type Delivery = z.output<typeof deliveries.reply>['deliveries'][number] & { readonly key: string }

const columns: readonly Column<Delivery>[] = [
  { key: 'to', title: '收件', card: 'title', render: (one) => [one.unitName, one.to].filter(Boolean).join(' ') },
  { key: 'channel', title: '渠道', render: (one) => channelWords[one.channel] },
  {
    key: 'what',
    title: '内容',
    render: (one) => `${[...new Set(one.kinds.map((kind) => newsWords[kind].title))].join('、')}（${one.news} 件）`,
  },
  {
    key: 'status',
    title: '情况',
    render: (one) => (
      <>
        <span className={one.status === 'failed' ? 'strong' : undefined}>{deliveryWords[one.status]}</span>
        {one.tries > 1 && <span className="quiet small"> 试了 {one.tries} 次</span>}
        {one.trouble && <p className="quiet small">{troubleSentences[one.trouble]}</p>}
      </>
    ),
  },
  {
    key: 'when',
    title: '时间',
    render: (one) => (
      <span className="keep">
        {one.sentAt ? momentText(one.sentAt) : one.nextAt ? `${momentText(one.nextAt)} 再发` : momentText(one.madeAt)}
      </span>
    ),
  },
]

/** What went out in the last seven days, and what did not. */
export function DeliveriesPage() {
  const [url, change] = useUrlState({ status: 'text', channel: 'text' })
  const status = deliveryStatuses.find((one) => one === url.status)
  const channel = channels.find((one) => one === url.channel)
  const found = useRead(deliveries, { query: { status, channel } }, { keep: true })
  return (
    <Page title="送达情况" state={found.data && sentence(found.data)}>
      <ReminderTabs here="/deliveries" />
      <FilterBar clear={status || channel ? () => change({ status: undefined, channel: undefined }) : undefined}>
        <OneOf
          label="渠道"
          value={channel}
          onChange={(next) => change({ channel: next })}
          choices={channels.map((value) => ({ value, label: channelWords[value] }))}
        />
        <OneOf
          label="情况"
          value={status}
          onChange={(next) => change({ status: next })}
          choices={deliveryStatuses.map((value) => ({ value, label: deliveryWords[value] }))}
        />
      </FilterBar>
      <Loaded query={found}>
        {(data) => (
          <ListTable
            label="送达情况"
            columns={columns}
            rows={data.deliveries.map((one, place) => ({ ...one, key: `${one.madeAt}-${place}` }))}
            rowKey={(one) => one.key}
            empty={<EmptyState title="近七天没有发出">设置了邮件或者群机器人以后，发出的提醒列在这里。</EmptyState>}
          />
        )}
      </Loaded>
    </Page>
  )
}

function sentence(data: z.output<typeof deliveries.reply>): string {
  const count = (status: string) =>
    data.counts.filter((one) => one.status === status).reduce((sum, one) => sum + one.count, 0)
  const quiet = data.quietUntil ? `现在是免打扰时段，${data.quietUntil.day} ${data.quietUntil.at} 再发。` : ''
  return `近七天送达 ${count('sent')} 件，待发 ${count('waiting')} 件，没有发出 ${count('failed')} 件。${quiet}`
}
