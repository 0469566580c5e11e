import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'

// 的的, 了了, 在在, 和和: a grammatical word is never written twice; place names that lost their first character.
const doubled =
  /[\u4e00-\u9fff]{0,3}(?:的的|了了|在在(?!线)|和和|与与|对对(?!碰)|是是|及及|等等等|，，|。。|、、)[\u4e00-\u9fff]{0,3}/g
const lost = /(?<![长珠金小两])三角(?=[“”一二三四五六七八九十地区域洲城])|(?<!京)津冀/g

/** Slips of writing that stay as printed and are pointed out. */
export function checkWording({ paragraphs }: CheckedPlan, findings: Findings): void {
  for (const { text, from } of paragraphs) {
    for (const m of text.matchAll(doubled)) findings.add('doubled-character', from, `“${m[0]}”`)
    for (const m of text.matchAll(lost))
      findings.add('possibly-lost-character', from, `“${text.slice(Math.max(0, m.index - 4), m.index + 6)}”`)
  }
}
