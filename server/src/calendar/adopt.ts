import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { calendarDecider } from '@yingshang/core/calendar/calendar'
import { versionAfter, type CalendarChange } from '@yingshang/core/calendar/change'
import type { adoptCalendar, previewCalendar } from '@yingshang/core/calendar/contract'
import { calendarOfDivision, versionIdOf, type KeptVersion } from '@yingshang/core/calendar/kept-version'
import { mayKeepCalendar } from '@yingshang/core/calendar/policy'
import { readChange, type CalendarProposalInput, type ReadChange } from '@yingshang/core/calendar/proposal'
import { publishedYears } from '@yingshang/core/kernel/work-calendar-notices'
import { calendarDifference } from '@yingshang/core/kernel/work-calendar-difference'
import { buildWorkCalendar, workingDaysOfYear, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { Services } from '../platform/capability.ts'
import { forbidden, refused } from '../platform/http/failure.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import type { CountedDeadlines } from './for-others.ts'
import { listsUnder } from './lists.ts'
import { loadCalendar, loadVersion, versionRow } from './store.ts'
import { calendarTable } from './tables.ts'

/** So many deadlines of each list stand in a preview. */
const previewed = 20

async function present(services: Services) {
  const loaded = await loadCalendar(services.databases.app, services.installation.division)
  if (!loaded || loaded.state.kind === 'none') throw refused({ code: 'calendar.not-founded' })
  return { loaded, current: loaded.state.current }
}

async function read(
  services: Services,
  proposal: CalendarProposalInput,
  current: KeptVersion,
  businessDay: string,
): Promise<ReadChange> {
  const { division } = services.installation
  const earlier =
    proposal.kind === 'restore'
      ? await loadVersion(services.databases.app, division, { number: proposal.number })
      : undefined
  return readChange(proposal, { current, shipped: publishedYears, earlier: earlier ?? null, division, businessDay })
}

/** What a change would be: everything understood, everything wrong, every difference, every deadline that would move. */
export async function previewChange(
  services: Services,
  registered: readonly CountedDeadlines[],
  occasion: Pick<Occasion, 'actor' | 'businessDay'>,
  proposal: CalendarProposalInput,
): Promise<z.input<typeof previewCalendar.reply>> {
  const forbiddenBecause = mayKeepCalendar(occasion.actor)
  if (forbiddenBecause) throw forbidden(forbiddenBecause)
  const { businessDay } = occasion
  const { loaded, current } = await present(services)
  const { change, problems, source } = await read(services, proposal, current, businessDay)
  const seen = { basedOn: current.number, problems: [...problems] }
  if (change === null)
    return {
      ...seen,
      year: null,
      days: [],
      workingDays: null,
      differences: [],
      lists: [],
      refusal: hasErrors(problems),
    }
  const next = nextVersion(current, change, businessDay)
  const { division } = services.installation
  const [before, after] = [current, next].map((one) => buildWorkCalendar(calendarOfDivision(one, division))) as [
    WorkCalendar,
    WorkCalendar,
  ]
  const answer = calendarDecider.decide(
    {
      type: 'adopt',
      change,
      source: { ...source, digest: '' },
      basedOn: current.number,
      problems,
      warningsSeen: true,
      reason: '—',
    },
    loaded.state,
    { actor: occasion.actor, businessDay },
  )
  const adoptable = problems.every((problem) => problem.severity !== 'error')
  const year = change.kind === 'year' ? change.year : null
  return {
    ...seen,
    year: year?.year ?? null,
    days: year ? [...year.days] : [],
    workingDays:
      year && adoptable
        ? { before: workingDaysOfYear(before, year.year), after: workingDaysOfYear(after, year.year) }
        : null,
    differences: calendarDifference(before, after),
    lists: adoptable ? await listsUnder(registered, builder(next), occasion, previewed) : [],
    refusal: answer.ok ? null : answer.refusal,
  }
}

function hasErrors(problems: ReadChange['problems']) {
  return {
    code: 'calendar.has-errors',
    facts: { count: problems.filter(({ severity }) => severity === 'error').length },
  }
}

function nextVersion(current: KeptVersion, change: CalendarChange, adoptedOn: string): KeptVersion {
  const number = current.number + 1
  return versionAfter(current, change, { number, id: versionIdOf(number), adoptedOn })
}

function builder(version: KeptVersion) {
  const built = new Map<string, WorkCalendar>()
  return (division: string) => {
    const known = built.get(division) ?? buildWorkCalendar(calendarOfDivision(version, division))
    built.set(division, known)
    return known
  }
}

/** Makes the change a new version. What was brought is read again here: nothing comes back from the preview. */
export async function adoptChange(
  services: Services,
  occasion: Occasion,
  wish: z.output<NonNullable<typeof adoptCalendar.body>>,
): Promise<{ number: number; id: string }> {
  const { businessDay } = occasion
  const adopted = await decideAndRecord(services.databases.app, occasion, async () => {
    const { loaded, current } = await present(services)
    const forbiddenBecause = mayKeepCalendar(occasion.actor)
    if (forbiddenBecause) throw forbidden(forbiddenBecause)
    const { change, problems, source: from } = await read(services, wish.proposal, current, businessDay)
    if (change === null) throw refused(hasErrors(problems))
    const text = 'text' in wish.proposal ? wish.proposal.text : null
    const source = { ...from, digest: text === null ? '' : createHash('sha256').update(text).digest('hex') }
    const { basedOn, warningsSeen, reason } = wish
    const command = { type: 'adopt', change, source, basedOn, problems, warningsSeen, reason } as const
    const answer = calendarDecider.decide(command, loaded.state, { actor: occasion.actor, businessDay })
    if (!answer.ok) throw refused(answer.refusal)
    const version = nextVersion(current, change, businessDay)
    const { division } = services.installation
    const differences = calendarDifference(
      buildWorkCalendar(calendarOfDivision(current, division)),
      buildWorkCalendar(calendarOfDivision(version, division)),
    )
    const row = versionRow({
      calendarId: loaded.id,
      version,
      now: occasion.now,
      personId: occasion.actor.kind === 'person' ? occasion.actor.personId : null,
      source,
      sourceText: text,
      changed: { kind: change.kind, year: change.kind === 'year' ? change.year.year : null },
      reason,
      differentDays: differences.length,
    })
    return {
      changes: [changeBy(calendarTable, calendarDecider, loaded, answer.events)],
      attachments: [row],
      result: { number: version.number, id: version.id },
    }
  })
  await services.calendars.look()
  return adopted
}
