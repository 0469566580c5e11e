import type { CheckLevel } from '@yingshang/core/status/checks'
import { levelWords } from '@yingshang/core/status/labels.zh'
import { AlertMark } from '../../ui/alert-mark.tsx'

const marks = { fine: 'normal', warning: 'yellow', failing: 'red' } as const

/** The state of one check by shape, word and colour. */
export function LevelMark({ level }: { level: CheckLevel }) {
  if (level === 'off') return <span className="quiet">{levelWords.off}</span>
  return <AlertMark level={marks[level]} word={levelWords[level]} />
}
