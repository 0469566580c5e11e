import type { Problem } from '@yingshang/core/kernel/problem'
import type { Refusal } from '@yingshang/core/kernel/refusal'
import { ruleSetProblemSentence } from '@yingshang/core/rules/labels.zh'
import type { RuleSetProblem } from '@yingshang/core/rules/rule-set-version'
import Input from 'antd/es/input'
import { ActionBar } from '../../ui/action-bar.tsx'
import { useConfirm } from '../../ui/confirm.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'

interface PublishVersionProps {
  readonly validFrom: string
  readonly nextFrom: string
  readonly reason: string
  readonly problems: readonly RuleSetProblem[]
  readonly nothing: boolean
  readonly refusal: Refusal | null
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly willHappen: string
  readonly onChange: (part: { validFrom?: string; reason?: string }) => void
  readonly onPublish: () => void
}

/** From when, why, and the publication; what stands in its way is said at its field. */
export function PublishVersion(props: PublishVersionProps) {
  const { validFrom, nextFrom, reason, problems, nothing } = props
  const [ask, dialog] = useConfirm()
  const ofDay = problems.filter(({ path }) => path === 'validFrom')
  const others = problems.filter(({ path }) => path !== 'validFrom' && path !== '')
  const missing = nothing
    ? { code: 'rules.nothing-changed' }
    : problems.length > 0
      ? {
          code: problems.some(({ code }) => code === 'rules.nothing-changed')
            ? 'rules.nothing-changed'
            : 'rules.invalid-value',
        }
      : reason.trim() === ''
        ? { code: 'rules.reason-missing' }
        : null
  return (
    <div className="form">
      <Field
        label="从哪一天起生效"
        hint={`最早 ${nextFrom}`}
        wrong={ofDay.length > 0 ? ofDay.map(sentenceOf).join('') : undefined}
      >
        {({ id }) => (
          <DayField
            id={id}
            value={validFrom}
            min={nextFrom}
            onChange={(day) => day && props.onChange({ validFrom: day })}
          />
        )}
      </Field>
      <Field label="为什么改" hint="写进历次版本，所有能看规则的人都看得到">
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2 }}
            maxLength={300}
            value={reason}
            onChange={(event) => props.onChange({ reason: event.target.value })}
          />
        )}
      </Field>
      {others.length > 0 && (
        <div className="notice caution">
          <p className="strong">还有 {others.length} 处要改正</p>
          <ul className="plain">
            {[...new Set(others.map(sentenceOf))].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <ProblemNotice problem={props.problem} kept="改动都还在这里。" />
      <ActionBar
        busy={props.busy}
        actions={[
          {
            key: 'publish',
            label: '发布下一版',
            refusal: props.refusal ?? missing,
            run: () =>
              ask({ title: '发布下一版规则？', willHappen: props.willHappen, yes: '发布', run: props.onPublish }),
          },
        ]}
      />
      {dialog}
    </div>
  )
}

/** A refusal that is no problem of a field has its sentence with the other refusals. */
function sentenceOf(problem: RuleSetProblem): string {
  return problem.path === 'validFrom' ? sayRefusal(problem) : ruleSetProblemSentence(problem)
}
