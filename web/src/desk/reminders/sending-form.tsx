import { setSending } from '@yingshang/core/reminders/contract'
import { newsWords } from '@yingshang/core/reminders/labels.zh'
import { newsKinds } from '@yingshang/core/reminders/news'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { ChannelSettings } from './mail-form.tsx'

/** How things are gathered, what may not wait, and the address that letters name. */
export function SendingForm({ settings }: { settings: ChannelSettings }) {
  const [urgentKinds, setUrgent] = useState(settings.urgentKinds)
  const [gatherMinutes, setGather] = useState(settings.gatherMinutes)
  const [address, setAddress] = useState(settings.deskAddress ?? '')
  const save = useCommand(setSending)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save.send({
          body: { urgentKinds, gatherMinutes, deskAddress: address.trim() === '' ? null : address.trim() },
        })
      }}
    >
      <Field label="免打扰时段也要发的" hint="夜间和休息日只发这几种" wrong={wrongField(save.problem, 'urgentKinds')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            value={urgentKinds}
            onChange={setUrgent}
            options={newsKinds.map((value) => ({ value, label: newsWords[value].title, key: value }))}
          />
        )}
      </Field>
      <Field
        label="合并多少分钟内的消息"
        hint="0 到 240。同一个人的几件事合成一封"
        wrong={wrongField(save.problem, 'gatherMinutes')}
      >
        {(ids) => (
          <Input
            {...ids}
            type="number"
            min={0}
            max={240}
            style={{ width: '7rem' }}
            value={gatherMinutes}
            onChange={(event) => setGather(Number(event.target.value))}
          />
        )}
      </Field>
      <Field label="工作台的网址" hint="写在邮件里，方便点开" optional wrong={wrongField(save.problem, 'deskAddress')}>
        {(ids) => <Input {...ids} value={address} onChange={(event) => setAddress(event.target.value)} />}
      </Field>
      <ProblemNotice problem={save.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={save.busy}>
          保存
        </Button>
      </div>
    </form>
  )
}
