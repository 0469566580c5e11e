import { lockMinutes, sessionHours, slipDays, triesBeforeLock } from '@yingshang/core/units/access'
import { accessRules, setAccessRules } from '@yingshang/core/units/access-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusTabs } from '../status/status-tabs.tsx'

type Rules = z.output<typeof accessRules.reply>
const names = ['idleMinutes', 'passwordDays', 'warnDays'] as const
type Name = (typeof names)[number]

const fields: Readonly<Record<Name, { label: string; hint: string }>> = {
  idleMinutes: { label: '闲置多少分钟退出', hint: '5 到 240 分钟；正在填写的内容留在本机，登录后取回' },
  passwordDays: { label: '密码多少天到期', hint: '填 0 表示不到期，最多 730 天' },
  warnDays: { label: '到期前多少天提醒', hint: '最多 60 天' },
}

/** How long a password and an idle session last; what is fixed stands below. */
export function AccessRulesPage() {
  const rules = useRead(accessRules)
  return (
    <Page title="登录设置" state="对全部人员有效，从下一次操作起生效；每次修改都写入留痕。">
      <StatusTabs here="/access-rules" />
      <Loaded query={rules}>{(found) => <RulesForm rules={found} />}</Loaded>
      <Section title="不能改的">
        <ul className="plain">
          <li>
            连续输错 {triesBeforeLock} 次，暂停登录 {lockMinutes} 分钟；等不及的，到营商办当面重置。
          </li>
          <li>一次登录最长 {sessionHours} 小时。</li>
          <li>激活单 {slipDays} 天内有效，用过即失效。</li>
          <li>营商办、纪检监察、审计和系统管理员必须绑定动态口令。</li>
        </ul>
      </Section>
    </Page>
  )
}

function RulesForm({ rules }: { rules: Rules }) {
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>({
    idleMinutes: String(rules.idleMinutes),
    passwordDays: String(rules.passwordDays),
    warnDays: String(rules.warnDays),
  })
  const save = useCommand(setAccessRules)
  const [ask, dialog] = useConfirm()
  const body = {
    idleMinutes: Number(typed.idleMinutes),
    passwordDays: Number(typed.passwordDays),
    warnDays: Number(typed.warnDays),
  }
  const changed = names.some((name) => body[name] !== rules[name])
  const complete = names.every((name) => /^\d{1,3}$/.test(typed[name].trim()))
  const submit = () =>
    ask({
      title: '修改登录设置？',
      willHappen: `闲置 ${body.idleMinutes} 分钟退出；${body.passwordDays === 0 ? '密码不到期' : `密码 ${body.passwordDays} 天到期，提前 ${body.warnDays} 天提醒`}。已经过期的密码，下次登录时要换。`,
      yes: '修改',
      run: () => save.send({ body }),
    })
  return (
    <form
      className="form"
      style={{ paddingTop: 12 }}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {names.map((name) => (
        <Field key={name} label={fields[name].label} hint={fields[name].hint} wrong={wrongField(save.problem, name)}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              maxLength={3}
              style={{ width: '7rem' }}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <ProblemNotice problem={save.problem} kept="填写的内容还在。" />
      {save.data !== undefined && !changed && (
        <p className="notice" role="status">
          已修改。
        </p>
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!changed || !complete} loading={save.busy}>
          修改
        </Button>
      </div>
      {dialog}
    </form>
  )
}
