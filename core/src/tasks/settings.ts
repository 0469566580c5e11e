/** How a campaign treats its tasks. A task keeps the settings it was published under. */
export interface TaskSettings {
  /** What leaves a unit is signed by its head or the deputy in charge. */
  readonly headSigns: boolean
  /** Working days before the task's due day by which the other units owe their part to the lead. */
  readonly supportingLeadDays: number
  /** How a quarter (month …) counts that the campaign covers only in part. */
  readonly stubPeriods: 'count' | 'merge' | 'skip'
  /** `MM-DD` of the yearly conclusion of an ongoing task 长年坚持. */
  readonly yearlyConclusionOn: string
}
