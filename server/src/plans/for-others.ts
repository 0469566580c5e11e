/** What other capabilities may ask of plans: keep an understood document as a draft, change it, make it live. */
export { keepDraft, type UnderstoodPlan } from './import.ts'
export { changePlan } from './change.ts'
export { publishPlan, type Published } from './publish.ts'
export { suggestUnits } from './suggest.ts'
export { planForReview } from './views.ts'
