import { Link, useNavigate } from '@tanstack/react-router'
import { figureNames } from '@yingshang/core/tasks/overview-figures'
import { listTasks } from '@yingshang/core/tasks/contract'
import { openRun } from '@yingshang/core/tasks/reporting-run-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'

const shape = {
  q: 'text',
  list: 'text',
  unit: 'text',
  from: 'text',
  to: 'text',
  alert: 'text',
  kind: 'text',
  basis: 'text',
  status: 'text',
  part: 'text',
  figure: 'text',
} as const

/** 发起调度 over the tasks that the ledger's filter found. */
export function OpenRunPage() {
  const { campaign, me } = useSession()
  const [filter] = useUrlState(shape)
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [dueOn, setDueOn] = useState<string>()
  const open = useCommand(openRun)
  const figure = figureNames.find((name) => name === filter.figure)
  const query = { ...filter, figure, campaignId: campaign?.id ?? '' }
  const tasks = useRead(listTasks, { query: { ...query, size: 1 } }, { enabled: campaign !== undefined })
  if (!campaign) return <EmptyState title="还没有行动">方案发布以后才能调度。</EmptyState>
  const chosen = Object.values(filter).some((value) => value !== undefined)
  const submit = async () => {
    const done = await open.send({ body: { title, note, dueOn: dueOn!, choose: { kind: 'filter', filter: query } } })
    if (done) void navigate({ to: `/tasks/runs/${done.id}` })
  }
  return (
    <Page
      title="发起调度"
      trail={<Link to="/tasks/runs">调度</Link>}
      state={
        tasks.data &&
        `${chosen ? '按台账里的筛选' : '全部任务'}，涉及 ${tasks.data.total}${tasks.data.more ? '+' : ''} 项任务。`
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="quiet">
          只调度一部分任务时，先到<Link to="/tasks">台账</Link>筛选，再点“就这些任务发起调度”。
        </p>
        <Field label="名称" hint="例如：9 月下旬进展调度" wrong={wrongField(open.problem, 'title')}>
          {(ids) => <Input {...ids} maxLength={60} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label="报送截止" wrong={wrongField(open.problem, 'dueOn')}>
          {(ids) => <DayField id={ids.id} min={me.businessDay} value={dueOn} onChange={setDueOn} />}
        </Field>
        <Field label="对各单位的要求" optional wrong={wrongField(open.problem, 'note')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 2 }}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice problem={open.problem} kept="填写的内容还在。" />
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={title.trim() === '' || !dueOn} loading={open.busy}>
            发起
          </Button>
        </div>
      </form>
    </Page>
  )
}
