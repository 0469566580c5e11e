import type { MovingDeadline } from '@yingshang/core/calendar/contract'
import { caseDecider } from '@yingshang/core/cases/case'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import type { Case, LiveCase } from '@yingshang/core/cases/case-state'
import { currentRound } from '@yingshang/core/cases/case-state'
import { movedClocks } from '@yingshang/core/cases/clocks'
import { clockLabels } from '@yingshang/core/cases/labels.zh'
import { changedDays, recountEffect } from '@yingshang/core/kernel/deadline-recount'
import type { DeadlineRecord } from '@yingshang/core/kernel/deadline'
import type { CalendarBy, CountedDeadlines, Looking } from '../calendar/for-others.ts'
import { changeBy } from '../platform/ledger/decide.ts'
import type { Attachment, Change, Loaded } from '../platform/ledger/table.ts'
import type { OutboxItem } from '../platform/ledger/record.ts'
import { caseRules, contextOf, maySee, unitPlaces, unitsOfFile, type CaseServices } from './circumstances.ts'
import { decisionRows } from './decision-rows.ts'
import { namesOf } from './names.ts'
import { newsOf } from './notices.ts'
import { caseTable } from './tables.ts'
import { eventsOrRefuse } from './write.ts'

interface Moving {
  readonly loaded: Loaded<Case>
  readonly state: LiveCase
  readonly rules: CaseRules
  readonly clocks: ReturnType<typeof movedClocks>
}

/**
 * The clocks of open cases, for the calendar's list of what a new version moves (rule D-18). A case is named by its number,
 * its clock and its lead unit, to whoever may read the case; nobody else learns of it here.
 */
export function caseDeadlines(services: CaseServices): CountedDeadlines {
  const db = services.databases.app
  return {
    list: 'cases',
    async thatWouldMove(by, looking) {
      const moving = await movingCases(services, by, looking)
      const names = await namesOf(db, { units: moving.map(({ state }) => currentRound(state.file)?.leadUnitId) })
      return Promise.all(
        moving.map(async ({ loaded, state, clocks }): Promise<MovingDeadline> => {
          const { clock, before, deadline } = clocks[0]!
          const { number, division } = state.file.facts
          const unitId = currentRound(state.file)?.leadUnitId
          const after = by(division)
          const was = (await services.calendars.version(before.calendarVersion, division)) ?? after
          const last = before.dueOn > deadline.dueOn ? before.dueOn : deadline.dueOn
          return {
            id: loaded.id,
            title: `${number} ${clockLabels[clock]}`,
            unit: unitId ? names.unit(unitId).name : '',
            path: `/cases/${loaded.id}`,
            effect: recountEffect(before, deadline) ?? 'certainty',
            before: datesOf(before),
            after: datesOf(deadline),
            because: changedDays(was, after, before.dayZero, last),
          }
        }),
      )
    },
    async moves(by, ids, occasion) {
      const changes: Change[] = []
      const attachments: Attachment[] = []
      const outbox: OutboxItem[] = []
      for (const { loaded, state, rules } of await movingCases(services, by, occasion, ids)) {
        const units = await unitPlaces(db, unitsOfFile(state.file))
        const context = {
          ...contextOf(services, occasion, state.file, rules, units),
          calendar: by(state.file.facts.division),
        }
        const events = eventsOrRefuse(caseDecider.decide({ type: 'recount' }, state, context))
        const change = changeBy(caseTable, caseDecider, loaded, events)
        changes.push(change)
        attachments.push(...decisionRows(loaded.id, state, change.state as LiveCase, events, rules))
        outbox.push(...newsOf(loaded.id, events, state, change.state as LiveCase))
      }
      return { changes, attachments, outbox }
    },
  }
}

/** Open cases this person may read whose running clock moves. */
async function movingCases(
  services: CaseServices,
  by: CalendarBy,
  { actor }: Looking,
  ids?: readonly string[],
): Promise<Moving[]> {
  const db = services.databases.app
  const found = await db.query<Loaded<Case>>({
    name: `cases:open${ids ? ':these' : ''}`,
    text: `select id, version, encode(head, 'hex') as head, state from app.case
      where open ${ids ? 'and id = any($1::uuid[])' : ''} order by id`,
    values: ids ? [ids] : [],
  })
  const kept = new Map<string, CaseRules>()
  const moving: Moving[] = []
  for (const loaded of found.rows) {
    const { state } = loaded
    if (state.kind === 'none') continue
    const { ruleVersion, division } = state.file.facts
    const rules = kept.get(ruleVersion) ?? (await caseRules(db, state.file))
    kept.set(ruleVersion, rules)
    if (!maySee(actor, state, rules)) continue
    const clocks = movedClocks(state, { rules, calendar: by(division) })
    if (clocks.length > 0) moving.push({ loaded, state, rules, clocks })
  }
  return moving
}

function datesOf(record: DeadlineRecord) {
  const { dueOn, thresholds, provisional, calendarVersion } = record
  return { dueOn, blueFrom: thresholds.blueFrom, yellowFrom: thresholds.yellowFrom, provisional, calendarVersion }
}
