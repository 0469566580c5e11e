import type { z } from 'zod'
import { openClocks } from '@yingshang/core/cases/clocks'
import type { explainClock } from '@yingshang/core/cases/contract'
import type { shownClock } from '@yingshang/core/cases/contract-parts'
import { roundOf, runningStatuses, type LiveCase } from '@yingshang/core/cases/case-state'
import type { ClockName } from '@yingshang/core/cases/case-words'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import type { DeadlineRecord } from '@yingshang/core/kernel/deadline'
import { alertLevelOn, timeLeftOn } from '@yingshang/core/kernel/alert-level'
import { explainDeadline } from '@yingshang/core/kernel/deadline-explain'
import type { WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { Names } from './names.ts'
import type { Viewer } from './viewer.ts'

type ShownClock = z.infer<typeof shownClock>

/** The clocks of a case that run or have run in the current round, the unit's with what it was before. */
export function showClocks(state: LiveCase, viewer: Viewer, names: Names): ShownClock[] {
  const running = new Set(openClocks(state).map((one) => one.clock))
  return knownClocks(state).map(({ clock, deadline }): ShownClock => {
    const runs = running.has(clock)
    const round = clock === 'handle' ? roundOf(state.file) : null
    return {
      clock,
      record: deadline,
      alert: runs ? alertLevelOn(deadline, viewer.businessDay) : 'none',
      timeLeft: runs ? timeLeftOn(viewer.calendar, deadline, viewer.businessDay) : null,
      running: runs,
      paused:
        round?.paused && !runningStatuses.includes(state.kind)
          ? { on: round.paused.pausedOn, daysLeft: round.paused.daysLeft }
          : null,
      superseded: (round?.superseded ?? []).map((one) => ({
        dueOn: one.deadline.dueOn,
        unit: names.unit(one.unitId),
        on: one.on,
        because: one.because,
      })),
    }
  })
}

/** Every clock of the case that has a record, in the order in which they come. */
export function knownClocks(state: LiveCase): { readonly clock: ClockName; readonly deadline: DeadlineRecord }[] {
  const { file } = state
  const round = file.rounds.at(-1)
  const found: [ClockName, DeadlineRecord | null | undefined][] = [
    ['triage', file.triage],
    ['supplement', file.supplements.at(-1)?.deadline],
    ['decide', round?.decideDeadline],
    ['handle', round?.deadline],
    ['verify', round?.verifyDeadline],
    ['inform', round?.informDeadline],
    ['reworkWindow', round?.reworkWindow],
    ['reworkJudge', round?.reworkJudge],
  ]
  return found.flatMap(([clock, deadline]) => (deadline ? [{ clock, deadline }] : []))
}

/** Every day of one clock with its reason, by the calendar it was counted with. */
export function explainOne(
  state: LiveCase,
  clock: ClockName,
  viewer: Viewer,
  names: Names,
  rules: CaseRules,
  countedWith: WorkCalendar,
): z.infer<typeof explainClock.reply> {
  const shown = showClocks(state, viewer, names).find((one) => one.clock === clock) ?? null
  if (!shown) return { clock: null, days: [] }
  return {
    clock: shown,
    days: explainDeadline(shown.record, rules.counting, countedWith).map((day) => ({
      day: day.day,
      number: day.number,
      dayZero: day.dayZero,
      kind: day.kind,
      name: day.name,
      unsettled: day.unsettled,
      leg: day.leg,
      endMoved: day.endMoved,
    })),
  }
}
