import type { Role } from '@yingshang/core/kernel/actor'

/** Whom the rules are offered to in the navigation; the server decides who reads them. */
export const ruleReaders: readonly Role[] = [
  'coordinationOfficer',
  'coordinationDirector',
  'administrator',
  'auditor',
  'leader',
  'governmentSupervision',
  'disciplineInspection',
]
