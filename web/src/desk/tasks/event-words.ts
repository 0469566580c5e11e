import { eventNames, outcomeNames, withdrawnNames } from '@yingshang/core/tasks/labels.zh'

type Facts = Readonly<Record<string, string | number>>

/** What happened, in the past tense, with the unit it went to; an event nobody has words for is still an entry. */
export function eventText(what: string, facts: Facts): string {
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
