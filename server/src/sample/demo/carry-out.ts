import type { PersonActor, Role } from '@yingshang/core/kernel/actor'
import { countWorkingDays, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { GivenResult } from '@yingshang/core/tasks/assignment'
import type { Services } from '../../platform/capability.ts'
import { storeFile } from '../../platform/files/store.ts'
import type { Occasion } from '../../platform/ledger/decide.ts'
import { newId } from '../../platform/ledger/record.ts'
import { actOnPart, askChange, confirmPart, passInside } from '../../tasks/for-others.ts'
import type { Cast } from './cast.ts'
import { diceFor } from './chance.ts'
import { keyOf, type Act, type StandingPart } from './day.ts'
import { mannerOf } from './manner.ts'
import * as words from './words.zh.ts'

/** The day on which something is done, and the minute of it. */
export interface Moment {
  readonly day: string
  readonly now: number
}

export function occasionAt(moment: Moment, actor: PersonActor): Occasion {
  return { actor, businessDay: moment.day, now: moment.now, commandId: newId(moment.now) }
}

const clerks: readonly Role[] = ['unitLiaison', 'unitStaff', 'unitHead']
const signers: readonly Role[] = ['unitHead', 'unitDeputy']

/** Does what a unit decided, by the same commands as its people at their desks. Answers false where it came to nothing. */
export async function carryOut(
  services: Services,
  cast: Cast,
  part: StandingPart,
  act: Act,
  moment: Moment,
): Promise<boolean> {
  const db = services.databases.app
  const calendar = services.calendar()
  const dice = diceFor('act', keyOf(part), moment.day)
  const clerk = cast.of(part.unitId, ...clerks)
  const signer = cast.of(part.unitId, ...(dice.chance(0.7) ? signers : signers.toReversed()), 'unitHead')
  const by = (actor: PersonActor) => occasionAt(moment, actor)
  const isInner = part.state.part.handsInTo.kind === 'parent'
  switch (act.type) {
    case 'sign':
      await actOnPart(db, by(clerk), part.id, { type: 'sign' })
      return true
    case 'report':
      await actOnPart(db, by(clerk), part.id, {
        type: 'report',
        report: reportOf(services.calendar(), part, moment, dice),
      })
      return true
    case 'draft': {
      const result = await resultOf(services, part, clerk, moment, dice)
      // An inner part does not leave the unit: it is handed in without a signature.
      const type = isInner ? 'handIn' : 'draft'
      await actOnPart(db, by(clerk), part.id, { type, result })
      return true
    }
    case 'sendDraftBack':
      await actOnPart(db, by(signer), part.id, { type: 'sendDraftBack', reason: dice.pick(words.draftBackReasons) })
      return true
    case 'handIn':
      await actOnPart(db, by(signer), part.id, { type: 'handIn', result: null })
      return true
    case 'accept': {
      const { handsInTo } = part.state.part
      if (handsInTo.kind === 'office') return false
      const above = await db.query<{ unit_id: string }>('select unit_id from app.assignment where id = $1', [
        handsInTo.assignmentId,
      ])
      const receiver = cast.of(above.rows[0]!.unit_id, 'unitLiaison', 'unitDeputy', 'unitHead')
      await actOnPart(db, by(receiver), part.id, { type: 'accept' })
      return true
    }
    case 'namePersons': {
      const manager = cast.of(part.unitId, 'unitLiaison', 'unitHead')
      const persons = [cast.of(part.unitId, 'unitStaff', 'unitHead').personId]
      await actOnPart(db, by(manager), part.id, { type: 'namePersons', personIds: persons })
      return true
    }
    case 'pass':
      await passInside(db, calendar, by(cast.of(part.unitId, 'unitLiaison', 'unitHead')), part.id, {
        unitId: act.unitId,
        innerDueOn: act.innerDueOn,
        note: dice.pick(words.passNotes),
      })
      return true
    case 'askDate':
      await askChange(db, calendar, by(signer), part.id, {
        what: { kind: 'date', dueOn: act.dueOn },
        reason: dice.pick(words.dateReasons),
      })
      return true
    case 'askUnit': {
      const free = await db.query<{ id: string }>(
        `select u.id from app.unit u where u.active and u.kind = 'department'
           and not exists (select 1 from app.assignment a where a.task_id = $1 and a.unit_id = u.id) order by u.code`,
        [part.taskId],
      )
      if (free.rows.length === 0) return false
      await askChange(db, calendar, by(signer), part.id, {
        what: { kind: 'unit', unitId: dice.pick(free.rows).id },
        reason: dice.pick(words.unitReasons),
      })
      return true
    }
  }
}

/** Work goes on with the time that has passed, a little behind it; a report never says less than the one before. */
function reportOf(calendar: WorkCalendar, part: StandingPart, moment: Moment, dice: ReturnType<typeof diceFor>) {
  const { deadline, latestReport } = part.state.part
  const whole = deadline ? countWorkingDays(calendar, deadline.startOn, deadline.dueOn) : 100
  const passed = countWorkingDays(calendar, deadline?.startOn ?? moment.day, moment.day)
  const expected = Math.round(Math.min(1, passed / Math.max(1, whole)) * dice.int(70, 98))
  const percent = Math.min(95, Math.max(latestReport?.percent ?? 0, expected, 5))
  const tone = percent < 35 ? 'early' : percent < 80 ? 'midway' : 'finishing'
  return {
    reportId: newId(moment.now),
    text: words.sentence(tone, part.title, dice),
    percent: dice.chance(0.9) ? percent : null,
    fileIds: [],
    corrects: null,
  }
}

async function resultOf(
  services: Services,
  part: StandingPart,
  clerk: PersonActor,
  moment: Moment,
  dice: ReturnType<typeof diceFor>,
): Promise<GivenResult> {
  const own = part.state.part
  const isInner = own.handsInTo.kind === 'parent'
  const byKind = { recurring: 'round', ongoing: 'conclusion', date: 'result', month: 'result', none: 'result' } as const
  const tone = isInner ? 'inner' : byKind[own.deadlineKind]
  const fileIds = 'result' in part.state ? [...part.state.result.fileIds] : []
  if (mannerOf(part.unitCode, keyOf(part), part.state.part.deadlineKind).attachesFile && fileIds.length === 0) {
    const { name, text } = words.evidence(part.title, part.unitName, moment.day, dice)
    const content = Buffer.from(text)
    fileIds.push(
      await storeFile(services.databases.app, {
        name,
        kind: 'text',
        content,
        purpose: 'evidence',
        actor: clerk,
        now: moment.now,
      }),
    )
  }
  return {
    text: words.sentence(tone, part.title, dice),
    fileIds,
    publication:
      own.mustPublish && !isInner ? { place: words.publicationPlace(part.title, dice), on: moment.day } : null,
    withoutParts: part.owed > 0,
  }
}

/** The office confirms a result or sends it back. */
export async function judge(
  services: Services,
  cast: Cast,
  part: StandingPart,
  verdict: 'confirm' | 'return',
  moment: Moment,
): Promise<void> {
  const db = services.databases.app
  const dice = diceFor('judge', keyOf(part), moment.day)
  const occasion = occasionAt(moment, cast.officer(dice, [part.path]))
  if (verdict === 'return') {
    const reasons = part.state.part.returns === 0 ? words.returnReasons : words.secondReturnReasons
    await actOnPart(db, occasion, part.id, { type: 'return', reason: dice.pick(reasons) })
    return
  }
  const outcome = part.state.part.deadlineKind === 'ongoing' ? 'routine' : 'completed'
  await confirmPart(db, services.calendar(), occasion, part.id, outcome)
}
