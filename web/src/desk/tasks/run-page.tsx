import { Link, useParams } from '@tanstack/react-router'
import { closeRun, exportRun, remindRun, runPage, type RunLine } from '@yingshang/core/tasks/reporting-run-contract'
import Button from 'antd/es/button'
import type { z } from 'zod'
import { urlOf } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { dayText, shareText } from '../../ui/day.ts'
import { FilterBar, OneOf } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { answerNames, partNames } from '@yingshang/core/tasks/labels.zh'

type Run = z.output<typeof runPage.reply>
type Answer = RunLine['answer']

/** One run: who reported, who did not, beside what was said last time. */
export function RunPage() {
  const { runId } = useParams({ strict: false }) as { runId: string }
  const [url, change] = useUrlState({ answer: 'text', unit: 'text' })
  const answer = (['reported', 'late', 'missing'] as const).find((one) => one === url.answer)
  const run = useRead(runPage, { params: { runId }, query: { answer, unit: url.unit } }, { keep: true })
  return (
    <Loaded query={run}>
      {(found) => (
        <Page
          title={found.title}
          trail={<Link to="/tasks/runs">调度</Link>}
          state={sentence(found)}
          actions={
            <>
              <Button href={urlOf(exportRun, { params: { runId } })} download>
                导出汇总表
              </Button>
              <PrintButton />
            </>
          }
        >
          <RunActions run={found} />
          {found.note !== '' && <p className="notice run-note">{found.note}</p>}
          {found.missingUnits.length > 0 && (
            <Section title="还没有报的单位">
              <p>
                {found.missingUnits.map((one, place) => (
                  <span key={one.unit.id} className="unit">
                    <button type="button" className="as-link" onClick={() => change({ unit: one.unit.id })}>
                      {one.unit.name}
                    </button>
                    <span className="quiet">（{one.missing}）</span>
                    {place < found.missingUnits.length - 1 && '、'}
                  </span>
                ))}
              </p>
            </Section>
          )}
          <FilterBar clear={answer || url.unit ? () => change({ answer: undefined, unit: undefined }) : undefined}>
            <OneOf
              label="报送情况"
              value={answer}
              onChange={(next) => change({ answer: next })}
              choices={Object.entries(answerNames).map(([value, label]) => ({ value, label }))}
            />
          </FilterBar>
          <ListTable
            label="调度汇总"
            columns={columns(found.previous !== null)}
            rows={found.lines}
            rowKey={(line) => line.assignmentId}
            empty={<p className="quiet">没有符合条件的任务。</p>}
          />
        </Page>
      )}
    </Loaded>
  )
}

function RunActions({ run }: { run: Run }) {
  const remind = useCommand(remindRun)
  const close = useCommand(closeRun)
  const [ask, dialog] = useConfirm()
  const params = { runId: run.id }
  const labels: Readonly<Record<string, string>> = {
    remind: `提醒没有报的（${run.counts.missing}）`,
    close: '结束调度，汇总表定稿',
  }
  const runs: Readonly<Record<string, () => void>> = {
    remind: () => void remind.send({ params, body: {} }),
    close: () =>
      ask({
        title: '结束这次调度？',
        willHappen: '汇总表按现在的报送情况定稿，之后报送的不再计入这一次。',
        yes: '结束',
        run: () => close.send({ params, body: {} }),
      }),
  }
  return (
    <div className="stack tight">
      <ProblemNotice problem={remind.problem ?? close.problem} />
      <ActionBar
        busy={remind.busy || close.busy}
        actions={[...run.actions]
          .filter((action) => labels[action.name] !== undefined)
          .sort((a, b) => (a.name === 'remind' ? -1 : b.name === 'remind' ? 1 : 0))
          .map((action) => ({
            key: action.name,
            label: labels[action.name]!,
            refusal: action.allowed ? undefined : (action.refusal ?? { code: 'access.not-allowed' }),
            run: runs[action.name]!,
          }))}
      />
      {remind.data && <p role="status">提醒已经发出。</p>}
      {dialog}
    </div>
  )
}

function columns(compared: boolean): Column<RunLine>[] {
  const all: Column<RunLine>[] = [
    {
      key: 'task',
      title: '任务',
      width: '22%',
      printWidth: '24%',
      card: 'title',
      render: (line) => (
        <Link to={`/tasks/${line.taskId}`} className="two-lines" title={line.title}>
          {line.no}　{line.title}
        </Link>
      ),
    },
    {
      key: 'unit',
      title: '单位',
      width: '9rem',
      printWidth: '14%',
      render: (line) => <span className="unit">{line.unit.name}</span>,
    },
    {
      key: 'answer',
      title: '这一次',
      width: '5rem',
      printWidth: '8%',
      render: (line) => <Answered answer={line.answer} />,
    },
    {
      key: 'report',
      title: '进展',
      width: '26%',
      render: (line) =>
        line.report ? (
          <span className="small">
            <span className="quiet keep">
              {line.report.on}
              {line.report.percent !== null && ` ${line.report.percent}%`}
            </span>{' '}
            {line.report.text}
          </span>
        ) : null,
    },
    {
      key: 'alert',
      title: '任务状态',
      width: '9rem',
      printWidth: '11%',
      render: (line) => (line.alert === 'none' ? partNames[line.status] : <AlertMark level={line.alert} />),
    },
  ]
  if (compared)
    all.splice(4, 0, {
      key: 'before',
      title: '上一次',
      width: '22%',
      card: 'labelled',
      render: (line) =>
        line.before ? (
          <span className="small quiet">
            {answerNames[line.before.answer]}
            {line.before.percent !== null && ` ${line.before.percent}%`} {line.before.text}
          </span>
        ) : (
          <span className="small quiet">没有列入</span>
        ),
    })
  return all
}

function Answered({ answer }: { answer: Answer }) {
  return <span className={answer === 'missing' ? 'strong' : 'quiet'}>{answerNames[answer]}</span>
}

function sentence(run: Run): string {
  const { counts } = run
  const now = `报送截止 ${dayText(run.dueOn)}。已报 ${shareText(counts.reported, counts.asked)}，其中迟报 ${counts.late}；未报 ${counts.missing}。`
  if (!run.previous) return now
  return `${now}上一次“${run.previous.title}”已报 ${shareText(run.previous.counts.reported, run.previous.counts.asked)}。`
}
