import { myUnit, type partsToShow } from '@yingshang/core/tasks/assignment-contract'
import Select from 'antd/es/select'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { MyPart } from './my-part.tsx'
import { TaskTabs } from './task-tabs.tsx'
import { countsText } from './counts-text.ts'

const shows = {
  open: '没有结论的',
  toDo: '在本单位手里的',
  toSignOff: '待签发的',
  returned: '退回要改的',
  toSign: '待签收的',
  overdue: '逾期的',
  dueSoon: '临期的',
  done: '已确认的',
} as const satisfies Record<(typeof partsToShow)[number], string>
type Show = keyof typeof shows

/** What is mine, why, by when, and what counts as done. */
export function MyUnitPage() {
  const { campaign } = useSession()
  const [url, change] = useUrlState({ unit: 'text', show: 'text', page: 'page' })
  const show: Show = url.show !== undefined && url.show in shows ? (url.show as Show) : 'open'
  const mine = useRead(
    myUnit,
    { query: { unitId: url.unit, campaignId: campaign?.id, show, page: url.page } },
    { keep: true },
  )
  const unit = mine.data?.unit
  return (
    <Page
      title={unit ? `${unit.name}的任务` : '本单位的任务'}
      state={mine.data && countsText(mine.data.counts)}
      actions={<PrintButton />}
    >
      <TaskTabs here="/tasks/mine" />
      <FilterBar>
        {(mine.data?.units.length ?? 0) > 1 && (
          <Select
            aria-label="单位"
            value={unit?.id}
            onChange={(next) => change({ unit: next })}
            options={mine.data!.units.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <Select
          aria-label="看哪些"
          value={show}
          onChange={(next: Show) => change({ show: next })}
          options={Object.entries(shows).map(([value, label]) => ({ value: value as Show, label }))}
        />
      </FilterBar>
      <Loaded query={mine}>
        {(found) => (
          <>
            {found.toTake.length > 0 && (
              <Section title={`交到本单位、等着接收的（${found.toTake.length}）`}>
                {found.toTake.map((part) => (
                  <MyPart key={part.id} part={part} owing={[]} />
                ))}
              </Section>
            )}
            <Section title={shows[show]}>
              {found.parts.length === 0 ? (
                <EmptyState title={`没有${shows[show]}任务`}>
                  {show === 'open'
                    ? '交办给本单位的任务会出现在这里，按到期日排列。'
                    : '换一种看法，或者看没有结论的全部任务。'}
                </EmptyState>
              ) : (
                found.parts.map((part) => <MyPart key={part.id} part={part} owing={part.owing} mine />)
              )}
              <Pager
                page={found.page}
                size={50}
                total={found.total}
                capped={found.more}
                shown={found.parts.length}
                onPage={(page) => change({ page }, false)}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
