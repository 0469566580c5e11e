import { Link } from '@tanstack/react-router'
import { readStatus } from '@yingshang/core/status/contract'
import { useRead } from '../../api/use-read.ts'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { LevelMark } from '../status/level-mark.tsx'
import { statusSentence } from '../status/status-sentence.ts'

/** What the machine needs of its administrator today; nothing that is fine or not in use. */
export function AdministratorToday() {
  const status = useRead(readStatus)
  return (
    <Section title="运行状态" more={<Link to="/status">看全部</Link>}>
      <Loaded query={status}>
        {({ checks }) => (
          <>
            <p>{statusSentence(checks)}</p>
            {checks
              .filter((check) => check.level === 'warning' || check.level === 'failing')
              .map((check) => (
                <p key={check.key} className="worse-line">
                  <span>
                    <LevelMark level={check.level} />　{check.title}
                  </span>
                  <span className="quiet small">{check.text}</span>
                </p>
              ))}
          </>
        )}
      </Loaded>
    </Section>
  )
}
