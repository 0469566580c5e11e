import { Link } from '@tanstack/react-router'
import { registerCase } from '@yingshang/core/cases/intake-contract'
import type { z } from 'zod'
import { useState } from 'react'
import Button from 'antd/es/button'
import { useCommand } from '../../api/use-command.ts'
import { Page } from '../../ui/page.tsx'
import { useSession } from '../frame/session.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { RegisterForm } from './register-form.tsx'

type Made = z.output<typeof registerCase.reply>

/** Writes down what was said on the telephone, in a letter, at a window; the words and the name go sealed into the vault. */
export function RegisterPage() {
  const { office } = useSession()
  const [made, setMade] = useState<Made>()
  const command = useCommand(registerCase)
  return (
    <Page
      title="登记"
      state="记下来电、来信、来访、座谈、批示和窗口反映的问题。原话和身份加密封存，承办单位看不到。"
      trail={<Link to={office ? '/cases' : '/cases/mine'}>{office ? '办件' : '本单位办件'}</Link>}
    >
      <CaseTabs here="/cases/new" />
      {made ? (
        <Registered made={made} again={() => setMade(undefined)} />
      ) : (
        <RegisterForm command={command} made={setMade} />
      )}
    </Page>
  )
}

/** The code is told once and shown nowhere again. */
function Registered({ made, again }: { made: Made; again: () => void }) {
  const { office } = useSession()
  return (
    <div className="notice" role="status">
      <h2>已登记，编号 {made.number}</h2>
      <p>请把接管码告诉反映人。反映人用它在“查询办理进度”里接管这一件，以后自己查进度、收答复。</p>
      <p className="take-over">{made.takeOverCode.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}</p>
      <p className="quiet">接管码只显示这一次，离开本页就看不到了。</p>
      <div className="actions">
        <Button onClick={again}>再登记一件</Button>
        {office && <Link to={`/cases/${made.id}`}>打开这一件</Link>}
      </div>
    </div>
  )
}
