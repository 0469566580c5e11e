import { groupWords, kindPatterns, levelWords, shortenedWords, silentEndings } from './unit-name-words.zh.ts'
import type { UnitKind } from './unit.ts'

/** A name taken apart: 县发改委（县信用办） has the second name 县信用办 (one body, two plates). */
export interface PrintedName {
  readonly main: string
  readonly second: string | null
}

const longestFirst = [...shortenedWords].sort((a, b) => b[0].length - a[0].length)

/** One spelling of widths and spaces: half-width brackets become full-width, white space goes. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\u3000\u200b]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[、，,;；。]+$/, '')
}

export function takeApart(name: string): PrintedName {
  const tidy = tidyName(name)
  const found = /^(.+?)（(.+)）$/.exec(tidy)
  return found ? { main: found[1]!, second: found[2]! } : { main: tidy, second: null }
}

/** The level word in front of a name (县, 市, 省 …) or an empty string. `places` are names such as 灌南县, 灌南. */
export function levelOf(name: string, places: readonly string[] = []): { level: string; rest: string } {
  let rest = name
  let level = ''
  for (const place of [...places].sort((a, b) => b.length - a.length)) {
    if (place === '' || !rest.startsWith(place) || rest.length <= place.length + 1) continue
    rest = rest.slice(place.length)
    level = levelWords.find((word) => place.endsWith(word)) ?? ''
    break
  }
  // 市场监管局 and 区域合作办 begin with a level character that is no level.
  if (/^(市场|市政(?!府|务)|市容|县域|区域|州际|省际)/.test(rest)) return { level, rest }
  const word = levelWords.find((one) => rest.startsWith(one) && rest.length > one.length + 1)
  return word ? { level: word, rest: rest.slice(word.length) } : { level, rest }
}

/** The name without level, place and long words: equal keys mean the same body when the levels agree. */
export function nameKey(name: string, places: readonly string[] = []): string {
  let key = levelOf(takeApart(name).main, places).rest
  for (const [long, short] of longestFirst) key = key.replaceAll(long, short)
  // 政务办 and 政务服务管理办公室 both end at 政务办; 政务管理办 too.
  key = key.replace(/管理(?=(局|办|委)$)/, '')
  for (const ending of silentEndings)
    if (key.endsWith(ending) && key.length > ending.length + 1) key = key.slice(0, -ending.length)
  return key
}

/** True when every character of `short` stands in `long` in the same order: 资源局 in 自然资源局. */
export function isShorthandOf(short: string, long: string): boolean {
  if (short.length >= long.length || short.length < 2) return false
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length && short.at(-1) === long.at(-1)
}

/** The kind of body a name suggests; `department` when nothing else fits. */
export function guessKind(name: string): UnitKind {
  const { main } = takeApart(name)
  return (kindPatterns.find(({ pattern }) => pattern.test(main))?.kind ?? 'department') as UnitKind
}

/** The kinds a collective name stands for (各镇 → town), or `undefined` when the name is not a collective one. */
export function groupKinds(printed: string): readonly UnitKind[] | undefined {
  const tidy = tidyName(printed)
  return groupWords.find(({ pattern }) => pattern.test(tidy))?.kinds as readonly UnitKind[] | undefined
}
