import { caseMessages, sendMessage } from '@yingshang/core/cases/message-contract'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { Loaded } from '../../ui/problem-notice.tsx'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { WordsField } from './form-fields.tsx'
import type { ShownCase } from './use-case.ts'

/** What office and submitter wrote to each other; the submitter's words masked. */
export function CaseMessages({ found }: { found: ShownCase }) {
  const [writing, setWriting] = useState(false)
  const counts = found.messages
  const some = counts !== null && counts.fromSubmitter + counts.fromOffice > 0
  const messages = useRead(caseMessages, { params: { caseId: found.id } }, { enabled: some })
  const may = found.actions.some((one) => one.name === 'addMessage' && one.allowed)
  return (
    <div className="stack tight">
      {some && (
        <Loaded query={messages}>
          {(shown) => (
            <ul className="plain" aria-label="留言">
              {shown.messages.map((one) => (
                <li key={one.id}>
                  <span className="quiet">
                    {dayText(one.on)} {one.from === 'submitter' ? '反映人' : `营商办 ${one.by?.name ?? ''}`}
                  </span>
                  <p className="said">{one.text}</p>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
      {counts?.waiting && <p className="strong">反映人的留言还没有答复。</p>}
      {may && !writing && (
        <div className="actions no-print">
          <Button size="small" onClick={() => setWriting(true)}>
            给反映人留言
          </Button>
        </div>
      )}
      {writing && <MessageForm found={found} action="addMessage" done={() => setWriting(false)} />}
    </div>
  )
}

function MessageForm(props: CaseFormProps) {
  const form = useCaseForm(sendMessage, props, { text: '' })
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={form.value.text.trim() !== ''}
      body={() => form.value}
      submit="发出留言"
    >
      <WordsField
        label="留言内容"
        hint="反映人凭回执码看得到。对反映人称“您”"
        most={4000}
        rows={3}
        value={form.value.text}
        onChange={(text) => form.change({ text })}
        wrong={form.wrong('text')}
      />
    </CaseFormFrame>
  )
}
