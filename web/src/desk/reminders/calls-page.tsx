import { Link } from '@tanstack/react-router'
import { callList, noteCall, type callToMake } from '@yingshang/core/reminders/contract'
import { callOutcomes, type CallOutcome } from '@yingshang/core/reminders/call'
import { callWords } from '@yingshang/core/reminders/labels.zh'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { dayText, momentText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { ReminderTabs } from './reminder-tabs.tsx'

type Call = z.output<typeof callToMake>

/** Whom no channel reaches is telephoned: what to say, to copy, and a record of each call. */
export function CallsPage() {
  const list = useRead(callList)
  return (
    <Page
      title="电话催办"
      state={list.data && `要打 ${list.data.calls.length} 个电话，今天已告知 ${list.data.toldToday.length} 人。`}
      actions={<PrintButton />}
    >
      <ReminderTabs here="/calls" />
      <Loaded query={list}>
        {(found) => (
          <>
            {found.calls.length === 0 && (
              <EmptyState title="没有要打的电话">
                邮件和群机器人都通知不到的人，又有事情等着办，就会列在这里，附上要说的话。
              </EmptyState>
            )}
            {found.calls.map((call) => (
              <CallCard key={call.callId} call={call} />
            ))}
            {found.unitsWithoutPeople.length > 0 && (
              <Section title="没有人可以通知的单位">
                <ul className="plain">
                  {found.unitsWithoutPeople.map((unit) => (
                    <li key={unit.unitId}>
                      <Link to={`/units/${unit.unitId}`}>{unit.unitName}</Link>
                      <span className="quiet">
                        　{unit.news} 件事没有人收，从 {unit.since} 起。请先登记联络员。
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {found.toldToday.length > 0 && (
              <Section title="今天打过的">
                <ul className="plain small">
                  {found.toldToday.map((one) => (
                    <li key={one.callId}>
                      {one.unitName} {one.personName}
                      <span className="quiet">
                        　
                        {one.attempts
                          .map((attempt) => `${attempt.at} ${callWords[attempt.outcome]}（${attempt.byName}）`)
                          .join('；')}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function CallCard({ call }: { call: Call }) {
  const [outcome, setOutcome] = useState<CallOutcome>()
  const [at, setAt] = useState(timeNow)
  const [copied, setCopied] = useState(false)
  const note = useCommand(noteCall)
  const copy = async () => {
    await copyText(call.text)
    setCopied(true)
  }
  return (
    <article className="part">
      <div className="row spread">
        <div className="row">
          <h2>
            {call.unitName} {call.personName}
          </h2>
          {[call.mobile, call.officePhone].map(
            (number) =>
              number && (
                <a key={number} href={`tel:${number}`}>
                  {number}
                </a>
              ),
          )}
          {!call.mobile && !call.officePhone && <span className="strong">没有登记电话</span>}
        </div>
        <span className="quiet small">{dayText(call.since)}起没有通知到</span>
      </div>
      <p className="said">{call.lines.join('\n')}</p>
      {call.attempts.length > 0 && (
        <p className="quiet small">
          {call.attempts.map((one) => `${one.on} ${one.at} ${callWords[one.outcome]}（${one.byName}）`).join('；')}
        </p>
      )}
      <div className="row no-print">
        <Button onClick={() => void copy()}>{copied ? '已复制' : '复制要说的话'}</Button>
        <input
          type="time"
          className="day-input"
          aria-label="通话时间"
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        <Select
          aria-label="打的结果"
          placeholder="打的结果"
          style={{ minWidth: '11rem' }}
          value={outcome}
          onChange={setOutcome}
          options={callOutcomes.map((value) => ({ value, label: callWords[value] }))}
        />
        <Button
          type="primary"
          disabled={!outcome || at === '' || note.busy}
          onClick={() =>
            void note.send({ params: { callId: call.callId }, body: { outcome: outcome!, at, newsIds: call.newsIds } })
          }
        >
          登记
        </Button>
      </div>
      <ProblemNotice problem={note.problem} />
    </article>
  )
}

function timeNow(): string {
  return momentText(Date.now()).slice(11)
}

/** The clipboard is missing on plain-http names; then the text is selected and copied the old way. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const box = document.createElement('textarea')
  box.value = text
  document.body.append(box)
  box.select()
  document.execCommand('copy')
  box.remove()
}
