import { draftResult, givePart, reportResult } from '@yingshang/core/cases/action-contract'
import { outcomes, type Outcome } from '@yingshang/core/cases/case-words'
import { conclusionNames } from '@yingshang/core/cases/labels.zh'
import Checkbox from 'antd/es/checkbox'
import { FileField, type KeptFile } from '../../ui/file-field.tsx'
import { useSession } from '../frame/session.tsx'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { ChoiceField, choicesOf, WordsField } from './form-fields.tsx'

const evidence = 'image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.txt'

interface Given {
  readonly text: string
  readonly files: readonly KeptFile[]
  readonly outcome: Outcome | null
  readonly withoutParts: boolean
}

/** The result: drafted for the head's signature, or reported at once; begins with what was drafted. */
export function ResultForm(props: CaseFormProps) {
  const { draft, rounds } = props.found
  const before = draft ?? rounds.at(-1)?.result ?? null
  const empty: Given = {
    text: before?.text ?? '',
    files: before?.files.map((file) => ({ fileId: file.id, name: file.name, bytes: file.bytes })) ?? [],
    outcome: before?.outcome ?? null,
    withoutParts: false,
  }
  const drafting = useCaseForm(draftResult, props, empty)
  const reporting = useCaseForm(reportResult, props, empty)
  const isDraft = props.action === 'draft'
  const { value, change, wrong } = isDraft ? drafting : reporting
  const owed = rounds.at(-1)?.supporting.filter((one) => one.givenOn === null).length ?? 0
  const ready = value.text.trim() !== '' && value.outcome !== null && (owed === 0 || value.withoutParts)
  const result = () => ({
    text: value.text,
    fileIds: value.files.map((file) => file.fileId),
    outcome: value.outcome!,
    withoutParts: value.withoutParts,
  })
  const field = (name: string) => wrong(name) ?? wrong(`result.${name}`)
  const fields = (
    <>
      <ChoiceField
        label="办成什么样"
        value={value.outcome}
        choices={choicesOf(outcomes, conclusionNames)}
        onChange={(outcome) => change({ outcome })}
        wrong={field('outcome')}
      />
      <WordsField
        label="办理结果"
        hint="查到什么、怎样办的、办到什么程度。不要写反映人是谁"
        most={4000}
        rows={5}
        value={value.text}
        onChange={(text) => change({ text })}
        wrong={field('text')}
      />
      <FileField
        label="证明材料"
        hint="文件、照片"
        purpose="evidence"
        accept={evidence}
        files={value.files}
        onChange={(files) => change({ files })}
      />
      {owed > 0 && (
        <Checkbox checked={value.withoutParts} onChange={(event) => change({ withoutParts: event.target.checked })}>
          还有 {owed} 个配合单位没有提交，不再等待，先报
        </Checkbox>
      )}
    </>
  )
  return isDraft ? (
    <CaseFormFrame of={props} form={drafting} ready={ready} body={result} submit="送签发">
      {fields}
    </CaseFormFrame>
  ) : (
    <CaseFormFrame of={props} form={reporting} ready={ready} body={() => ({ result: result() })}>
      {fields}
    </CaseFormFrame>
  )
}

/** What a helping unit owes the lead. */
export function PartForm(props: CaseFormProps) {
  const { me } = useSession()
  const mine = new Set(me.posts.map((post) => post.unitId))
  const owing = (props.found.rounds.at(-1)?.supporting ?? []).filter((one) => mine.has(one.unit.id))
  const form = useCaseForm(givePart, props, {
    unitId: (owing[0]?.unit.id ?? null) as string | null,
    text: '',
    files: [] as readonly KeptFile[],
  })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.unitId !== null && value.text.trim() !== ''}
      body={() => ({ unitId: value.unitId!, text: value.text, fileIds: value.files.map((file) => file.fileId) })}
    >
      {owing.length > 1 && (
        <ChoiceField
          label="哪个单位的部分"
          value={value.unitId}
          choices={owing.map((one) => ({ value: one.unit.id, label: one.unit.name }))}
          onChange={(unitId) => change({ unitId })}
        />
      )}
      <WordsField
        label="本单位的部分"
        most={4000}
        rows={4}
        value={value.text}
        onChange={(text) => change({ text })}
        wrong={wrong('text')}
      />
      <FileField
        label="证明材料"
        hint="文件、照片"
        purpose="evidence"
        accept={evidence}
        files={value.files}
        onChange={(files) => change({ files })}
      />
    </CaseFormFrame>
  )
}
