import { useInfiniteQuery } from '@tanstack/react-query'
import { caseHistory, type caseTimeLineEntry } from '@yingshang/core/cases/contract'
import Button from 'antd/es/button'
import type { z } from 'zod'
import { call } from '../../api/client.ts'
import { problemOf } from '../../api/use-command.ts'
import { readKey } from '../../api/use-read.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { TimeLine, type TimeEntry } from '../../ui/time-line.tsx'
import { FileLinks } from '../tasks/file-links.tsx'
import { whoText } from '../tasks/task-history.tsx'
import { caseEventSaid, caseEventText } from './case-words.ts'

type Entry = z.output<typeof caseTimeLineEntry>

/** What happened to the case, newest first, page by page. */
export function CaseHistory({ caseId, rounds }: { caseId: string; rounds: number }) {
  const history = useInfiniteQuery({
    queryKey: readKey(caseHistory, { params: { caseId } }),
    queryFn: ({ pageParam, signal }) =>
      call(caseHistory, { params: { caseId }, query: { before: pageParam ?? undefined, size: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  if (history.error) return <ProblemNotice problem={problemOf(history.error)} retry={() => void history.refetch()} />
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <TimeLine entries={entries.map((entry) => entryOf(entry, rounds > 1))} />
      {history.hasNextPage && (
        <Button disabled={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          看更早的
        </Button>
      )}
    </>
  )
}

function entryOf(entry: Entry, several: boolean): TimeEntry {
  const text = caseEventText(entry.what, entry.facts)
  return {
    key: entry.id,
    who: entry.who.kind === 'submitter' ? '反映人' : whoText(entry.who),
    what: several && entry.round !== null ? `${text}（第 ${entry.round} 轮）` : text,
    when: entry.at,
    day: entry.businessDay,
    said: caseEventSaid(entry.what, entry.facts),
    evidence: <FileLinks files={entry.files} />,
    mark: entry.mark,
  }
}
