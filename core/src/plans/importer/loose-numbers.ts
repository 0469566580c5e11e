// What follows a quantity: 8 个领域, 10 家企业, 30 天 are no numbers of items.
const measured =
  '(?!\\s*(?:[个家项类名万亿条件次人户种批倍分多余所处座台套号期级米元件年月日天周小时点时]|百分|公里|工作日|平方|以上|以内))'
const loose = new RegExp(`^[ \\t\\u3000]*(\\d{1,3})[ \\t\\u3000]+${measured}(?=[\\u4e00-\\u9fff“《])`)

/**
 * Lines whose number is parted from the words by a space only (1 企业开办). Such a number counts where the document
 * counts with it: it starts at 1, goes on by one, and reaches at least 3. Gives the positions of those lines.
 */
export function looseNumbers(lines: readonly { readonly text: string; readonly row?: unknown }[]): Set<number> {
  const run: number[] = []
  let last = 0
  for (const [at, { text, row }] of lines.entries()) {
    if (row) continue
    const m = loose.exec(text)
    if (!m) continue
    const value = Number(m[1])
    if (value === last + 1) {
      run.push(at)
      last = value
    } else if (value === 1) {
      // The count starts again under the next heading; one habit for the whole document.
      run.push(at)
      last = 1
    }
  }
  return run.length >= 3 ? new Set(run) : new Set()
}

/** Puts the stop behind such a number: 1 企业开办 → 1.企业开办. */
export function withStop(text: string): string {
  return text.replace(/^([ \t\u3000]*\d{1,3})[ \t\u3000]+/, '$1.')
}

const wordNumber =
  /^([ \t\u3000]*(?:任务|举措|措施|事项|项目|行动|问题|工程)[ \t\u3000]?[\d一二三四五六七八九十]{1,4})[ \t\u3000]+(?=\S)/

/** 任务一 规范服务 → 任务一：规范服务. */
export function withColonAfterWordNumber(text: string): string {
  return text.replace(wordNumber, '$1：')
}
