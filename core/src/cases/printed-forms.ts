import { currentRound, type LiveCase } from './case-state.ts'

/** Papers that an office prints, signs and keeps; each is made of what the case already says. */
export const printedForms = [
  'assignment', // 交办单
  'supplement', // 补正告知书
  'refusal', // 不予受理告知书
  'extension', // 延期审批表
  'verification', // 核查确认单
  'feedback', // 反馈表
  'rework', // 重新办理通知
] as const
export type PrintedForm = (typeof printedForms)[number]

/** What goes between the office and the submitter is no paper of the unit's. */
const ofOfficeOnly: readonly PrintedForm[] = ['supplement', 'refusal', 'verification', 'feedback']

/** The papers there is something to print for, as the office or a unit sees the case. */
export function formsOf(state: LiveCase, seenAs: 'office' | 'unit'): PrintedForm[] {
  const round = currentRound(state.file)
  const known: Readonly<Record<PrintedForm, boolean>> = {
    assignment: round !== undefined && round.leadUnitId !== null,
    supplement: state.file.supplements.length > 0,
    refusal: state.kind === 'concluded' && state.conclusion.kind === 'refused',
    extension: (round?.extensions.length ?? 0) > 0,
    verification: round?.result != null,
    feedback: round?.informedOn != null,
    rework: state.file.rounds.length > 1,
  }
  return printedForms.filter((form) => known[form] && (seenAs === 'office' || !ofOfficeOnly.includes(form)))
}
