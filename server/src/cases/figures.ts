import type { BoardFigure } from '@yingshang/core/cases/board-figures'

const handled = `c.conclusion in ('solved', 'partlySolved', 'explained', 'unfounded', 'statutory')`

/**
 * The condition over `c` (app.case) that a figure of the board counts by, and the list it opens to selects by: one text for
 * both, so that they cannot differ (rule C-28). `day` gives the placeholder of the day, and is asked only where it is used.
 */
export function figureSql(figure: BoardFigure, day: () => string): string {
  switch (figure) {
    case 'new':
      return `c.status = 'registered'`
    case 'unassigned':
      return `c.status = 'accepted' and c.awaits <> 'decision'`
    case 'decisionNeeded':
      return `c.status = 'accepted' and c.awaits = 'decision'`
    case 'dueToday':
      return `c.open and c.due_on = ${day()}::date`
    case 'overdue':
      return `c.open and c.overdue_from <= ${day()}::date`
    case 'extensionAsked':
      return 'c.open and c.extension_pending'
    case 'toVerify':
      return `c.status = 'resultReported'`
    case 'toInform':
      return `c.status = 'verified' and c.conclude_from is null`
    case 'toHear':
      return `c.status = 'informed' and c.satisfaction is null`
    case 'reworkAsked':
      return `c.status = 'reworkAsked'`
    case 'toConclude':
      return `c.open and c.conclude_from <= ${day()}::date`
    case 'supplementOverdue':
      return `c.status = 'supplementAsked' and c.overdue_from <= ${day()}::date`
    case 'withdrawalAsked':
      return 'c.open and c.withdrawal_asked'
    case 'messageWaiting':
      return 'c.message_waiting'
    case 'toFollowUp':
      return `c.to_follow_up and ${handled}`
  }
}

/** What a row of the figures lies in: the index of what needs attention holds all of them. */
export const attentionSql = '(c.open or c.message_waiting or c.to_follow_up)'

/** The lamp of a row on a day. */
export function alertSql(day: string): string {
  return `case when c.overdue_from is null then 'none' when c.overdue_from <= ${day}::date then 'red'
    when c.yellow_from <= ${day}::date then 'yellow' when c.blue_from <= ${day}::date then 'blue' else 'normal' end`
}
