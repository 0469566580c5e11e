import { eventNames, outcomeNames, withdrawnNames } from '@yingshang/core/tasks/labels.zh'

type Facts = Readonly<Record<string, string | number>>

/** Ids of the reports that a later one corrects. A page of the time line is newest first, so none is missed. */
export function correctedReports(entries: readonly { readonly facts: Facts }[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ facts }) => (typeof facts['corrects'] === 'string' ? [facts['corrects']] : [])))
}

/** What happened, in the past tense, with the unit it went to; an event nobody has words for is still an entry. */
export function eventText(what: string, facts: Facts, corrected: ReadonlySet<string>): string {
  if (what === 'progressReported') {
    const name = facts['corrects'] === undefined ? eventNames.progressReported : '更正了进展'
    return corrected.has(String(facts['reportId'])) ? `${name}（已更正）` : name
  }
  const name = (eventNames as Readonly<Record<string, string>>)[what] ?? '有一项改动'
  const to = facts['toUnit']
  return typeof to === 'string' ? `${name}：${to}` : name
}

/** What was said with it: the reason, the note or the words reported; and dates. */
export function eventSaid(facts: Facts): string | undefined {
  const said = [
    typeof facts['dueOn'] === 'string' ? `期限：${facts['dueOn']}` : '',
    typeof facts['innerDueOn'] === 'string' ? `内部期限：${facts['innerDueOn']}` : '',
    word(outcomeNames, facts['outcome']),
    word(withdrawnNames, facts['because']),
    typeof facts['place'] === 'string' ? `公布：${facts['place']}，${facts['publishedOn'] ?? ''}` : '',
    typeof facts['percent'] === 'number' ? `完成 ${facts['percent']}%` : '',
    ...(['text', 'reason', 'note'] as const).map((name) => {
      const value = facts[name]
      return typeof value === 'string' ? value : ''
    }),
  ].filter((one) => one !== '')
  return said.length > 0 ? said.join('\n') : undefined
}

function word(words: Readonly<Record<string, string>>, key: string | number | undefined): string {
  return typeof key === 'string' ? (words[key] ?? '') : ''
}
