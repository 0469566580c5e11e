/**
 * What other capabilities may ask of cases: bring a new one in (`CaseRegister`), carry out a command on behalf of the submitter or
 * of another act (`actOnCase`), and the registrations with calendar, vault and units.
 */
export { CaseRegister, type NewCase, type PreparedCase } from './registering.ts'
export { actOnCase, type ActMaking, type CaseAct, type Written } from './act-on-case.ts'
export { caseSubjects } from './vault-subjects.ts'
export { caseMoves, openCasesOf } from './unit-links.ts'
