import { removeMail, setMail, testChannel, type channelSettings } from '@yingshang/core/reminders/contract'
import { mailSecurities } from '@yingshang/core/reminders/channel-settings'
import { securityWords } from '@yingshang/core/reminders/labels.zh'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { TestResult } from './test-channel.tsx'

export type ChannelSettings = z.output<typeof channelSettings>

const texts = [
  ['host', '服务器地址', '例如 smtp.example.gov.cn'],
  ['user', '用户名', '服务器不要求登录时留空'],
  ['from', '发件地址', undefined],
  ['fromName', '发件人名称', undefined],
] as const

/** The county's own mail server; the secret is written, never read. */
export function MailForm({ settings }: { settings: ChannelSettings }) {
  const { mail } = settings
  const [form, setForm] = useState({
    host: mail?.host ?? '',
    port: mail?.port ?? 587,
    security: mail?.security ?? ('starttls' as const),
    user: mail?.user ?? '',
    from: mail?.from ?? '',
    fromName: mail?.fromName ?? '县营商办',
    certificate: mail?.certificate ?? '',
  })
  const [secret, setSecret] = useState('')
  const [to, setTo] = useState('')
  const save = useCommand(setMail)
  const remove = useCommand(removeMail)
  const test = useCommand(testChannel)
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save.send({ body: { ...form, ...(secret === '' ? {} : { secret }) } })
      }}
    >
      {texts.map(([name, label, hint]) => (
        <Field key={name} label={label} hint={hint} wrong={wrongField(save.problem, name)}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              value={form[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="加密方式" wrong={wrongField(save.problem, 'security')}>
        {(ids) => (
          <Select
            {...ids}
            value={form.security}
            onChange={(security) => change({ security })}
            options={mailSecurities.map((value) => ({ value, label: securityWords[value] }))}
          />
        )}
      </Field>
      <Field label="端口" wrong={wrongField(save.problem, 'port')}>
        {(ids) => (
          <Input
            {...ids}
            type="number"
            style={{ width: '7rem' }}
            value={form.port}
            onChange={(event) => change({ port: Number(event.target.value) })}
          />
        )}
      </Field>
      <Field
        label="授权码"
        hint={mail?.hasSecret ? '已经保存。不更换就留空' : '邮箱里生成的客户端授权码'}
        wrong={wrongField(save.problem, 'secret')}
      >
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="new-password"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="服务器证书"
        hint="服务器用自签证书时，粘贴证书全文"
        optional
        wrong={wrongField(save.problem, 'certificate')}
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={form.certificate}
            onChange={(event) => change({ certificate: event.target.value })}
          />
        )}
      </Field>
      <ProblemNotice problem={save.problem ?? remove.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={form.host === '' || form.from === ''} loading={save.busy}>
          保存
        </Button>
        {mail && (
          <Button disabled={remove.busy} onClick={() => void remove.send({})}>
            停用邮件
          </Button>
        )}
      </div>
      {mail && (
        <>
          <div className="row">
            <Input
              aria-label="试发到"
              placeholder="试发到哪个邮箱"
              style={{ width: '18rem' }}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
            <Button disabled={to === '' || test.busy} onClick={() => void test.send({ body: { channel: 'mail', to } })}>
              试发一封
            </Button>
          </div>
          <TestResult test={test} />
        </>
      )}
    </form>
  )
}
