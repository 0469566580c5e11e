import { draft as draftResult, handIn } from '@yingshang/core/tasks/assignment-contract'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { useCommand } from '../../api/use-command.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useDraft } from '../../ui/draft-keeper.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { FileField, type KeptFile } from '../../ui/file-field.tsx'
import { useSession } from '../frame/session.tsx'
import { FormFrame } from './form-frame.tsx'
import type { PartFormProps } from './part-form-props.ts'

interface Given {
  readonly text: string
  readonly files: readonly KeptFile[]
  readonly place: string
  readonly on: string
  readonly withoutParts: boolean
}

/** Completion: drafted for the signature of the head, or handed in at once; begins with what was given before. */
export function ResultForm({ part, done, mustPublish, action }: PartFormProps) {
  const { me } = useSession()
  const before = part.result
  const kept = useDraft<Given>(`${me.personId}.${part.id}.result`, {
    text: before?.text ?? '',
    files: before?.files.map((file) => ({ fileId: file.id, name: file.name, bytes: file.bytes })) ?? [],
    place: before?.publication?.place ?? '',
    on: before?.publication?.on ?? '',
    withoutParts: false,
  })
  const sendDraft = useCommand(draftResult)
  const sendIn = useCommand(handIn)
  const { value } = kept
  const change = (next: Partial<Given>) => kept.change({ ...value, ...next })
  const drafting = action === 'draft'
  const command = drafting ? sendDraft : sendIn
  const submit = async () => {
    const result = {
      text: value.text,
      fileIds: value.files.map((file) => file.fileId),
      publication: value.place.trim() === '' || value.on === '' ? null : { place: value.place, on: value.on },
      withoutParts: value.withoutParts,
    }
    const params = { assignmentId: part.id }
    const sent = drafting
      ? await sendDraft.send({ params, body: result })
      : await sendIn.send({ params, body: { result } })
    if (sent) {
      kept.clear()
      done()
    }
  }
  const published = !mustPublish || (value.place.trim().length > 1 && value.on !== '')
  const field = (name: string) => wrongField(command.problem, name) ?? wrongField(command.problem, `result.${name}`)
  return (
    <FormFrame
      title={drafting ? '拟完成情况，送负责人签发' : '报送完成情况'}
      submit={drafting ? '送签发' : '报送'}
      ready={value.text.trim() !== '' && published && (part.outstanding === 0 || value.withoutParts)}
      busy={command.busy}
      problem={command.problem}
      restored={kept.restored}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      <Field label="完成情况" hint="对照任务写清做成了什么、在哪里能看到" wrong={field('text')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 5, maxRows: 18 }}
            maxLength={4000}
            value={value.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <FileField
        label="证明材料"
        hint="文件、照片"
        purpose="evidence"
        accept="image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.txt"
        files={value.files}
        onChange={(files) => change({ files })}
      />
      {mustPublish && (
        <>
          <Field label="在哪里向社会公布" hint="网址或者地点。这项任务必须公开" wrong={field('publication.place')}>
            {(ids) => (
              <Input {...ids} value={value.place} onChange={(event) => change({ place: event.target.value })} />
            )}
          </Field>
          <Field label="公布日期" wrong={field('publication.on')}>
            {(ids) => (
              <DayField
                id={ids.id}
                value={value.on === '' ? undefined : value.on}
                onChange={(on) => change({ on: on ?? '' })}
              />
            )}
          </Field>
        </>
      )}
      {part.outstanding > 0 && (
        <Checkbox checked={value.withoutParts} onChange={(event) => change({ withoutParts: event.target.checked })}>
          还有 {part.outstanding} 个单位的部分没有交来，不等了，先报
        </Checkbox>
      )}
    </FormFrame>
  )
}
