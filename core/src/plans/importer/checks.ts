import { checkDates } from './check-dates.ts'
import { checkNumbering } from './check-numbering.ts'
import { checkSameMeasures } from './check-same-measures.ts'
import { checkTotals } from './check-totals.ts'
import { checkTwoDates } from './check-two-dates.ts'
import { checkUnitNames } from './check-unit-names.ts'
import { checkWording } from './check-wording.ts'
import type { Findings } from './findings.ts'
import type { PlanPackage } from '../package.ts'
import type { CheckedPlan } from './checked-plan.ts'

/** Looks for what a person should know before publishing; says it in `findings`. */
export function checkPlan(checked: CheckedPlan, findings: Findings): void {
  const { plan } = checked
  if (plan.tasks.length === 0 && plan.indicators.length === 0) findings.add('no-tasks', [])
  for (const task of plan.tasks) {
    const named = task.leadUnits.length + task.responsibleUnits.length + task.supportingUnits.length
    if (named + task.groupUnits.length === 0 && task.catchAll === '')
      findings.add('task-without-unit', task.lines[0], numbered(task))
    if (task.deadline.text === '') findings.add('task-without-date', task.lines[0])
  }
  for (const period of checked.periods) {
    if (!period.startStated)
      findings.add(
        'period-start-unstated',
        period.line,
        `${period.days}${period.unit === 'working' ? '个工作日' : '日'}`,
      )
  }
  checkTotals(checked, findings)
  checkUnitNames(checked, findings)
  checkDates(checked, findings)
  checkTwoDates(checked, findings)
  checkSameMeasures(checked, findings)
  checkNumbering(checked, findings)
  checkWording(checked, findings)
}

function numbered(task: PlanPackage['tasks'][number]): string {
  return task.no === '' ? task.title.slice(0, 16) : `第${task.no}项`
}
