import { Link, useParams } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Tabs from 'antd/es/tabs'
import { useState } from 'react'
import { useConfirm } from '../../ui/confirm.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { DiagnosticList } from './diagnostic-list.tsx'
import { DifferenceList } from './difference-list.tsx'
import { DocumentText } from './document-text.tsx'
import { mayCorrect, usePlan, usePlanChange, type Plan } from './plan-draft.ts'
import './review-page.css'
import { UnderstoodDocument } from './understood-document.tsx'
import { UnderstoodIndicators } from './understood-indicators.tsx'
import { UnderstoodRules } from './understood-rules.tsx'
import { UnderstoodStages } from './understood-stages.tsx'
import { UnderstoodTasks } from './understood-tasks.tsx'

/** The document on the left, what was understood on the right, linked both ways; everything can be corrected. */
export function ReviewPage() {
  const { planId } = useParams({ strict: false }) as { planId: string }
  const plan = usePlan(planId)
  return <Loaded query={plan}>{(found) => <Review plan={found} />}</Loaded>
}

function Review({ plan }: { plan: Plan }) {
  const [url, change] = useUrlState({ part: 'text', task: 'text', q: 'text', list: 'text' })
  const [lines, setLines] = useState<readonly [number, number]>()
  const [ask, dialog] = useConfirm()
  const edit = usePlanChange(plan.id)
  const part = url.part ?? 'tasks'
  const correctable = mayCorrect(plan)
  const task = plan.tasks.find((one) => one.key === url.task)
  const shown = lines ?? task?.lines
  const pick = (line: number) => {
    const found = plan.tasks.find((one) => one.lines[0] <= line && line <= one.lines[1])
    if (found) change({ part: 'tasks', task: found.key, q: undefined, list: undefined })
    setLines(found ? undefined : [line, line])
  }
  const show = (from: number, to: number) => setLines([from, to])
  const discard = () =>
    ask({
      title: '作废这次导入？',
      willHappen: '这份导入和已做的更正都不再使用，原文件仍然保留。要用时需要重新导入。',
      yes: '作废',
      grave: true,
      run: () => edit.change({ type: 'discard', reason: '核对时作废' }),
    })
  const { diagnostics } = plan
  const tabs = [
    { key: 'tasks', label: `任务 ${plan.tasks.length}` },
    ...(plan.differences.length > 0 ? [{ key: 'differences', label: '与现行方案的差异' }] : []),
    { key: 'diagnostics', label: `提示 ${diagnostics.length}` },
    { key: 'document', label: '文件' },
    { key: 'stages', label: `阶段 ${plan.package.stages.length}` },
    { key: 'indicators', label: `指标 ${plan.package.indicators.length}` },
    { key: 'rules', label: '期限与分类' },
  ]
  return (
    <Page
      title={plan.package.document.title === '' ? plan.fileName : plan.package.document.title}
      trail={<Link to="/plans">方案与规则</Link>}
      state={sentence(plan)}
      actions={
        plan.state === 'draft' && (
          <>
            {correctable && <Button onClick={discard}>作废这次导入</Button>}
            <LinkButton to={`/plans/${plan.id}/publish`} primary>
              办理发布
            </LinkButton>
          </>
        )
      }
    >
      <ProblemNotice problem={edit.problem} />
      <div className="review">
        <DocumentText plan={plan} lines={shown} onPick={pick} />
        <div className="understood">
          <Tabs
            activeKey={part}
            onChange={(next) => {
              setLines(undefined)
              change({ part: next === 'tasks' ? undefined : next })
            }}
            items={tabs}
          />
          {part === 'tasks' && (
            <UnderstoodTasks
              plan={plan}
              correctable={correctable}
              selected={url.task}
              query={url.q}
              list={url.list}
              onChange={(next) => {
                setLines(undefined)
                change(next)
              }}
            />
          )}
          {part === 'differences' && <DifferenceList plan={plan} />}
          {part === 'diagnostics' && <DiagnosticList plan={plan} correctable={correctable} onShow={show} />}
          {part === 'document' && <UnderstoodDocument plan={plan} correctable={correctable} />}
          {part === 'stages' && <UnderstoodStages plan={plan} correctable={correctable} />}
          {part === 'indicators' && <UnderstoodIndicators plan={plan} correctable={correctable} />}
          {part === 'rules' && <UnderstoodRules plan={plan} correctable={correctable} onShow={show} />}
        </div>
      </div>
      {dialog}
    </Page>
  )
}

function sentence(plan: Plan): string {
  if (plan.state === 'published') return '已发布，任务正在运行。这里是发布时的原文和结构。'
  if (plan.state === 'discarded') return '这次导入已作废。'
  const read = `读出 ${plan.tasks.length} 项任务、${plan.package.stages.length} 个阶段、${plan.package.indicators.length} 项指标`
  return plan.blockers.length === 0
    ? `${read}。核对完毕，可以发布。`
    : `${read}，发布前还有 ${plan.blockers.length} 件事要办。`
}
