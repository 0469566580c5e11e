import { unitKindNames } from '@yingshang/core/units/labels.zh'
import { unitKinds } from '@yingshang/core/units/unit'
import { registerUnit } from '@yingshang/core/units/units-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { UnitChoice } from './unit-choice.tsx'

/** A new unit under an existing one; `parentId` fixes the place. */
export function RegisterUnit({ parentId, done }: { parentId?: string; done: (unitId: string) => void }) {
  const [parent, setParent] = useState(parentId)
  const [kind, setKind] = useState<(typeof unitKinds)[number]>(parentId ? 'section' : 'department')
  const [name, setName] = useState('')
  const [shortName, setShortName] = useState('')
  const [aliases, setAliases] = useState<string[]>([])
  const send = useCommand(registerUnit)
  const submit = async () => {
    const made = await send.send({ body: { parentId: parent!, kind, name, shortName, aliases } })
    if (made) done(made.unitId)
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label="上级单位" wrong={wrongField(send.problem, 'parentId')}>
        {(ids) => <UnitChoice id={ids.id} label="上级单位" value={parent} onChange={setParent} />}
      </Field>
      <Field label="类别">
        {(ids) => (
          <Select
            {...ids}
            value={kind}
            onChange={setKind}
            options={unitKinds.map((value) => ({ value, label: unitKindNames[value] }))}
          />
        )}
      </Field>
      <Field label="全称" wrong={wrongField(send.problem, 'name')}>
        {(ids) => <Input {...ids} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="简称" hint="清单和表格里用的名称" wrong={wrongField(send.problem, 'shortName')}>
        {(ids) => <Input {...ids} value={shortName} onChange={(event) => setShortName(event.target.value)} />}
      </Field>
      <Field label="别的叫法" hint="文件里可能出现的写法，以后导入时自动认得" optional>
        {(ids) => (
          <Select
            {...ids}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={aliases}
            onChange={setAliases}
            tokenSeparators={['、', '，']}
          />
        )}
      </Field>
      <ProblemNotice problem={send.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={!parent || name.trim() === '' || shortName.trim() === ''}
          loading={send.busy}
        >
          登记
        </Button>
      </div>
    </form>
  )
}
