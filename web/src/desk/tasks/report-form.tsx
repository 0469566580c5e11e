import { report } from '@yingshang/core/tasks/assignment-contract'
import Input from 'antd/es/input'
import { useCommand } from '../../api/use-command.ts'
import { useDraft } from '../../ui/draft-keeper.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { FileField, type KeptFile } from '../../ui/file-field.tsx'
import { useSession } from '../frame/session.tsx'
import { FormFrame } from './form-frame.tsx'
import type { PartFormProps } from './part-form-props.ts'

interface ReportFormProps extends Pick<PartFormProps, 'part' | 'done'> {
  /** The report that this one puts right; it stays in the history, marked. */
  readonly corrects?: ShownReport | undefined
}
type ShownReport = NonNullable<PartFormProps['part']['latestReport']>

interface Report {
  readonly text: string
  readonly percent: string
  readonly files: readonly KeptFile[]
}
const empty: Report = { text: '', percent: '', files: [] }

/** Progress: what was done, how far, with photographs and documents. */
export function ReportForm({ part, done, corrects }: ReportFormProps) {
  const { me } = useSession()
  const draft = useDraft<Report>(
    `${me.personId}.${part.id}.${corrects ? `corrects.${corrects.reportId}` : 'report'}`,
    corrects ? toCorrect(corrects, me.personId) : empty,
  )
  const send = useCommand(report)
  const { value } = draft
  const percent = value.percent === '' ? null : Number(value.percent)
  const submit = async () => {
    const body = {
      text: value.text,
      percent,
      fileIds: value.files.map((file) => file.fileId),
      corrects: corrects?.reportId ?? null,
    }
    if (await send.send({ params: { assignmentId: part.id }, body })) {
      draft.clear()
      done()
    }
  }
  return (
    <FormFrame
      title={corrects ? `更正 ${corrects.on} 报送的进展` : '报送进展'}
      submit={corrects ? '报送更正' : '报送'}
      ready={value.text.trim() !== '' && (percent === null || (percent >= 0 && percent <= 100))}
      busy={send.busy}
      problem={send.problem}
      restored={draft.restored}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      <Field label="做了什么，到什么程度，下一步做什么" wrong={wrongField(send.problem, 'text')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={4000}
            value={value.text}
            onChange={(event) => draft.change({ ...value, text: event.target.value })}
          />
        )}
      </Field>
      <Field label="完成百分之几" optional wrong={wrongField(send.problem, 'percent')}>
        {(ids) => (
          <Input
            {...ids}
            type="number"
            min={0}
            max={100}
            step={1}
            inputMode="numeric"
            style={{ width: '7rem' }}
            value={value.percent}
            onChange={(event) => draft.change({ ...value, percent: event.target.value })}
          />
        )}
      </Field>
      <FileField
        label="照片和材料"
        hint={
          corrects && corrects.files.length > value.files.length
            ? '原来那一条的材料仍然留着，有新的再附上'
            : '有就附上，没有可以不附。照片里的地点和设备信息会自动去掉'
        }
        purpose="evidence"
        accept="image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.txt"
        files={value.files}
        onChange={(files) => draft.change({ ...value, files })}
      />
    </FormFrame>
  )
}

/** The earlier words to change. Files go along only for who handed them up: nobody sends another's files as their own. */
function toCorrect(earlier: ShownReport, personId: string): Report {
  return {
    text: earlier.text,
    percent: earlier.percent === null ? '' : String(earlier.percent),
    files: earlier.by?.id === personId ? earlier.files.map(({ id, name, bytes }) => ({ fileId: id, name, bytes })) : [],
  }
}
