import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { publishPlan, suggestUnits } from '@yingshang/core/plans/contract'
import Button from 'antd/es/button'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { DiagnosticList } from './diagnostic-list.tsx'
import { mayCorrect, refusalOf, usePlan, type Plan, type Suggestions } from './plan-draft.ts'
import './publish-page.css'
import { DatesStep } from './publish-dates.tsx'
import { GroupsStep } from './publish-groups.tsx'
import { LeadsStep } from './publish-leads.tsx'
import { PublicStep } from './publish-public.tsx'
import { StepBar } from './publish-step-bar.tsx'
import { stepsOf, type StepKey } from './publish-steps.ts'
import { UnitsStep } from './publish-units.tsx'

/** The steps between an imported draft and a running campaign. */
export function PublishPage() {
  const { planId } = useParams({ strict: false }) as { planId: string }
  const plan = usePlan(planId)
  return <Loaded query={plan}>{(found) => <Publish plan={found} />}</Loaded>
}

function Publish({ plan }: { plan: Plan }) {
  const [url, change] = useUrlState({ step: 'text' })
  const suggestions = useRead(suggestUnits, { params: { planId: plan.id } }, { enabled: plan.state === 'draft' })
  const publish = useCommand(publishPlan)
  const navigate = useNavigate()
  const [ask, dialog] = useConfirm()
  const steps = stepsOf(plan)
  const here = steps.find((step) => step.key === url.step) ?? steps.find((step) => step.open > 0) ?? steps.at(-1)!
  const correctable = mayCorrect(plan)
  const open = plan.blockers.length
  const next = steps[steps.indexOf(here) + 1]
  const start = () =>
    ask({
      title: '发布，任务从此生效？',
      willHappen: `${plan.tasks.length} 项任务交办到各责任单位，期限开始计算。发布以后的改动要写明原因，原来的内容一直看得到。`,
      yes: '发布',
      run: async () => {
        const done = await publish.send({ params: { planId: plan.id }, body: { version: plan.version } })
        if (!done) return
        void navigate({ to: `/campaigns/${done.campaignId}` })
      },
    })
  return (
    <Page
      title="发布前的办理"
      trail={
        <>
          <Link to="/plans">方案与规则</Link> / <Link to={`/plans/${plan.id}`}>核对结构</Link>
        </>
      }
      state={
        plan.state === 'draft'
          ? `${plan.package.document.title}。${open === 0 ? '都办好了，可以发布。' : `还有 ${open} 件事要办。`}`
          : '这份方案已经不是待发布的状态。'
      }
    >
      <div className="publish">
        <StepBar steps={steps} here={here} open={open} go={(step) => change({ step }, false)} />
        <div className="stack">
          <h2>{here.title}</h2>
          <p className="quiet">{here.about}</p>
          <StepContent
            go={(step) => change({ step }, false)}
            step={here.key}
            plan={plan}
            correctable={correctable}
            suggestions={suggestions.data}
          />
          {here.key === 'publish' ? (
            <>
              <ProblemNotice problem={publish.problem} kept="办好的内容都保存着。" />
              <ActionBar
                busy={publish.busy}
                actions={[
                  {
                    key: 'publish',
                    label: '发布',
                    refusal: open > 0 ? { code: 'plan.not-ready', facts: { open } } : refusalOf(plan, 'publishPlan'),
                    run: start,
                  },
                ]}
              />
            </>
          ) : (
            next && (
              <div className="actions">
                <Button onClick={() => change({ step: next.key }, false)}>下一步：{next.title}</Button>
              </div>
            )
          )}
        </div>
      </div>
      {dialog}
    </Page>
  )
}

/** What stands beside a step: how much is left, or how it is. */

interface StepContentProps {
  readonly step: StepKey
  readonly go: (step: StepKey) => void
  readonly plan: Plan
  readonly correctable: boolean
  readonly suggestions: Suggestions | undefined
}

function StepContent({ step, go, plan, correctable, suggestions }: StepContentProps) {
  const navigate = useNavigate()
  const common = { plan, correctable, suggestions }
  switch (step) {
    case 'units':
      return <UnitsStep {...common} />
    case 'groups':
      return <GroupsStep {...common} />
    case 'leads':
      return <LeadsStep {...common} />
    case 'dates':
      return <DatesStep {...common} />
    case 'public':
      return <PublicStep {...common} />
    case 'diagnostics':
      return (
        <DiagnosticList
          plan={plan}
          correctable={correctable}
          onShow={() => void navigate({ to: `/plans/${plan.id}`, search: { part: 'diagnostics' } as never })}
        />
      )
    case 'publish':
      return (
        <ul className="plain stack tight">
          {plan.blockers.length === 0 && <li>没有没办的事。</li>}
          {stepsOf(plan)
            .filter((one) => one.open > 0 && one.key !== 'publish') // what is open on this very step is said below
            .map((one) => (
              <li key={one.key}>
                <button type="button" className="as-link" onClick={() => go(one.key)}>
                  {one.title}
                </button>
                ：还有 {one.open} 件
              </li>
            ))}
          {plan.blockers.some((one) => one.kind === 'empty') && <li>没有任务可以发布。请核对文件，或者换一份导入。</li>}
          {plan.blockers.some((one) => one.kind === 'campaignPeriod') && (
            <li>
              阶段没有起止日期，行动的期限定不下来。
              <Link to={`/plans/${plan.id}`} search={{ part: 'stages' } as never}>
                去写阶段日期
              </Link>
            </li>
          )}
        </ul>
      )
  }
}
