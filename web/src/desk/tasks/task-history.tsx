import { useInfiniteQuery } from '@tanstack/react-query'
import { taskHistory, type timeLineEntry } from '@yingshang/core/tasks/contract'
import type { who } from '@yingshang/core/tasks/contract-parts'
import { roleNames } from '@yingshang/core/units/labels.zh'
import Button from 'antd/es/button'
import type { z } from 'zod'
import { call } from '../../api/client.ts'
import { problemOf } from '../../api/use-command.ts'
import { readKey } from '../../api/use-read.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { TimeLine, type TimeEntry } from '../../ui/time-line.tsx'
import { correctedReports, eventSaid, eventText } from './event-words.ts'
import { together, type Together } from './together.ts'
import { FileLinks } from './file-links.tsx'

type Entry = z.output<typeof timeLineEntry>

/** What happened to the task and its parts, newest first, page by page. */
export function TaskHistory({ taskId }: { taskId: string }) {
  const history = useInfiniteQuery({
    queryKey: readKey(taskHistory, { params: { taskId } }),
    queryFn: ({ pageParam, signal }) =>
      call(taskHistory, { params: { taskId }, query: { before: pageParam ?? undefined, size: 30 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  if (history.error) return <ProblemNotice problem={problemOf(history.error)} retry={() => void history.refetch()} />
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? []
  const corrected = correctedReports(entries)
  return (
    <>
      <TimeLine entries={together(entries).map((one) => entryOf(one, corrected))} />
      {history.hasNextPage && (
        <Button disabled={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          看更早的
        </Button>
      )}
    </>
  )
}

function entryOf({ entry, units }: Together<Entry>, corrected: ReadonlySet<string>): TimeEntry {
  const text = eventText(entry.what, entry.facts, corrected)
  const names = units.length > 3 ? `${units.slice(0, 3).join('、')}等 ${units.length} 个单位` : units.join('、')
  return {
    key: entry.id,
    who: whoText(entry.who),
    what: names === '' ? text : `${names}：${text}`,
    when: entry.at,
    day: entry.businessDay,
    said: eventSaid(entry.facts),
    evidence: <FileLinks files={entry.files} />,
    mark: entry.mark,
  }
}

/** Unit and role first, the name after; a job of the program says so. */
export function whoText(found: z.output<typeof who>): string {
  if (found.kind === 'system') return '系统按规则办理'
  const role = found.role ? roleNames[found.role] : ''
  const deputy = found.onBehalfOf ? `（代${found.onBehalfOf.name}）` : ''
  return [found.unit?.name, role, found.person.name + deputy]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}
