import { addRobot, removeRobot, testChannel } from '@yingshang/core/reminders/contract'
import { robotKinds, type RobotKind } from '@yingshang/core/reminders/channel-settings'
import { robotWords } from '@yingshang/core/reminders/labels.zh'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { UnitChoice } from '../units/unit-choice.tsx'
import type { ChannelSettings } from './mail-form.tsx'
import { TestResult } from './test-channel.tsx'

/** Work-chat robots: those there are, and one more. */
export function Robots({ settings }: { settings: ChannelSettings }) {
  const remove = useCommand(removeRobot)
  const test = useCommand(testChannel)
  const [adding, setAdding] = useState(false)
  return (
    <div className="stack">
      <ListTable
        label="群机器人"
        rows={settings.robots}
        rowKey={(robot) => robot.id}
        empty={<p className="quiet">还没有添加群机器人。</p>}
        columns={[
          { key: 'name', title: '名称', card: 'title', render: (robot) => robot.name },
          { key: 'kind', title: '种类', render: (robot) => robotWords[robot.kind] },
          {
            key: 'covers',
            title: '通知谁',
            render: (robot) =>
              robot.covers.kind === 'division'
                ? '全县'
                : robot.covers.kind === 'office'
                  ? '营商办'
                  : (robot.unitName ?? ''),
          },
          { key: 'host', title: '地址', render: (robot) => <span className="quiet">{robot.host}</span> },
          {
            key: 'do',
            title: '可办的',
            hiddenTitle: true,
            card: 'plain',
            render: (robot) => (
              <span className="row">
                <button
                  type="button"
                  className="as-link"
                  onClick={() => void test.send({ body: { channel: 'robot', robotId: robot.id } })}
                >
                  试发
                </button>
                <button
                  type="button"
                  className="as-link"
                  onClick={() => void remove.send({ params: { robotId: robot.id } })}
                >
                  移除
                </button>
              </span>
            ),
          },
        ]}
      />
      <TestResult test={test} />
      <ProblemNotice problem={remove.problem} />
      {adding ? (
        <AddRobot done={() => setAdding(false)} />
      ) : (
        <div className="actions">
          <Button onClick={() => setAdding(true)}>添加群机器人</Button>
        </div>
      )}
    </div>
  )
}

function AddRobot({ done }: { done: () => void }) {
  const [kind, setKind] = useState<RobotKind>('wecom')
  const [name, setName] = useState('')
  const [covers, setCovers] = useState<'division' | 'office' | 'unit'>('office')
  const [unitId, setUnitId] = useState<string>()
  const [address, setAddress] = useState('')
  const [secret, setSecret] = useState('')
  const add = useCommand(addRobot)
  const submit = async () => {
    const body = {
      kind,
      name,
      address,
      covers: covers === 'unit' ? { kind: covers, unitId: unitId! } : { kind: covers },
      ...(secret === '' ? {} : { secret }),
    }
    if (await add.send({ body })) done()
  }
  return (
    <form
      className="form notice"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Radio.Group value={kind} onChange={(event) => setKind(event.target.value as RobotKind)}>
        {robotKinds.map((value) => (
          <Radio key={value} value={value}>
            {robotWords[value]}
          </Radio>
        ))}
      </Radio.Group>
      <Field label="名称" wrong={wrongField(add.problem, 'name')}>
        {(ids) => <Input {...ids} maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Radio.Group value={covers} onChange={(event) => setCovers(event.target.value as typeof covers)}>
        <Radio value="office">通知营商办</Radio>
        <Radio value="division">通知全县</Radio>
        <Radio value="unit">通知一个单位</Radio>
      </Radio.Group>
      {covers === 'unit' && <UnitChoice label="哪个单位" value={unitId} onChange={setUnitId} />}
      <Field label="Webhook 地址" hint="在群的机器人设置里整段复制" wrong={wrongField(add.problem, 'address')}>
        {(ids) => (
          <Input {...ids} autoComplete="off" value={address} onChange={(event) => setAddress(event.target.value)} />
        )}
      </Field>
      {kind === 'dingtalk' && (
        <Field label="加签密钥" hint="SEC 开头" wrong={wrongField(add.problem, 'secret')}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoComplete="new-password"
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
      )}
      <ProblemNotice problem={add.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={name.trim() === '' || address === '' || (covers === 'unit' && !unitId)}
          loading={add.busy}
        >
          添加
        </Button>
        <Button onClick={done}>先不加</Button>
      </div>
    </form>
  )
}
