import type { AssignmentEvent } from '@yingshang/core/tasks/assignment-events'
import type { ChangeRequestEvent } from '@yingshang/core/tasks/change-request'
import type { TaskEvent } from '@yingshang/core/tasks/task-state'

export interface HistoryFacts {
  /** Facts for the sentence. */
  readonly values: Record<string, string | number>
  /** Facts that are units, by name of the fact: shown by the unit's name. */
  readonly unitFacts: Record<string, string>
  readonly units: readonly string[]
  readonly files: readonly string[]
}

type KnownEvent = TaskEvent | AssignmentEvent | ChangeRequestEvent

/** What a time line says about an event: its own facts, flat, without ids nobody reads. */
export function historyFacts(type: string, data: Record<string, unknown>): HistoryFacts {
  const event = { type, ...data } as KnownEvent
  const values: Record<string, string | number> = {}
  const unitFacts: Record<string, string> = {}
  let files: readonly string[] = []
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') values[name] = value
  }
  switch (event.type) {
    case 'taskPublished':
      put('dueOn', event.facts.dueOn)
      break
    case 'periodOpened':
      put('period', event.period.key)
      put('dueOn', event.period.due)
      break
    case 'taskDueDateChanged':
      put('dueOn', event.dueOn)
      break
    case 'leadNamed':
      if (event.unitId) unitFacts['toUnit'] = event.unitId
      break
    case 'partAdded':
      unitFacts['toUnit'] = event.unitId
      break
    case 'assigned':
      put('dueOn', event.part.deadline?.dueOn)
      put('role', event.part.role)
      put('origin', event.part.origin)
      put('period', event.part.period?.key)
      break
    case 'progressReported':
      put('reportId', event.report.reportId) // by which a later one says what it corrects
      put('text', event.report.text)
      put('percent', event.report.percent)
      put('corrects', event.report.corrects)
      files = event.report.fileIds
      break
    case 'drafted':
    case 'handedIn':
      if (!event.result) break // the words of a draft, kept from who may not read them
      put('text', event.result.text)
      put('place', event.result.publication?.place)
      put('publishedOn', event.result.publication?.on)
      put('without', event.result.without)
      files = event.result.fileIds
      break
    case 'confirmed':
      put('outcome', event.outcome)
      break
    case 'passedInside':
      put('innerDueOn', event.innerDueOn)
      put('note', event.note)
      unitFacts['toUnit'] = event.unitId
      break
    case 'personsNamed':
      put('count', event.personIds.length)
      break
    case 'dueDateChanged':
    case 'deadlineRecounted':
      put('dueOn', event.deadline.dueOn)
      break
    case 'handedToUnit':
    case 'movedWithUnit':
      unitFacts['toUnit'] = event.unitId
      break
    case 'roleChanged':
      put('role', event.role)
      put('dueOn', event.deadline?.dueOn)
      break
    case 'partWithdrawn':
      put('because', event.because)
      break
    case 'changeRequested':
      put('what', event.facts.what.kind)
      put('reason', event.facts.reason)
      if (event.facts.what.kind === 'date') put('dueOn', event.facts.what.dueOn)
      else unitFacts['toUnit'] = event.facts.what.unitId
      break
    case 'changeApproved':
      put('note', event.note)
      break
    default:
      break
  }
  if ('reason' in event) put('reason', event.reason)
  return { values, unitFacts, units: Object.values(unitFacts), files }
}
