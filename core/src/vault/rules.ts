import type { OpeningReason } from './opening-state.ts'

/**
 * What a division sets for its vault. The notice asks that submitters are protected (二-六) and gives no number: every
 * value is the office's own (本办自定).
 */
export interface VaultRules {
  /** Discipline inspection's openings are shown to the submitter only after so many calendar days. */
  readonly disciplineShownAfterDays: number
  /** A permission of the second person serves on the day it is given and so many calendar days more. */
  readonly permissionDays: number
  /** Years that originals are kept after the case ended. */
  readonly retentionYears: number
  /** Reasons that need words of the officer beside the preset. */
  readonly reasonsWithNote: readonly OpeningReason[]
}

export const usualVaultRules: VaultRules = {
  disciplineShownAfterDays: 90,
  permissionDays: 1,
  retentionYears: 5,
  reasonsWithNote: ['lawfulRequest', 'other'],
}
