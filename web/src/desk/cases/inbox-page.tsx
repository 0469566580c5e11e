import { unitInbox } from '@yingshang/core/cases/unit-contract'
import Select from 'antd/es/select'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { CaseTabs } from './case-tabs.tsx'
import { inboxSentence } from './inbox-words.ts'
import { UnitCaseLine } from './unit-case.tsx'

const shows = { toDo: '在本单位手里的', open: '没有办结的', done: '已办结的' } as const
const nothing = { toDo: '手里没有要办的件', open: '件件都已办结', done: '还没有办结的件' } as const
type Show = keyof typeof shows

/** What is mine, until when, and the next step; nothing here tells who sent a case in. */
export function InboxPage() {
  const [url, change] = useUrlState({ unit: 'text', show: 'text', page: 'page' })
  const show: Show = url.show !== undefined && url.show in shows ? (url.show as Show) : 'toDo'
  const inbox = useRead(unitInbox, { query: { unitId: url.unit, show, page: url.page } }, { keep: true })
  const unit = inbox.data?.unit
  return (
    <Page
      title={unit ? `${unit.name}的办件` : '本单位办件'}
      state={inbox.data && inboxSentence(inbox.data.counts)}
      actions={
        <>
          <LinkButton to="/cases/new">登记窗口反映的问题</LinkButton>
          <PrintButton />
        </>
      }
    >
      <CaseTabs here="/cases/mine" />
      <FilterBar>
        {(inbox.data?.units.length ?? 0) > 1 && (
          <Select
            aria-label="单位"
            value={unit?.id}
            onChange={(next) => change({ unit: next })}
            options={inbox.data!.units.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <Select
          aria-label="看哪些"
          value={show}
          onChange={(next: Show) => change({ show: next })}
          options={Object.entries(shows).map(([value, label]) => ({ value: value as Show, label }))}
        />
      </FilterBar>
      <Loaded query={inbox}>
        {(found) => (
          <Section title={shows[show]}>
            {found.cases.length === 0 ? (
              <EmptyState title={nothing[show]}>
                {show === 'toDo'
                  ? '营商办交办给本单位的投诉会出现在这里，最急的在前。'
                  : '换一种看法，或者看在本单位手里的。'}
              </EmptyState>
            ) : (
              found.cases.map((one) => <UnitCaseLine key={one.id} found={one} />)
            )}
            <Pager
              page={found.page}
              size={50}
              total={found.total}
              capped={found.more}
              shown={found.cases.length}
              onPage={(page) => change({ page }, false)}
            />
          </Section>
        )}
      </Loaded>
    </Page>
  )
}
