import { Link, useBlocker } from '@tanstack/react-router'
import { registerCase } from '@yingshang/core/cases/intake-contract'
import { caseSentences } from '@yingshang/core/cases/sentences.zh'
import { officeRoles } from '@yingshang/core/kernel/actor'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import Button from 'antd/es/button'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { wrongField } from '../../ui/field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { RegisteredView, type Registered } from './register-case-done.tsx'
import { ReceivedFields, SortingFields, ToldFields } from './register-case-fields.tsx'
import { keptIntention, useKeptEntry } from './register-case-kept.ts'
import { bodyOf, emptyEntry, isTyped, whatIsWrong, type EntryField } from './register-case-state.ts'
import { WhoFields } from './register-case-who.tsx'
import './register-case.css'

/** 登记一件: what somebody said on the telephone, in a letter or at a window, written down and sealed. */
export function RegisterCasePage() {
  const { is } = useSession()
  const [made, setMade] = useState<Registered>()
  if (!is(...officeRoles, ...unitRoles))
    return (
      <Page title="登记一件">
        <EmptyState title="不能在这里登记">{caseSentences['case.registering-only']}</EmptyState>
      </Page>
    )
  if (made) return <RegisteredView made={made} next={() => setMade(undefined)} />
  return <EntryForm onMade={setMade} />
}

function EntryForm({ onMade }: { readonly onMade: (made: Registered) => void }) {
  const { me, inUnit } = useSession()
  const today = me.businessDay
  const fresh = () => emptyEntry(today, inUnit ? 'window' : null)
  const { entry, change, begin } = useKeptEntry(me.personId, fresh())
  const [tried, setTried] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const command = useCommand(registerCase, keptIntention(me.personId))
  const missing = whatIsWrong(entry, today)
  const wrong = (path: string) =>
    (tried > 0 ? missing[path as EntryField] : undefined) ?? wrongField(command.problem, path)
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => isTyped(entry) })
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tried])

  async function send() {
    if (command.busy) return
    if (Object.keys(missing).length > 0) return setTried(tried + 1)
    const body = bodyOf(entry)
    const answer = await command.send({ body })
    if (!answer) return
    begin(fresh())
    onMade({ ...answer, receivedOn: body.receivedOn })
  }

  const part = { entry, change, wrong }
  return (
    <Page
      title="登记一件"
      state="来电、来信、来访和窗口听到的，记下来就有编号和接管码，期限从收到那天起算。"
      trail={<Link to="/cases">线索投诉</Link>}
    >
      <CaseTabs here="/cases/new" />
      <p className="notice">
        举报某个工作人员，或者单位自己违纪违法的，不在这里登记：请对方在“我要反映”里选“举报”，内容只交给纪检监察机关。
      </p>
      <form
        ref={form}
        className="entry"
        noValidate
        aria-label="登记一件"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Section title="怎样收到的">
          <div className="form">
            <ReceivedFields {...part} today={today} />
          </div>
        </Section>
        <Section title="反映什么">
          <div className="form">
            <ToldFields {...part} />
          </div>
        </Section>
        <Section title="谁反映的">
          <div className="form">
            <WhoFields {...part} />
          </div>
        </Section>
        <Section title="归类">
          <div className="form">
            <SortingFields {...part} />
          </div>
        </Section>
        <ProblemNotice problem={command.problem} kept="填写的内容还在，没有丢。" />
        {tried > 0 && Object.keys(missing).length > 0 && (
          <p className="entry-wrong" role="status">
            还有 {Object.keys(missing).length} 处要填，已经在各处标出。
          </p>
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={command.busy}>
            登记
          </Button>
        </div>
      </form>
    </Page>
  )
}
