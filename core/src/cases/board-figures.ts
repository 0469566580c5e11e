/** The figures of the office's board; each opens down to exactly its cases (rule C-28). */
export const boardFigures = [
  'new', // registered, not yet accepted or refused
  'unassigned', // accepted, no unit has it
  'decisionNeeded', // refused twice: the office decides with binding force
  'dueToday',
  'overdue',
  'extensionAsked',
  'toVerify',
  'toInform',
  'toHear', // told, not yet heard
  'reworkAsked',
  'toConclude', // heard, may be concluded
  'supplementOverdue',
  'withdrawalAsked',
  'messageWaiting',
  'toFollowUp', // prominent, concluded, not yet visited
] as const
export type BoardFigure = (typeof boardFigures)[number]
