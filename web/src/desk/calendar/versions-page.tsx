import { readCalendarVersion, type shownYear } from '@yingshang/core/calendar/contract'
import { writeHolidayFile } from '@yingshang/core/kernel/work-calendar-file'
import { yearStatusNames } from '@yingshang/core/kernel/work-calendar-labels.zh'
import type { CalendarYear } from '@yingshang/core/kernel/work-calendar-year'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { dayAndTimeText } from '../../ui/day.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { CalendarTabs } from './calendar-tabs.tsx'
import { useKeptCalendar } from './use-kept-calendar.ts'
import { changedText, sourceText, type ShownVersion } from './version-words.ts'
import './calendar.css'

type ShownYear = z.output<typeof shownYear>

/** What is known of each year, and how the versions followed one another. */
export function VersionsPage() {
  const [url, change] = useUrlState({ version: 'text' })
  const { found } = useKeptCalendar()
  const open = found.data?.versions.find((one) => String(one.number) === url.version)
  return (
    <Page
      title="各年和版本"
      state={found.data && stateOf(found.data.years, found.data.current.number)}
      actions={<PrintButton />}
    >
      <CalendarTabs here="/calendar/versions" />
      <Loaded query={found}>
        {({ years, versions, current, mayKeep }) => (
          <>
            <Section title="各年情况">
              <Years years={years} kept={current.years} />
            </Section>
            <Section title={`版本（${versions.length}）`}>
              <Versions
                versions={versions}
                openNumber={url.version}
                open={(one) => change({ version: String(one.number) })}
              />
            </Section>
            {open && (
              <SidePanel title={`第 ${open.number} 版`} onClose={() => change({ version: undefined })}>
                <VersionDetail version={open} current={current.number} mayKeep={mayKeep === null} />
              </SidePanel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function stateOf(years: readonly ShownYear[], number: number): string {
  const last = years.filter((one) => one.status === 'published').at(-1)?.year
  return `现用第 ${number} 版${last ? `，放假通知载入到 ${last} 年` : ''}。版本只增不改，期限按当时的版本可以查回。`
}

function Years({ years, kept }: { years: readonly ShownYear[]; kept: readonly CalendarYear[] }) {
  return (
    <ListTable<ShownYear>
      label="各年情况"
      rows={years.toReversed()}
      rowKey={(one) => String(one.year)}
      columns={[
        {
          key: 'year',
          title: '年份',
          width: '6rem',
          card: 'title',
          render: (one) => (
            <Link to="/calendar" search={{ year: String(one.year) } as never}>
              {one.year} 年
            </Link>
          ),
        },
        {
          key: 'status',
          title: '情况',
          width: '14rem',
          render: (one) =>
            `${yearStatusNames[one.status]}${one.decemberOpen && one.status === 'published' ? '，年末几天待定' : ''}`,
        },
        { key: 'days', title: '工作日', align: 'number', width: '6rem', render: (one) => `${one.workingDays} 天` },
        { key: 'notices', title: '依据', render: (one) => <Notices year={one} /> },
        {
          key: 'file',
          title: '导出',
          hiddenTitle: true,
          width: '7rem',
          render: (one) => {
            const year = kept.find((other) => other.year === one.year)
            return year ? <YearFile year={year} /> : null
          },
        },
      ]}
    />
  )
}

function Notices({ year }: { year: ShownYear }) {
  if (year.notices.length === 0) return <span className="quiet">—</span>
  return (
    <ul className="plain">
      {year.notices.map((notice) => (
        <li key={notice.number + notice.url}>
          {/^https?:\/\//.test(notice.url) ? (
            <a href={notice.url} target="_blank" rel="noreferrer">
              {notice.number || notice.url}
            </a>
          ) : (
            notice.number || notice.url
          )}
          {notice.issuedOn && <span className="quiet small"> {notice.issuedOn}</span>}
        </li>
      ))}
    </ul>
  )
}

function YearFile({ year }: { year: CalendarYear }) {
  const href = `data:application/json;charset=utf-8,${encodeURIComponent(writeHolidayFile(year))}`
  return (
    <a className="no-print keep" href={href} download={`${year.year}.json`}>
      导出文件<span className="only-read">：{year.year} 年</span>
    </a>
  )
}

interface VersionsProps {
  readonly versions: readonly ShownVersion[]
  readonly openNumber: string | undefined
  readonly open: (one: ShownVersion) => void
}

function Versions({ versions, openNumber, open }: VersionsProps) {
  return (
    <ListTable
      label="版本"
      rows={versions}
      rowKey={(one) => String(one.number)}
      openKey={openNumber}
      open={open}
      columns={[
        { key: 'number', title: '版本', width: '6rem', card: 'title', render: (one) => `第 ${one.number} 版` },
        { key: 'changed', title: '改了什么', render: changedText },
        { key: 'source', title: '来源', yields: true, render: sourceText },
        { key: 'by', title: '谁采用的', width: '12rem', yields: true, render: (one) => byText(one) },
        {
          key: 'when',
          title: '何时',
          width: '13rem',
          render: (one) => <span className="keep">{dayAndTimeText(one.adoptedOn, one.recordedAt)}</span>,
        },
      ]}
    />
  )
}

function byText({ by, changed }: ShownVersion): string {
  if (by) return `${by.unit} ${by.name}`.trim()
  return changed.kind === 'founded' ? '程序' : '—'
}

function VersionDetail({ version, current, mayKeep }: { version: ShownVersion; current: number; mayKeep: boolean }) {
  const whole = useRead(readCalendarVersion, { params: { number: version.number } })
  const { source } = version
  return (
    <div className="stack">
      <dl className="facts">
        <dt>改了什么</dt>
        <dd>{changedText(version)}</dd>
        <dt>来源</dt>
        <dd>
          {sourceText(version)}
          {/^https?:\/\//.test(source.url) && (
            <>
              {' '}
              <a href={source.url} target="_blank" rel="noreferrer">
                原文网址
              </a>
            </>
          )}
        </dd>
        <dt>谁采用的</dt>
        <dd>{byText(version)}</dd>
        <dt>何时</dt>
        <dd>{dayAndTimeText(version.adoptedOn, version.recordedAt)}</dd>
        {version.reason !== '' && (
          <>
            <dt>依据或原因</dt>
            <dd>{version.reason}</dd>
          </>
        )}
      </dl>
      {version.number === current ? (
        <p className="quiet">这是现用的版本。</p>
      ) : (
        mayKeep && (
          <div className="actions">
            <Link to="/calendar/change" search={{ way: 'restore', number: String(version.number) } as never}>
              <Button>恢复为这一版</Button>
            </Link>
          </div>
        )
      )}
      <Loaded query={whole}>
        {({ sourceText: text }) =>
          text === null ? null : (
            <div>
              <h3>来源原文</h3>
              <pre className="source-text" tabIndex={0} aria-label="来源原文">
                {text}
              </pre>
            </div>
          )
        }
      </Loaded>
    </div>
  )
}
