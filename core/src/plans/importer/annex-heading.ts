// 附件1, 附件 2：标题, 附：标题, 附表3. A number in digits may be followed by the title at once, one in Chinese may not (附件一般…).
const closed = /^[-—*·\s]*附\s*(?:件|表|录)?\s*([\d一二三四五六七八九十]{0,3})\s*(?:[：:.．、]\s*(.*))?$/
const titled = /^[-—*·\s]*附\s*(?:件|表|录)\s*(\d{1,2})\s*([\u4e00-\u9fff“《（\d].*)$/

export interface AnnexHeading {
  /** As printed: `1`, `二`, or empty. */
  readonly number: string
  /** What stands after it on the same line. */
  readonly rest: string
}

/** Reads 附件1, 附件2：…, 附：…, 附表3; null for everything else. */
export function annexHeadingOf(text: string): AnnexHeading | null {
  if (text.length > 90 || !/^[-—*·\s]*附/.test(text) || /^[-—*·\s]*附\s*$/.test(text)) return null
  const m = closed.exec(text) ?? titled.exec(text)
  if (!m || /。/.test(m[2] ?? '')) return null
  return { number: m[1] ?? '', rest: (m[2] ?? '').trim() }
}

export function isAnnexHeading(text: string): boolean {
  return annexHeadingOf(text) !== null
}
