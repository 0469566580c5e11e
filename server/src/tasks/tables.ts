import type { Assignment } from '@yingshang/core/tasks/assignment-state'
import { openKinds, runningKinds } from '@yingshang/core/tasks/assignment-state'
import type { ChangeRequest } from '@yingshang/core/tasks/change-request'
import type { ReportingRun } from '@yingshang/core/tasks/reporting-run'
import { nextPeriod } from '@yingshang/core/tasks/periods'
import { searchText, tsvectorOf, wordsVersion } from '@yingshang/core/tasks/search-words'
import type { Task, TaskFacts } from '@yingshang/core/tasks/task-state'
import type { Table } from '../platform/ledger/table.ts'

/** Tasks: one row per line of a task list. */
export const taskTable: Table<Task> = {
  name: 'app.task',
  stream: 'task',
  columns: [
    'division',
    'campaign_id',
    'list_id',
    'position',
    'no',
    'title',
    'status',
    'deadline_kind',
    'due_on',
    'next_period_on',
    'lead_unit_id',
    'basis',
    'search_text',
    'words',
    'words_version',
    'shown',
  ],
  row(state) {
    if (state.kind === 'none') throw new Error('a task that was never published has no row')
    const { facts } = state
    const texts = searchedTexts(facts)
    return {
      division: facts.division,
      campaign_id: facts.campaignId,
      list_id: facts.listId,
      position: facts.position,
      no: facts.no,
      title: facts.title,
      status: state.kind,
      deadline_kind: facts.printed.kind,
      due_on: facts.dueOn,
      next_period_on: state.kind === 'open' ? (nextPeriod(facts)?.opens ?? null) : null,
      lead_unit_id: facts.leadUnitId,
      basis: facts.basis,
      search_text: searchText(texts),
      words: tsvectorOf(texts, facts.campaignId),
      words_version: wordsVersion,
      shown: shownOf(facts),
    }
  },
}

function searchedTexts(facts: TaskFacts): string[] {
  return [
    facts.title,
    facts.no,
    ...facts.section,
    facts.text,
    ...facts.basis,
    ...facts.printedUnits,
    ...facts.groupUnits,
  ]
}

/** What a line of the ledger shows beside the key columns. */
export interface ShownFacts extends Pick<
  TaskFacts,
  'listTitle' | 'section' | 'mustPublish' | 'firstDueOn' | 'dueSetBy'
> {
  readonly printed: Pick<TaskFacts['printed'], 'text' | 'kind' | 'every'>
  /** The period that was opened last. */
  readonly periodKey: string | null
}

function shownOf(facts: TaskFacts): ShownFacts {
  const { text, kind, every } = facts.printed
  return {
    listTitle: facts.listTitle,
    section: facts.section,
    printed: { text, kind, every },
    mustPublish: facts.mustPublish,
    firstDueOn: facts.firstDueOn,
    dueSetBy: facts.dueSetBy,
    periodKey: facts.openedPeriods.at(-1) ?? null,
  }
}

/** Assignments: a unit's part in a task, one row per task, unit and period. */
export const assignmentTable: Table<Assignment> = {
  name: 'app.assignment',
  stream: 'assignment',
  columns: [
    'division',
    'campaign_id',
    'task_id',
    'unit_id',
    'role',
    'origin',
    'place',
    'status',
    'open',
    'running',
    'hands_in_to',
    'passed_inside',
    'period_key',
    'period_opens',
    'due_on',
    'first_due_on',
    'blue_from',
    'yellow_from',
    'overdue_from',
    'first_handed_in_on',
    'first_answer_due_on',
    'last_handed_in_on',
    'last_reported_on',
    'reports',
    'change_request_id',
  ],
  row(state) {
    if (state.kind === 'none') throw new Error('a part that was never assigned has no row')
    const { part } = state
    const thresholds = part.deadline?.thresholds
    return {
      division: part.division,
      campaign_id: part.campaignId,
      task_id: part.taskId,
      unit_id: part.unitId,
      role: part.role,
      origin: part.origin,
      place: part.place,
      status: state.kind,
      open: openKinds.includes(state.kind),
      running: runningKinds.includes(state.kind),
      hands_in_to: part.handsInTo.kind === 'office' ? null : part.handsInTo.assignmentId,
      passed_inside: part.handsInTo.kind === 'parent',
      period_key: part.period?.key ?? '',
      period_opens: part.period?.opens ?? null,
      due_on: part.deadline?.dueOn ?? null,
      first_due_on: part.firstDueOn,
      blue_from: thresholds?.blueFrom ?? null,
      yellow_from: thresholds?.yellowFrom ?? null,
      overdue_from: thresholds?.overdueFrom ?? null,
      first_handed_in_on: part.firstHandedInOn,
      first_answer_due_on: part.firstAnswerDueOn,
      last_handed_in_on: part.lastHandedInOn,
      last_reported_on: part.latestReport?.on ?? null,
      reports: part.reports,
      change_request_id: part.changeRequestId,
    }
  },
}

/** Requests of units to change a date or the unit. */
export const changeRequestTable: Table<ChangeRequest> = {
  name: 'app.change_request',
  stream: 'changeRequest',
  columns: ['division', 'campaign_id', 'task_id', 'assignment_id', 'unit_id', 'what', 'status', 'asked_on'],
  row(state) {
    if (state.kind === 'none') throw new Error('a request that was never made has no row')
    const { facts } = state
    return {
      division: facts.division,
      campaign_id: facts.campaignId,
      task_id: facts.taskId,
      assignment_id: facts.assignmentId,
      unit_id: facts.unitId,
      what: facts.what.kind,
      status: state.kind,
      asked_on: facts.askedOn,
    }
  },
}

/** 调度: everybody reports by a day. */
export const reportingRunTable: Table<ReportingRun> = {
  name: 'app.reporting_run',
  stream: 'reportingRun',
  columns: ['division', 'campaign_id', 'status', 'due_on', 'opened_on'],
  row(state) {
    if (state.kind === 'none') throw new Error('a run that was never opened has no row')
    const { facts } = state
    return {
      division: facts.division,
      campaign_id: facts.campaignId,
      status: state.kind,
      due_on: facts.dueOn,
      opened_on: facts.openedOn,
    }
  },
}
