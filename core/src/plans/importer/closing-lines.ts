const dateLine =
  /^(?:\d{4}|[二〇○零一三四五六七八九Ｏ]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$/
const printNote =
  /^[（(]?(?:此件|本文|信息公开|公开方式|公开属性|抄送|主送|印发|承办|校对|打印|联系人|联系电话|共印)|(?:印发|办公室|秘书科)\d{0,4}年?.{0,10}日?印发$|^—+$/
const officeLine =
  /^[\u4e00-\u9fff（）()“”·]{2,40}(?:政府|办公室|办公厅|委员会|国务院|局|厅|部|委|办|领导小组|指挥部|联席会议|院|会|中心|营商办)$/

/** 2023年6月8日 or 二〇二三年六月八日 on a line of its own. */
export function isDateLine(text: string): boolean {
  return dateLine.test(text)
}

/** 此件公开发布, 抄送：…, 县政府办公室2023年6月8日印发. */
export function isPrintNote(text: string): boolean {
  return printNote.test(text)
}

/** The name of an office and nothing else, as a signature prints it. */
export function isOfficeLine(text: string): boolean {
  return text.length <= 40 && (officeLine.test(text) || text === '国务院')
}

/** Lines that sign a document: one office or several, and the day below them. They go on with nothing above. */
export function signatureLines<T extends { readonly text: string; readonly row: unknown }>(
  lines: readonly T[],
): Set<T> {
  const found = new Set<T>()
  for (const [at, line] of lines.entries()) {
    if (line.row || !isDateLine(line.text)) continue
    for (let back = at - 1; back >= 0 && back >= at - 4; back--) {
      const above = lines[back]!
      if (above.row || !isOfficeLine(above.text)) break
      found.add(above)
      found.add(line)
    }
  }
  return found
}
