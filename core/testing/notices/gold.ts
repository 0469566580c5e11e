import type { DeadlineKind } from '@yingshang/core/plans/package'

/** The answer for one task, in the field names of the gold files of the real notices. */
export interface GoldTask {
  no: string
  /** Headings above it, outermost first, joined by ` / `. */
  section: string
  title_or_first_sentence: string
  lead_units: string[]
  responsible_units: string[]
  group_units: string[]
  catch_all: string
  /** As printed without its label; empty when there is none. */
  deadline_text: string
  basis_text: string
  /** 1-based line on which the task starts. */
  line: number
  /** First and last line that belong to the task itself. */
  lines: [number, number]
  lead_by_rule?: true
  standing_note?: string
  /** What is printed elsewhere than in `lines`: under the section heading, in a standing sentence, in a merged cell. */
  inherited?: ('units' | 'deadline')[]
  deadline_kind: DeadlineKind
  deadline_due: string | null
}

export interface GoldPeriod {
  days: number
  unit: 'working' | 'calendar'
}
export type ComplaintElement = 'handle' | 'extension' | 'feedback' | 'rework'

export interface GoldStage {
  period_text: string
  start: string
  end: string
}

export interface GoldIndicator {
  name: string
  weight: number
  responsible_departments: string[]
  children: { name: string; weight: number }[]
}

/** `made: true` tells the scoring script that stages, complaint periods and indicators may be counted too. */
export interface NoticeGold {
  doc: string
  made: true
  scope: string
  notation: string
  task_count: number
  tasks: GoldTask[]
  stages: GoldStage[]
  complaint_rule: Partial<Record<ComplaintElement, GoldPeriod>>
  indicators: GoldIndicator[]
}
