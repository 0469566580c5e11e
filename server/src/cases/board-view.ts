import type { z } from 'zod'
import { boardFigures } from '@yingshang/core/cases/board-figures'
import type { caseBoard } from '@yingshang/core/cases/contract'
import { shownAlerts } from '@yingshang/core/cases/contract-parts'
import { countWorkingDays } from '@yingshang/core/kernel/work-calendar'
import type { Queryable } from '../platform/database/pools.ts'
import { alertSql, attentionSql, figureSql } from './figures.ts'
import { namesOf } from './names.ts'
import { demandOffice, rulesByVersion } from './queue-view.ts'
import type { Viewer } from './viewer.ts'

type Board = z.infer<typeof caseBoard.reply>

/** The office's board: exact counts, each by the condition its list selects by. */
export async function boardOf(db: Queryable, viewer: Viewer, campaignId: string | undefined): Promise<Board> {
  demandOffice(viewer)
  const figures = boardFigures.map(
    (figure) => `count(*) filter (where ${figureSql(figure, () => '$2')})::int as "${figure}"`,
  )
  const lamps = shownAlerts.map(
    (lamp) => `count(*) filter (where c.open and ${alertSql('$2')} = '${lamp}')::int as "lamp:${lamp}"`,
  )
  const [counted, suggestions] = await Promise.all([
    db.query<Record<string, number>>({
      name: 'cases:board',
      text: `select count(*) filter (where c.open)::int as open, ${[...figures, ...lamps].join(', ')} from app.case c
        where c.division = $1 and ($3::uuid is null or c.campaign_id = $3) and ${attentionSql}`,
      values: [viewer.division, viewer.businessDay, campaignId ?? null],
    }),
    suggestionsOf(db, viewer, campaignId),
  ])
  const counts = counted.rows[0]!
  return {
    figures: boardFigures.map((name) => ({ name, count: counts[name]! })),
    alerts: shownAlerts.map((value) => ({ value, count: counts[`lamp:${value}`]! })),
    open: counts['open']!,
    suggestions,
  }
}

interface OverdueCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly rule_version: string
  readonly lead_unit_id: string
  readonly due_on: string
}

/** Nobody reads more at once; the list of overdue cases holds all of them. */
const mostSuggestions = 50

/** What the ladder suggests for units that are overdue (rule C-29): the highest rung reached. Nothing is sent by itself. */
async function suggestionsOf(
  db: Queryable,
  viewer: Viewer,
  campaignId: string | undefined,
): Promise<Board['suggestions']> {
  const found = await db.query<OverdueCase>({
    name: 'cases:suggestions',
    text: `select c.id, c.number, t.title, c.rule_version, c.lead_unit_id, c.due_on
      from app.case c join app.case_text t on t.id = c.text_id
      where c.division = $1 and c.open and c.overdue_from <= $2::date and c.clock = 'handle' and c.lead_unit_id is not null
        and ($3::uuid is null or c.campaign_id = $3)
      order by c.overdue_from, c.id limit ${mostSuggestions}`,
    values: [viewer.division, viewer.businessDay, campaignId ?? null],
  })
  const [names, rules] = await Promise.all([
    namesOf(db, { units: found.rows.map((row) => row.lead_unit_id) }),
    rulesByVersion(db, found.rows),
  ])
  return found.rows.flatMap((row) => {
    const overdueDays = countWorkingDays(viewer.calendar, row.due_on, viewer.businessDay)
    const rung = rules.get(row.rule_version)?.escalation.findLast((one) => one.afterOverdueDays <= overdueDays)
    if (!rung) return []
    return [
      {
        rung: { code: rung.code, name: rung.name },
        case: { id: row.id, number: row.number, title: row.title },
        unit: names.unit(row.lead_unit_id),
        overdueDays,
      },
    ]
  })
}
