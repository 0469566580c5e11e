import { describe, expect, it } from 'vitest'
import { seededDice } from './dice.ts'
import { makeNotice } from './generate.ts'
import { dutyBrackets, type Printed } from './mutate.ts'
import { mutations } from './mutations.ts'
import { realTexts, realTextsPresent } from './real-texts.ts'
import { normal } from './score.ts'

const made: (Printed & { name: string })[] = [3, 8, 17, 40, 77].map((seed) => ({
  name: `made ${seed}`,
  ...makeNotice(seed),
}))
const texts = [...(realTextsPresent ? realTexts() : []), ...made]

describe('brackets that name who does a task', () => {
  it('are the outermost ones, and no others', () => {
    const text = '1.某事（含试点）。（责任单位：县发改委（县信用办）、县财政局，完成时限：6月底）\n2.另事（甲局负责）'
    expect(dutyBrackets(text).map(([a, b]) => text.slice(a, b + 1))).toEqual([
      '（责任单位：县发改委（县信用办）、县财政局，完成时限：6月底）',
      '（甲局负责）',
    ])
  })
})

describe.each(mutations.map((m) => [m.name, m] as const))('%s', (name, mutation) => {
  it('keeps every task on the line the answers say, and the tasks themselves', () => {
    for (const from of texts) {
      const to = mutation.apply(from, seededDice(5))
      if (!to) continue
      const lines = to.text.split('\n')
      expect(to.gold.tasks.length).toBe(from.gold.tasks.length)
      to.gold.tasks.forEach((task, i) => {
        const was = from.text.split('\n')[from.gold.tasks[i]!.line - 1] as string
        const title = normal(task.title_or_first_sentence).slice(0, 8)
        if (normal(was).includes(title) && !/page breaks|wrapped|together|spaces|and for/.test(name))
          expect(normal(lines[task.line - 1]), `${from.name} line ${task.line}`).toContain(title)
        expect(task.responsible_units).toEqual(from.gold.tasks[i]!.responsible_units)
      })
    }
  })

  it('changes at least one text', () => {
    if (name !== 'unchanged' && realTextsPresent)
      expect(texts.some((from) => mutation.apply(from, seededDice(5)) !== null)).toBe(true)
  })
})
