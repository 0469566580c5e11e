/** Open deadlines that are counted by the calendar, by kind: a person confirms each list on its own (rule D-18). */
export const deadlineLists = ['taskParts', 'cases'] as const
export type DeadlineList = (typeof deadlineLists)[number]

/** So many deadlines of a list are shown and confirmed at once; the rest follows when these are done. */
export const movesShown = 500
