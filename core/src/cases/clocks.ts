import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRule } from '../kernel/deadline-rule.ts'
import {
  computeDeadline,
  fixedDeadline,
  recountDeadline,
  type DeadlineRecord,
  type StartEvent,
} from '../kernel/deadline.ts'
import { recountEffect } from '../kernel/deadline-recount.ts'
import { addWorkingDays, countWorkingDays, type WorkCalendar } from '../kernel/work-calendar.ts'
import type { CaseContext, StatutoryLimit } from './case-commands.ts'
import type { CaseRules, Period } from './case-rules.ts'
import type { CaseFile, LiveCase } from './case-state.ts'
import type { ClockName } from './case-words.ts'
import type { Round } from './round.ts'

type Clocks = Pick<CaseContext, 'rules' | 'calendar'>
type Settings = Omit<DeadlineRule, 'days' | 'unit'>

function settings(rules: CaseRules, key: string): Settings {
  return { key: `complaint.${key}`, ruleVersion: rules.version, counting: rules.counting, alert: rules.alert }
}

/** A clock of a case under its own rule-set version, from an event, that day not counted. */
export function clockOf({ rules, calendar }: Clocks, key: string, period: Period, event: StartEvent): DeadlineRecord {
  return computeDeadline({ ...settings(rules, key), ...period }, event, calendar)
}

/** The office's own clock for accepting or refusing; null where the rules set none. */
export function triageClock(clocks: Clocks, event: StartEvent): DeadlineRecord | null {
  const { triage } = clocks.rules
  return triage && clockOf(clocks, 'triage', triage, event)
}

/** The period a unit has in this round: by tier in the first one, the rework period in the later ones. */
export function handlePeriod(rules: CaseRules, file: CaseFile, roundNo: number): Period {
  if (roundNo > 1) return rules.rework.handle
  return rules.tiers.find((tier) => tier.code === file.classification.tier)?.period ?? rules.handle
}

/**
 * The clock of a unit that is given the case (rules C-12, C-13). A unit that takes over has a clock of its own from that day;
 * one that comes back has the clock it had. In the first round the rules may start it with an earlier event, or with signing:
 * then it is null until the unit signs.
 */
export function unitClock(
  clocks: Clocks,
  file: CaseFile,
  round: Round | undefined,
  unitId: string,
  on: IsoDate,
  at?: string,
): DeadlineRecord | null {
  const had = round?.superseded.findLast((one) => one.unitId === unitId)
  if (had) return had.deadline
  const no = round?.no ?? 1
  const { handleStarts } = clocks.rules
  if (handleStarts === 'signed' && no === 1) return null
  const first = no === 1 && (round === undefined || round.assignedOn === null)
  return clockOf(clocks, no === 1 ? 'handle' : 'rework', handlePeriod(clocks.rules, file, no), start(on, first))

  function start(day: IsoDate, isFirst: boolean): StartEvent {
    const { facts, acceptedOn } = file
    if (isFirst && handleStarts === 'registered')
      return {
        kind: 'registered',
        on: facts.receivedOn,
        ...(facts.receivedAt === null ? {} : { at: facts.receivedAt }),
      }
    if (isFirst && handleStarts === 'accepted' && acceptedOn !== null) return { kind: 'accepted', on: acceptedOn }
    return { kind: no > 1 ? 'reworkGranted' : 'assigned', on: day, ...(at === undefined ? {} : { at }) }
  }
}

/** The clock that signing starts, where the rules say so and none runs yet. */
export function clockFromSigning(clocks: Clocks, file: CaseFile, round: Round, on: IsoDate, at?: string) {
  if (round.deadline !== null || clocks.rules.handleStarts !== 'signed') return null
  const event = { kind: 'signed', on, ...(at === undefined ? {} : { at }) }
  return clockOf(clocks, 'handle', handlePeriod(clocks.rules, file, round.no), event)
}

