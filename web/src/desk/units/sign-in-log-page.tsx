import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { refusedOccurrences } from '@yingshang/core/units/access'
import { signInLog } from '@yingshang/core/units/access-contract'
import { occurrenceNames } from '@yingshang/core/units/labels.zh'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import type { z } from 'zod'
import { call } from '../../api/client.ts'
import { problemOf } from '../../api/use-command.ts'
import { readKey } from '../../api/use-read.ts'
import { momentText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { StatusTabs } from '../status/status-tabs.tsx'

type Occurrence = z.output<typeof signInLog.reply>['occurrences'][number]

/** Who got in, who did not, who was locked; never what was typed. */
export function SignInLogPage() {
  const [url, change] = useUrlState({ person: 'text', refused: 'flag' })
  const query = { personId: url.person, only: url.refused ? ('refused' as const) : ('all' as const) }
  const log = useInfiniteQuery({
    queryKey: readKey(signInLog, { query }),
    queryFn: ({ pageParam, signal }) => call(signInLog, { query: { ...query, before: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.more ? last.occurrences.at(-1)?.id : undefined),
  })
  const rows = log.data?.pages.flatMap((page) => page.occurrences) ?? []
  const whose = url.person === undefined ? undefined : rows.find((one) => one.person?.personId === url.person)?.person
  const clear = url.person || url.refused ? () => change({ person: undefined, refused: false }) : undefined
  return (
    <Page
      title="登录记录"
      state={
        whose
          ? `只看${whose.unitName}${whose.name}的，最近的在前。`
          : '谁登录了、谁没登上、谁被暂停，最近的在前。只能看，不能改。'
      }
      actions={<PrintButton />}
    >
      <StatusTabs here="/sign-in-log" />
      <FilterBar clear={clear}>
        <Checkbox checked={url.refused} onChange={(event) => change({ refused: event.target.checked })}>
          只看没通过的
        </Checkbox>
      </FilterBar>
      {log.error ? (
        <ProblemNotice problem={problemOf(log.error)} retry={() => void log.refetch()} />
      ) : (
        <ListTable
          label="登录记录"
          columns={columns}
          rows={rows}
          rowKey={(one) => one.id}
          busy={log.isPending}
          empty={<EmptyState title="没有记录">{clear ? '换一个条件再看。' : '有人登录以后会列在这里。'}</EmptyState>}
        />
      )}
      {log.hasNextPage && (
        <p className="no-print" style={{ marginTop: 12 }}>
          <Button disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            看更早的
          </Button>
        </p>
      )}
    </Page>
  )
}

const columns: readonly Column<Occurrence>[] = [
  {
    key: 'at',
    title: '时间',
    width: '11rem',
    printWidth: '20%',
    card: 'plain',
    render: (one) => <span className="keep">{momentText(one.at)}</span>,
  },
  {
    key: 'what',
    title: '情况',
    width: '16rem',
    printWidth: '26%',
    card: 'title',
    render: (one) => (
      <span className={refusedOccurrences.includes(one.kind) ? 'strong' : undefined}>{occurrenceNames[one.kind]}</span>
    ),
  },
  {
    key: 'person',
    title: '人员',
    render: (one) =>
      one.person ? (
        <Link to={`/people/${one.person.personId}`}>{one.person.name}</Link>
      ) : (
        <span className="quiet">没有这个工号</span>
      ),
  },
  { key: 'unit', title: '单位', render: (one) => one.person?.unitName ?? '' },
  { key: 'by', title: '由谁办理', render: (one) => one.by ?? '' },
]
