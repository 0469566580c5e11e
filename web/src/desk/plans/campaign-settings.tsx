import { changeSettings } from '@yingshang/core/plans/contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Campaign } from './read-campaign.ts'

type Settings = Campaign['settings']

const stubs = { count: '单独算一期', merge: '并入相邻的一期', skip: '不算' } as const
const signing = { yes: '要，负责人签发后才离开单位', no: '不要，联络员直接报送' } as const

/** Settings that the notice leaves to the office; every change says why and is kept in the history. */
export function CampaignSettings({ campaign }: { campaign: Campaign }) {
  const [editing, setEditing] = useState(false)
  const { settings } = campaign
  if (editing) return <SettingsForm campaign={campaign} done={() => setEditing(false)} />
  return (
    <div className="stack">
      <dl className="facts">
        <dt>出单位要不要负责人签发</dt>
        <dd>{settings.headSigns ? signing.yes : signing.no}</dd>
        <dt>配合单位比牵头单位早几个工作日交</dt>
        <dd>{settings.supportingLeadDays}</dd>
        <dt>每季度任务里不满一季的怎么算</dt>
        <dd>{stubs[settings.stubPeriods]}</dd>
        <dt>长年坚持任务每年总结的日子</dt>
        <dd>{settings.yearlyConclusionOn.replace('-', ' 月 ')} 日</dd>
      </dl>
      {campaign.settingsFrom && <p className="quiet small">自 {campaign.settingsFrom} 起生效，此前发布的任务不变。</p>}
      <ActionBar
        actions={[
          {
            key: 'settings',
            label: '更改设置',
            refusal: campaign.mayChangeSettings.allowed
              ? undefined
              : (campaign.mayChangeSettings.refusal ?? { code: 'access.not-allowed' }),
            run: () => setEditing(true),
          },
        ]}
      />
    </div>
  )
}

function SettingsForm({ campaign, done }: { campaign: Campaign; done: () => void }) {
  const [settings, setSettings] = useState<Settings>(campaign.settings)
  const [reason, setReason] = useState('')
  const save = useCommand(changeSettings)
  const change = (part: Partial<Settings>) => setSettings({ ...settings, ...part })
  const submit = async () => {
    if (await save.send({ params: { campaignId: campaign.id }, body: { settings, reason } })) done()
  }
  return (
    <div className="form">
      <Field label="出单位要不要负责人签发">
        {(ids) => (
          <Select
            {...ids}
            value={settings.headSigns ? 'yes' : 'no'}
            onChange={(value) => change({ headSigns: value === 'yes' })}
            options={Object.entries(signing).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <Field label="配合单位比牵头单位早几个工作日交" wrong={wrongField(save.problem, 'settings.supportingLeadDays')}>
        {(ids) => (
          <Input
            {...ids}
            type="number"
            min={0}
            max={60}
            style={{ width: '8rem' }}
            value={settings.supportingLeadDays}
            onChange={(event) => change({ supportingLeadDays: Number(event.target.value) })}
          />
        )}
      </Field>
      <Field label="每季度任务里不满一季的怎么算">
        {(ids) => (
          <Select
            {...ids}
            value={settings.stubPeriods}
            onChange={(value) => change({ stubPeriods: value })}
            options={Object.entries(stubs).map(([value, label]) => ({
              value: value as Settings['stubPeriods'],
              label,
            }))}
          />
        )}
      </Field>
      <Field
        label="长年坚持任务每年总结的日子"
        hint="月-日，例如 12-31"
        wrong={wrongField(save.problem, 'settings.yearlyConclusionOn')}
      >
        {(ids) => (
          <Input
            {...ids}
            style={{ width: '8rem' }}
            value={settings.yearlyConclusionOn}
            onChange={(event) => change({ yearlyConclusionOn: event.target.value })}
          />
        )}
      </Field>
      <Field label="为什么更改" wrong={wrongField(save.problem, 'reason')}>
        {(ids) => <Input {...ids} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <ProblemNotice problem={save.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" disabled={reason.trim() === '' || save.busy} onClick={() => void submit()}>
          保存设置
        </Button>
        <Button onClick={done}>不改了</Button>
      </div>
    </div>
  )
}
