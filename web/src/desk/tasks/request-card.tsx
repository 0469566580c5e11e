import { approveRequest, refuseRequest, takeBackRequest } from '@yingshang/core/tasks/change-request-contract'
import type { shownRequest } from '@yingshang/core/tasks/contract-parts'
import Input from 'antd/es/input'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { dayText } from '../../ui/day.ts'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { FormFrame } from './form-frame.tsx'
import { requestNames } from '@yingshang/core/tasks/labels.zh'

interface RequestCardProps {
  readonly request: z.output<typeof shownRequest>
  /** The task it belongs to, where the card stands outside it. */
  readonly about?: ReactNode
}

const labels: Readonly<Record<string, string>> = { approve: '同意', refuse: '不同意', takeBack: '撤回申请' }

/** A request for another date or unit, with its answer or what may be done with it. */
export function RequestCard({ request, about }: RequestCardProps) {
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const approve = useCommand(approveRequest)
  const refuse = useCommand(refuseRequest)
  const takeBack = useCommand(takeBackRequest)
  const params = { requestId: request.id }
  const run = (name: string) => {
    if (name === 'approve') void approve.send({ params, body: {} })
    else if (name === 'refuse') setRefusing(true)
    else void takeBack.send({ params, body: {} })
  }
  return (
    <article className="part">
      <div className="row spread">
        <div>
          {about}
          <p>
            <span className="strong">{request.unit.name}</span>申请
            {request.what.kind === 'date'
              ? `期限改到 ${dayText(request.what.dueOn)}`
              : `改由${request.what.unit.name}办理`}
          </p>
        </div>
        <span className="tag strong">{requestNames[request.status]}</span>
      </div>
      <p>{request.reason}</p>
      <p className="quiet small">
        {request.askedOn} 提出
        {request.answeredOn && `，${request.answeredOn} 答复`}
        {request.answer && `：${request.answer}`}
      </p>
      {refusing ? (
        <FormFrame
          title="不同意调整"
          submit="答复不同意"
          ready={reason.trim() !== ''}
          busy={refuse.busy}
          problem={refuse.problem}
          onSubmit={() => void refuse.send({ params, body: { reason } }).then((done) => done && setRefusing(false))}
          onCancel={() => setRefusing(false)}
        >
          <Field label="原因">
            {(ids) => (
              <Input.TextArea
                {...ids}
                autoSize
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </FormFrame>
      ) : (
        <>
          <ProblemNotice problem={approve.problem ?? takeBack.problem} />
          <ActionBar
            busy={approve.busy || takeBack.busy}
            actions={request.actions
              .filter((action) => labels[action.name] !== undefined)
              .map((action) => ({
                key: `${request.id}-${action.name}`,
                label: labels[action.name]!,
                refusal: action.allowed ? undefined : (action.refusal ?? { code: 'access.not-allowed' }),
                run: () => run(action.name),
              }))}
          />
        </>
      )}
    </article>
  )
}
