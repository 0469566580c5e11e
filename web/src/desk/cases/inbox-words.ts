import type { unitInbox } from '@yingshang/core/cases/unit-contract'
import type { z } from 'zod'

type Counts = z.output<typeof unitInbox.reply>['counts']

const names = {
  toSign: '待签收',
  toSignOff: '待签发',
  returned: '退回要改',
  overdue: '逾期',
  dueSoon: '临期',
  partsOwed: '欠交配合部分',
} as const satisfies Record<keyof Counts, string>

/** The counts of a unit's inbox in the order of the work. */
export function inboxFigures(counts: Counts): readonly { label: string; value: number; late: boolean }[] {
  return (Object.keys(names) as (keyof Counts)[]).map((name) => ({
    label: names[name],
    value: counts[name],
    late: name === 'overdue',
  }))
}

/** One sentence: only what is not nothing. */
export function inboxSentence(counts: Counts): string {
  const said = inboxFigures(counts).filter((one) => one.value > 0)
  return said.length === 0 ? '没有等着办的投诉。' : `${said.map((one) => `${one.label} ${one.value} 件`).join('，')}。`
}
