import {
  attemptOutcomeNames,
  clockLabels,
  caseEventNames,
  caseSourceNames,
  conclusionNames,
  declineOutcomeNames,
  followUpNames,
  satisfactionNames,
  statutoryKindNames,
  tellingWayNames,
} from '@yingshang/core/cases/labels.zh'

type Facts = Readonly<Record<string, string | number>>
type Words = Readonly<Record<string, string>>

/** `outcome` means another thing in each event. */
const outcomeWords: Readonly<Record<string, Words>> = {
  declined: declineOutcomeNames,
  drafted: conclusionNames,
  resultReported: conclusionNames,
  verified: conclusionNames,
  contactAttempted: attemptOutcomeNames,
  followedUp: followUpNames,
}

/** What happened, in the past tense, with the unit it concerns; an event nobody has words for is still an entry. */
export function caseEventText(what: string, facts: Facts): string {
  const name = (caseEventNames as Words)[what] ?? '有一项变动'
  if (what === 'messageAdded') return facts['from'] === 'submitter' ? '反映人留言' : '给反映人留言'
  if (what === 'prominenceMarked') return facts['prominent'] === 'yes' ? '列为突出问题' : '不再列为突出问题'
  const unit = facts['toUnit'] ?? facts['unit']
  return typeof unit === 'string' ? `${name}：${unit}` : name
}

/** What was said with it, one line for each fact. */
export function caseEventSaid(what: string, facts: Facts): string | undefined {
  const word = (words: Words | undefined, name: string) => words?.[String(facts[name] ?? '')] ?? ''
  const given = (name: string, say: (value: string | number) => string) =>
    facts[name] === undefined || facts[name] === '' ? '' : say(facts[name])
  const said = [
    word(outcomeWords[what], 'outcome'),
    word(conclusionNames, 'conclusion'),
    word(satisfactionNames, 'satisfaction') +
      (what === 'rated' && facts['by'] === 'office' ? '（营商办代为登记）' : ''),
    what === 'registered' ? given('source', (value) => `来源：${(caseSourceNames as Words)[value] ?? ''}`) : '',
    what === 'statutoryExit'
      ? `${word(statutoryKindNames, 'kind')}　${facts['statute'] ?? ''} ${facts['article'] ?? ''}`
      : '',
    given('transferredTo', (value) => `接收机关：${value}`),
    given('days', (value) => `${value} 天`),
    given('supporting', (value) => (value === 0 ? '' : `配合单位 ${value} 个`)),
    given('without', (value) => (value === 0 ? '' : `有 ${value} 个配合单位没有提交`)),
    given('evidence', (value) => `新证据 ${value} 份`),
    given('clock', (value) => (clockLabels as Words)[value] ?? ''),
    given('dueOn', (value) => `期限：${value}`),
    given('way', (value) => `方式：${(tellingWayNames as Words)[value] ?? ''}`),
    given('text', String),
    given('reason', String),
  ].filter((one) => one.trim() !== '')
  return said.length > 0 ? said.join('\n') : undefined
}
