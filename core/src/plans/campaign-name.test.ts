import { expect, test } from 'vitest'
import { campaignNameOf } from './campaign-name.ts'

test.each([
  ['某县委办公室 某县政府办公室关于印发某县“样例年” 专项行动实施方案的通知', '某县“样例年”专项行动'],
  ['某市关于印发《某市样例提升行动方案》的通知', '某市样例提升'],
  ['某区样例工作要点', '某区样例工作要点'],
  ['方案', '方案'],
])('the campaign of “%s” is called “%s”', (title, name) => {
  expect(campaignNameOf(title)).toBe(name)
})
