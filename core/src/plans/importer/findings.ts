import type { PlanDiagnostic } from '../package.ts'
import { findingKinds, type FindingCode } from './finding-kinds.zh.ts'

/** Gathers what was noticed while reading; one diagnostic per kind comes out, with all its lines. */
export interface Findings {
  /** `detail` is the words that name this one place (a unit pair, a date as printed); repeated details are said once. */
  add(code: FindingCode, lines: number | readonly number[], detail?: string): void
  diagnostics(): PlanDiagnostic[]
}

interface Gathered {
  readonly lines: Set<number>
  readonly details: Set<string>
  count: number
}

const severityOrder = { error: 0, warning: 1, note: 2 } as const
const shownDetails = 12

export function createFindings(): Findings {
  const gathered = new Map<FindingCode, Gathered>()
  return {
    add(code, lines, detail) {
      const entry = gathered.get(code) ?? { lines: new Set<number>(), details: new Set<string>(), count: 0 }
      for (const line of typeof lines === 'number' ? [lines] : lines) entry.lines.add(line)
      if (detail !== undefined && detail !== '') entry.details.add(detail)
      entry.count++
      gathered.set(code, entry)
    },
    diagnostics() {
      const all = [...gathered].map(([code, entry]): PlanDiagnostic => {
        const kind = findingKinds[code]
        const details = [...entry.details]
        const shown = details.slice(0, shownDetails).join('；')
        const words = details.length > shownDetails ? `${shown}……等${details.length}处` : shown
        return {
          code,
          severity: kind.severity,
          message: kind.say(words, entry.count),
          lines: [...entry.lines].sort((a, b) => a - b),
        }
      })
      return all.sort(
        (a, b) => severityOrder[a.severity] - severityOrder[b.severity] || (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
      )
    },
  }
}
