import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import { holds, isOffice, type Role } from '@yingshang/core/kernel/actor'
import { listCampaigns } from '@yingshang/core/plans/contract'
import { myUnit } from '@yingshang/core/tasks/assignment-contract'
import { me } from '@yingshang/core/units/contract'
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { Loaded } from '../../ui/problem-notice.tsx'
import { campaignFor } from './campaign-choice.ts'

export type Me = z.output<typeof me.reply>
export type CampaignHead = z.output<typeof listCampaigns.reply>['campaigns'][number]

export interface Session {
  readonly me: Me
  readonly campaigns: readonly CampaignHead[]
  /** The campaign the desk is about just now; undefined before the first one is published. */
  readonly campaign: CampaignHead | undefined
  chooseCampaign(id: string): void
  /** Whether the person holds one of the roles today. Only for what to show first; the server decides. */
  is(...roles: Role[]): boolean
  readonly office: boolean
  /** Works in a unit and not in the office. */
  readonly inUnit: boolean
}

const Context = createContext<Session | undefined>(undefined)

/** The signed-in person, the day and the campaign. Only inside `SessionGate`. */
export function useSession(): Session {
  const session = useContext(Context)
  if (!session) throw new Error('useSession needs SessionGate')
  return session
}

const unitRoles = ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff'] as const
const chosenKey = (personId: string) => `yingshang.campaign.${personId}`

/**
 * Lets signed-in people through. Others go to the sign-in page, and who still owes a second factor or a new password
 * goes there; both come back to where they were.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const person = useRead(me)
  const signedOut = person.error?.problem.code === 'access.signed-out'
  const here = useLocation({ select: (location) => location.href })
  // The address changes to the sign-in page while this still stands; only where one was before counts.
  const left = useRef<string>(undefined)
  if (signedOut) {
    left.current ??= here
    return <Navigate to="/sign-in" search={{ next: left.current } as never} replace />
  }
  const { debt, secondFactorEnrolled } = person.data ?? {}
  if (debt && person.isFetching) return <Reading /> // it may just have been paid
  if (debt) {
    left.current ??= here
    const to = debt === 'access.password-expired' ? '/password' : secondFactorEnrolled ? '/second-factor' : '/enrol'
    return <Navigate to={to} search={{ next: left.current } as never} replace />
  }
  return <Loaded query={person}>{(found) => <WithCampaign found={found}>{children}</WithCampaign>}</Loaded>
}

function WithCampaign({ found, children }: { found: Me; children: ReactNode }) {
  const list = useRead(listCampaigns)
  const [chosen, setChosen] = useState(() => localStorage.getItem(chosenKey(found.personId)) ?? undefined)
  const known = list.data?.campaigns.some((one) => one.id === chosen) ?? false
  const several = (list.data?.campaigns.length ?? 0) > 1
  const inUnit = holds(asActor(found), unitRoles)
  const asks = inUnit && several && !known
  const mine = useRead(myUnit, { query: { show: 'open', size: 100 } }, { enabled: asks })
  const session = useMemo<Session>(() => {
    const campaigns = list.data?.campaigns ?? []
    return {
      me: found,
      campaigns,
      campaign: campaignFor(campaigns, chosen, new Set(mine.data?.parts.map((part) => part.task.campaignId))),
      chooseCampaign(id) {
        localStorage.setItem(chosenKey(found.personId), id)
        setChosen(id)
      },
      is: (...roles) => holds(asActor(found), roles),
      office: isOffice(asActor(found)),
      inUnit: !isOffice(asActor(found)) && inUnit,
    }
  }, [found, list.data, chosen, mine.data, inUnit])
  const shown = session.campaign?.id
  const settled = !list.isPending && !(asks && mine.isPending)
  // What is shown counts as chosen, so that a campaign published later changes nothing here.
  useEffect(() => {
    if (!settled || shown === undefined || known) return
    localStorage.setItem(chosenKey(found.personId), shown)
    setChosen(shown)
  }, [settled, shown, known, found.personId])
  if (!settled) return <Reading />
  return <Context.Provider value={session}>{children}</Context.Provider>
}

function Reading() {
  return (
    <p className="quiet" style={{ padding: 24 }} aria-busy="true">
      正在读取…
    </p>
  )
}

function asActor(found: Me) {
  const posts = found.posts.map((post) => ({ role: post.role, unitId: post.unitId, unitPath: '' }))
  return { kind: 'person', personId: found.personId, homeUnitId: found.homeUnitId, homeUnitPath: '', posts } as const
}

/** Everything read so far is forgotten, for instance after the day moved. */
export function useFreshRead(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