/** The own period of a statutory procedure (rule C-20). */
export function statutoryClock({ rules, calendar }: Clocks, limit: StatutoryLimit, on: IsoDate): DeadlineRecord {
  const rule = settings(rules, 'statutory')
  if (limit.kind === 'date') return fixedDeadline(rule, { kind: 'statutoryExit', on }, limit.dueOn, calendar)
  const { days, unit, startsOn } = limit
  return computeDeadline({ ...rule, days, unit }, { kind: 'statutoryExit', on: startsOn }, calendar)
}

/** The inner day of a supporting unit: ahead of the lead's due day, but not before today (rule D-25). */
export function innerDueOn(
  { rules, calendar, businessDay }: Clocks & Pick<CaseContext, 'businessDay'>,
  dueOn: IsoDate,
) {
  if (rules.supportingLeadDays === 0 || dueOn <= businessDay) return dueOn
  const inner = addWorkingDays(calendar, dueOn, -rules.supportingLeadDays)
  return inner > businessDay ? inner : businessDay
}

/** The last day on which the unit may still decline. */
export function declineUntil(clocks: Clocks, assignedOn: IsoDate): IsoDate {
  return clockOf(clocks, 'declineWindow', clocks.rules.declineWindow, { kind: 'assigned', on: assignedOn }).dueOn
}

/** The last day on which a supplement may be asked for; null where the rules set no limit. */
export function askSupplementUntil(clocks: Clocks, receivedOn: IsoDate): IsoDate | null {
  const { askWithin } = clocks.rules.supplement
  return askWithin && clockOf(clocks, 'supplementAsk', askWithin, { kind: 'registered', on: receivedOn }).dueOn
}

/** The last day on which the submitter is waited for, after being told. */
export function answerUntil(clocks: Clocks, informedOn: IsoDate): IsoDate {
  return clockOf(clocks, 'noAnswer', clocks.rules.noAnswerAfter, { kind: 'informed', on: informedOn }).dueOn
}

/** Working days from receipt until the submitter was told (or until today): runs through every hand-over (rule C-13). */
export function totalWorkingDays(file: CaseFile, on: IsoDate, calendar: WorkCalendar): number {
  const end = file.rounds[0]?.informedOn ?? on
  return end < file.facts.receivedOn ? 0 : countWorkingDays(calendar, file.facts.receivedOn, end)
}

/** The clocks that run now, by name: what a new calendar version may move. */
export function openClocks(state: LiveCase): { readonly clock: ClockName; readonly deadline: DeadlineRecord }[] {
  const { file } = state
  const round = file.rounds.at(-1)
  const found: [ClockName, DeadlineRecord | null | undefined][] = []
  if (state.kind === 'registered') found.push(['triage', file.triage])
  if (state.kind === 'supplementAsked') found.push(['supplement', file.supplements.at(-1)?.deadline])
  if (state.kind === 'accepted') found.push(['decide', round?.decideDeadline])
  if (state.kind === 'assigned' || state.kind === 'signed' || state.kind === 'drafted')
    found.push(['handle', round?.deadline])
  if (state.kind === 'resultReported') found.push(['verify', round?.verifyDeadline])
  if (state.kind === 'verified') found.push(['inform', round?.informDeadline])
  if (state.kind === 'informed') found.push(['reworkWindow', round?.reworkWindow])
  if (state.kind === 'reworkAsked') found.push(['reworkJudge', round?.reworkJudge])
  return found.flatMap(([clock, deadline]) => (deadline ? [{ clock, deadline }] : []))
}

/** The open clocks that another calendar version would move (rule D-18), with what they would become. */
export function movedClocks(state: LiveCase, { rules, calendar }: Clocks) {
  return openClocks(state).flatMap(({ clock, deadline }) => {
    if (deadline.calendarVersion === calendar.versionId) return []
    const next = recountDeadline(deadline, rules, calendar)
    const effect = recountEffect(deadline, next)
    return effect === null ? [] : [{ clock, before: deadline, deadline: next, effect }]
  })
}
