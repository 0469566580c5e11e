import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'
import { withoutBrackets } from './unit-names.ts'

/**
 * Names that are often one office's old and new name, or its two signs. The importer only asks; it never joins them.
 * Source: reforms of county offices since 2018 (行政审批局 set up from 政务办, 数据局 from 大数据局 …).
 */
const oftenOne: readonly (readonly string[])[] = [
  ['政务办', '政务服务办', '政务服务管理办公室', '政务服务中心', '行政审批局', '政务服务管理局', '数据局'],
  ['金融办', '金融局', '地方金融监督管理局', '金融服务中心'],
  ['大数据局', '大数据管理局', '大数据中心', '数据局'],
  ['综合执法局', '城市管理局', '城管局', '城市管理综合行政执法局'],
  ['12345热线', '综合指挥中心', '便民热线中心'],
  ['环保局', '生态环境局'],
  ['国土局', '自然资源局', '国土资源局', '自然资源和规划局'],
  ['工商局', '市场监管局', '市场监督管理局'],
]

interface Named {
  readonly name: string
  readonly lines: number[]
}

/** Pairs of unit names that may be one unit: a short and a full name, a missing character or level, two signs of one office. */
export function checkUnitNames({ plan, indicators }: CheckedPlan, findings: Findings): void {
  const named = new Map<string, number[]>()
  const add = (name: string, line: number): void => {
    const lines = named.get(name)
    if (!lines) named.set(name, [line])
    else if (lines.at(-1) !== line) lines.push(line)
  }
  for (const task of plan.tasks)
    for (const name of [...task.leadUnits, ...task.responsibleUnits, ...task.supportingUnits]) add(name, task.lines[0])
  for (const { indicator, from } of indicators)
    for (const name of [...indicator.units, ...indicator.children.flatMap((child) => child.units)]) add(name, from)
  const all = [...named].map(([name, lines]): Named => ({ name, lines }))
  // Names are compared within families of the same last character: no document names so many units that this is slow.
  const families = new Map<string, Named[]>()
  for (const one of all.slice(0, 3000)) {
    const key = ending(core(one.name))
    const family = families.get(key)
    if (family) family.push(one)
    else families.set(key, [one])
  }
  for (const family of families.values()) {
    for (let a = 0; a < family.length && a < 400; a++) {
      for (let b = a + 1; b < family.length && b < 400; b++)
        if (mayBeOne(family[a]!.name, family[b]!.name)) report(family[a]!, family[b]!, findings)
    }
  }
  for (const group of oftenOne) {
    const present = all.filter(({ name }) => group.includes(core(name)))
    for (let a = 0; a < present.length; a++)
      for (let b = a + 1; b < present.length; b++)
        if (core(present[a]!.name) !== core(present[b]!.name)) report(present[a]!, present[b]!, findings)
  }
}

function report(a: Named, b: Named, findings: Findings): void {
  const [rare, usual] = a.lines.length <= b.lines.length ? [a, b] : [b, a]
  findings.add(
    'similar-unit-names',
    [...rare.lines, ...(rare.lines.length === usual.lines.length ? usual.lines : [])],
    `${rare.name}／${usual.name}`,
  )
}

const level = /^(?:县|市|区|省|州|镇|国家|国务院)(?=.{2})/

/** 县自然资源局（林业局） → 自然资源局. */
function core(name: string): string {
  return withoutBrackets(name).replace(level, '')
}

function ending(name: string): string {
  const last = name.at(-1) ?? ''
  return /[委会]/.test(last) ? '委' : last === '室' ? '办' : last
}

function mayBeOne(a: string, b: string): boolean {
  const [levelA, levelB] = [level.exec(withoutBrackets(a))?.[0] ?? '', level.exec(withoutBrackets(b))?.[0] ?? '']
  if (levelA !== '' && levelB !== '' && levelA !== levelB) return false
  const [x, y] = [core(a), core(b)]
  if (x === y) return true
  const [short, long] = x.length <= y.length ? [stem(x), stem(y)] : [stem(y), stem(x)]
  if (short.length < 2 || long.length <= short.length || (short[0] !== long[0] && !long.endsWith(short))) return false
  if (/^[委府政]/.test(short) && short !== long.slice(0, short.length)) return false
  return isAbbreviation(short, long)
}

/** Without the closing 局, 委, 办, 办公室, 委员会. */
function stem(name: string): string {
  return name.replace(/(?:委员会|办公室|管理局|监督管理局|局|委|办|厅|部|会|中心)$/, '')
}

/** Every character of the short name stands in the long one, in its order; the long one adds no other office's words. */
function isAbbreviation(short: string, long: string): boolean {
  if (long.length > short.length * 4 + 2) return false
  let at = 0
  for (const c of short) {
    at = long.indexOf(c, at)
    if (at < 0) return false
    at++
  }
  return true
}
