import type { ChangeRequest } from '@yingshang/core/tasks/change-request'
import type { Services } from '../../platform/capability.ts'
import { answerRequest } from '../../tasks/for-others.ts'
import { occasionAt, type Moment } from './carry-out.ts'
import type { Cast } from './cast.ts'
import { diceFor } from './chance.ts'
import { answerTo } from './office.ts'
import * as words from './words.zh.ts'

interface Row {
  id: string
  state: Exclude<ChangeRequest, { kind: 'none' }>
  key: string
  path: string
  target_path: string | null
}

/** The office answers what units asked for, each request by somebody whom it does not concern. */
export async function answerRequests(
  services: Services,
  cast: Cast,
  campaignId: string,
  momentOf: () => Moment,
): Promise<number> {
  const db = services.databases.app
  const asked = await db.query<Row>({
    name: 'demo:requests',
    text: `select q.id, q.state, t.position || '|' || u.code || '|' || a.period_key as key, u.path, x.path as target_path
      from app.change_request q join app.assignment a on a.id = q.assignment_id join app.task t on t.id = q.task_id
      join app.unit u on u.id = q.unit_id
      left join app.unit x on x.id::text = q.state->'facts'->'what'->>'unitId'
      where q.campaign_id = $1 and q.status = 'asked' order by q.asked_on, t.position, u.code`,
    values: [campaignId],
  })
  let done = 0
  for (const { id, state, key, path, target_path: target } of asked.rows) {
    const moment = momentOf()
    const { what, askedOn } = state.facts
    const dueOn = what.kind === 'date' ? what.dueOn : null
    const answer = answerTo({ key, askedOn, dueOn }, moment.day, services.calendar())
    if (answer === null) continue
    const dice = diceFor('answer', key)
    const occasion = occasionAt(moment, cast.officer(dice, target === null ? [path] : [path, target]))
    const command =
      answer === 'approve'
        ? ({ type: 'approve', note: dice.pick(words.approvals) } as const)
        : ({ type: 'refuse', reason: dice.pick(words.refusals) } as const)
    await answerRequest(db, services.calendar(), occasion, id, command)
    done++
  }
  return done
}
