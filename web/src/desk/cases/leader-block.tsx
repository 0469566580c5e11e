import { leaderSummary } from '@yingshang/core/cases/summary-contract'
import { satisfactionNames } from '@yingshang/core/cases/labels.zh'
import type { z } from 'zod'
import { shareText } from '../../ui/day.ts'
import { Figures } from '../../ui/figures.tsx'
import { Section } from '../../ui/page.tsx'

export type Summary = z.output<typeof leaderSummary.reply>

const worseWords: Record<Summary['worse'][number]['what'], (name: string) => string> = {
  overdue: () => '逾期没有办结的',
  answeredLate: () => '首次答复超期',
  dissatisfied: () => '不满意',
  reworked: () => '重新办理',
  category: (name) => (name === '' ? '没有分类的投诉' : `${name}的投诉`),
  unit: (name) => `${name}逾期或超期`,
}

/** How many, how late, how satisfied, and what got worse: the same block on the page and on a leader's day. */
export function LeaderBlock({ found }: { found: Summary }) {
  const { received, concluded, answered, answeredLate, reworked } = found
  return (
    <>
      <Figures
        figures={[
          { label: compared('收到', received), value: received.now },
          { label: compared('办结', concluded), value: concluded.now },
          { label: '没有办结', value: found.open, to: '/cases/supervision' },
          { label: '逾期', value: found.overdue, to: '/cases/supervision', search: { alert: 'red' }, late: true },
          { label: compared('重新办理', reworked), value: reworked.now },
        ]}
      />
      <p style={{ marginTop: 10 }}>
        首次答复 {answered.now} 件，按时 <b>{shareText(answered.now - answeredLate.now, answered.now)}</b>
        <span className="quiet">，上一时段 {shareText(answered.before - answeredLate.before, answered.before)}</span>
      </p>
      <Section title="变坏的地方">
        {found.worse.length === 0 && <p className="quiet">与上一时段相比，没有变坏的。</p>}
        {found.worse.map((one) => (
          <p key={`${one.what}-${one.name}`} className="worse-line">
            <span>{worseWords[one.what](one.name)}</span>
            <span>
              <b className="official">{one.now}</b> <span className="quiet">上一时段 {one.before}</span>
            </span>
          </p>
        ))}
      </Section>
    </>
  )
}

function compared(label: string, { before }: { readonly before: number }): string {
  return `${label}（上一时段 ${before}）`
}

/** The last word of those who were told; silence stands apart and counts for nothing. */
export function SatisfactionLines({ found }: { found: Summary }) {
  const heard = (when: 'now' | 'before') =>
    found.satisfaction.filter((one) => one.value !== 'noAnswer').reduce((sum, one) => sum + one[when], 0)
  return (
    <table className="list" aria-label="满意度">
      <thead>
        <tr>
          <th>意见</th>
          <th className="number">本时段</th>
          <th className="number">上一时段</th>
        </tr>
      </thead>
      <tbody>
        {found.satisfaction.map((one) => (
          <tr key={one.value}>
            <td>{satisfactionNames[one.value]}</td>
            <td className="number">{one.value === 'noAnswer' ? `${one.now} 件` : shareText(one.now, heard('now'))}</td>
            <td className="number">
              {one.value === 'noAnswer' ? `${one.before} 件` : shareText(one.before, heard('before'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
