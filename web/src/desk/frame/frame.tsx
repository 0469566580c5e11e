import { Outlet, useLocation } from '@tanstack/react-router'
import { dayNumber } from '@yingshang/core/kernel/dates'
import { dayText } from '../../ui/day.ts'
import { KeyHelp } from '../../ui/key-help.tsx'
import { MessagesLink } from '../reminders/unread.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SessionGate, useSession, type Session } from './session.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { TrialStrip } from './trial-strip.tsx'

/** The frame of every page behind the sign-in. */
export function Frame() {
  return (
    <SessionGate>
      <Inside />
    </SessionGate>
  )
}

function Inside() {
  const session = useSession()
  const path = useLocation({ select: (location) => location.pathname })
  return (
    <div className="desk">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <TrialStrip />
      <header className="desk-header">
        <span className="seal" aria-hidden="true">
          营商
        </span>
        <div className="campaign grow">
          <strong>{session.campaign?.name ?? '营商工作台'}</strong>
          <span>{campaignDay(session)}</span>
        </div>
        <div className="person only-wide">
          <MessagesLink />
          <PersonMenu />
        </div>
      </header>
      <SideNavigation path={path} />
      <main className="desk-main" id="main" tabIndex={-1}>
        <p className="print-only print-head">
          {session.campaign?.name}　{dayText(session.me.businessDay)}
        </p>
        <Outlet />
      </main>
      <BottomBar path={path} />
      <KeyHelp />
    </div>
  )
}

/** 「行动第 116 天，共 273 天 · 2022-09-24（周六）」 */
export function campaignDay({ campaign, me }: Pick<Session, 'campaign' | 'me'>): string {
  const today = dayText(me.businessDay)
  if (!campaign) return today
  const day = dayNumber(me.businessDay) - dayNumber(campaign.start) + 1
  const all = dayNumber(campaign.end) - dayNumber(campaign.start) + 1
  if (day < 1) return `${today} · 行动将于 ${campaign.start} 开始`
  if (day > all) return `${today} · 行动已于 ${campaign.end} 结束`
  return `${today} · 行动第 ${day} 天，共 ${all} 天`
}
