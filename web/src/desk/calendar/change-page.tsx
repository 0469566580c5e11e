import { adoptCalendar, previewCalendar, type readCalendar } from '@yingshang/core/calendar/contract'
import { useNavigate } from '@tanstack/react-router'
import Radio from 'antd/es/radio'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { Page } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { useUrlState } from '../../ui/use-url-state.ts'
import { CalendarTabs } from './calendar-tabs.tsx'
import { ChangePreview } from './change-preview.tsx'
import { FileWay, NoticeWay, RestoreWay, ShippedWay } from './change-ways.tsx'
import { LocalDaysWay } from './local-days-way.tsx'
import type { Proposal } from './proposal.ts'
import { useKeptCalendar } from './use-kept-calendar.ts'
import './calendar.css'

type Kept = z.output<typeof readCalendar.reply>

const ways = [
  ['notice', '粘贴放假通知'],
  ['file', '导入年度文件'],
  ['local', '本地安排'],
  ['restore', '恢复旧版本'],
] as const
type Way = (typeof ways)[number][0] | 'shipped'

/** A new version in two steps: everything understood and everything it would move is shown; then a person adopts it. */
export function ChangePage() {
  const [url, change] = useUrlState({ way: 'text', number: 'text' })
  const { found } = useKeptCalendar()
  const way: Way = ([...ways.map(([one]) => one), 'shipped'] as const).find((one) => one === url.way) ?? 'notice'
  return (
    <Page
      title="更新日历"
      state="先预览，看清读出了哪些日子、有什么问题、哪些期限会变动，再决定采用。预览不改动任何数据。"
    >
      <CalendarTabs here="/calendar/change" />
      <Loaded query={found}>
        {(kept) =>
          kept.mayKeep ? (
            <p className="notice">{sayRefusal(kept.mayKeep)}</p>
          ) : (
            <div className="stack" style={{ marginTop: 16 }}>
              <Radio.Group
                aria-label="怎么更新"
                value={way}
                onChange={(event) => change({ way: event.target.value as string, number: undefined })}
              >
                {ways.map(([value, label]) => (
                  <Radio key={value} value={value}>
                    {label}
                  </Radio>
                ))}
                {kept.shippedYears.length > 0 && <Radio value="shipped">程序带来的年份</Radio>}
              </Radio.Group>
              <Change key={way} way={way} kept={kept} number={url.number} />
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function Change({ way, kept, number }: { way: Way; kept: Kept; number: string | undefined }) {
  const preview = useCommand(previewCalendar)
  const adopt = useCommand(adoptCalendar)
  const navigate = useNavigate()
  const forget = () => {
    preview.reset()
    adopt.reset()
  }
  const look = (proposal: Proposal) => {
    adopt.reset()
    void preview.send({ body: { proposal } })
  }
  const take = async (proposal: Proposal, given: { warningsSeen: boolean; reason: string }) => {
    const basedOn = preview.data!.basedOn
    const done = await adopt.send({ body: { proposal, basedOn, ...given } })
    if (done) void navigate({ to: '/calendar/moves', search: { adopted: String(done.number) } as never })
  }
  const at = { look, forget, busy: preview.busy || adopt.busy }
  const shown = (proposal: Proposal) => (
    <>
      <ProblemNotice problem={preview.problem ?? adopt.problem} kept="填写的内容还在，日历没有改动。" />
      {preview.data && (
        <ChangePreview
          preview={preview.data}
          reasonNeeded={proposal.kind === 'overlay' || proposal.kind === 'restore'}
          busy={adopt.busy}
          adopt={(given) => void take(proposal, given)}
        />
      )}
    </>
  )
  switch (way) {
    case 'notice':
      return <NoticeWay {...at}>{shown}</NoticeWay>
    case 'file':
      return <FileWay {...at}>{shown}</FileWay>
    case 'shipped':
      return (
        <ShippedWay {...at} years={kept.shippedYears}>
          {shown}
        </ShippedWay>
      )
    case 'local':
      return (
        <LocalDaysWay {...at} division={kept.division} overlay={kept.current.overlay}>
          {shown}
        </LocalDaysWay>
      )
    case 'restore':
      return (
        <RestoreWay {...at} versions={kept.versions} current={kept.current.number} asked={number}>
          {shown}
        </RestoreWay>
      )
  }
}
