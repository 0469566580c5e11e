import { Link, useParams } from '@tanstack/react-router'
import { tipPage } from '@yingshang/core/supervision/tip-contract'
import { tipDeclineNames, tipOutcomeNames, tipStatusNames } from '@yingshang/core/supervision/labels.zh'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { TimeLine } from '../../ui/time-line.tsx'
import { OpenOriginal } from '../vault/open-original.tsx'
import { TipActions } from './tip-forms.tsx'

type Tip = z.output<typeof tipPage.reply>

const sources: Record<Tip['source'], string> = {
  portal: '网上反映',
  officer: '纪检监察机关登记',
  office: '营商办转来',
}

/** One tip: where it stands and what may be done; its words only by opening the vault. */
export function TipPage() {
  const { tipId } = useParams({ strict: false }) as { tipId: string }
  const tip = useRead(tipPage, { params: { tipId } })
  return (
    <Page
      title={tip.data ? `举报 ${tip.data.number}` : '举报'}
      state={tip.data && tipStatusNames[tip.data.status]}
      trail={<Link to="/tips">举报</Link>}
    >
      <Loaded query={tip}>
        {(found) => (
          <div className="two-columns">
            <div>
              <TipActions tipId={found.id} actions={found.actions} />
              <Facts found={found} />
              <Section title="原文（密封）" screenOnly>
                <OpenOriginal vaultId={found.vaultId} holder="discipline" caseNumber={found.number} />
              </Section>
              {found.answers.length > 0 && (
                <Section title="答复过反映人的">
                  {found.answers.map((one, place) => (
                    <div key={place}>
                      <p className="quiet">{dayText(one.on)}</p>
                      <p className="said">{one.text}</p>
                    </div>
                  ))}
                </Section>
              )}
            </div>
            <Section title="办理过程">
              <TimeLine
                entries={found.history.map((one, place) => ({
                  key: String(place),
                  who: one.by,
                  what: one.what,
                  when: one.at,
                  day: one.day,
                }))}
              />
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Facts({ found }: { found: Tip }) {
  return (
    <dl className="facts beside" style={{ marginTop: 12 }}>
      <dt>状态</dt>
      <dd>
        <b>{tipStatusNames[found.status]}</b>
        {found.declinedBecause && `：${tipDeclineNames[found.declinedBecause]}`}
        {found.outcome && `：${tipOutcomeNames[found.outcome]}`}
        {found.transferredTo && `：${found.transferredTo}`}
      </dd>
      <dt>来源</dt>
      <dd>
        {dayText(found.receivedOn)}收到，{sources[found.source]}，
        {found.files > 0 ? `附件 ${found.files} 份` : '没有附件'}
      </dd>
      {found.waitingDays !== null && (
        <>
          <dt>等待</dt>
          <dd>{found.waitingDays} 个工作日没有处理</dd>
        </>
      )}
      {found.messageWaiting && (
        <>
          <dt>留言</dt>
          <dd>有新留言，打开原文可以看到</dd>
        </>
      )}
    </dl>
  )
}
