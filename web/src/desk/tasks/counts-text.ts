interface UnitCounts {
  readonly toSign: number
  readonly toSignOff: number
  readonly returned: number
  readonly dueSoon: number
  readonly overdue: number
  readonly toTake: number
}

/** 「逾期 1 个，临期 2 个；待签收 3 个，待签发 1 个。」; only what there is. */
export function countsText(counts: UnitCounts): string {
  const urgent = [count(counts.overdue, '逾期'), count(counts.dueSoon, '临期')].filter((text) => text !== '')
  const waiting = [
    count(counts.returned, '退回要改的'),
    count(counts.toSign, '待签收'),
    count(counts.toSignOff, '待签发'),
    count(counts.toTake, '等着接收的'),
  ].filter((text) => text !== '')
  const parts = [urgent.join('，'), waiting.join('，')].filter((text) => text !== '')
  return parts.length === 0 ? '没有逾期，没有临期，没有等着办的。' : `${parts.join('；')}。`
}

function count(number: number, word: string): string {
  return number > 0 ? `${word} ${number} 个` : ''
}
