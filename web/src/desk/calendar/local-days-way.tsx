import type { OverlayDay } from '@yingshang/core/calendar/kept-version'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import { dayText } from '../../ui/day.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import type { Proposal } from './proposal.ts'
import { Look, type WayProps } from './change-ways.tsx'

const keyOf = (day: OverlayDay) => `${day.date} ${day.division}`

interface LocalDaysProps extends WayProps {
  readonly division: string
  readonly overlay: readonly OverlayDay[]
}

/** The place's own days on top of the notices: added and removed here, adopted together. */
export function LocalDaysWay({ look, forget, busy, division, overlay, children }: LocalDaysProps) {
  const [days, setDays] = useState<readonly OverlayDay[]>(overlay)
  const empty = { date: undefined as string | undefined, kind: 'off' as 'off' | 'work', name: '', basis: '', division }
  const [form, setForm] = useState(empty)
  const change = (next: readonly OverlayDay[]) => {
    setDays(next.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
    forget()
  }
  const { date } = form
  const wrongCode = /^[1-9]\d{5}$/.test(form.division) ? undefined : '行政区划代码是六位数字'
  const twice = date !== undefined && days.some((day) => keyOf(day) === `${date} ${form.division}`)
  const ready = date !== undefined && form.name.trim() !== '' && form.basis.trim() !== '' && !wrongCode && !twice
  const add = () => {
    change([...days, { ...form, date: date!, name: form.name.trim(), basis: form.basis.trim() }])
    setForm({ ...empty, basis: form.basis })
  }
  const proposal: Proposal = { kind: 'overlay', days: [...days] }
  const remove = (gone: OverlayDay) => change(days.filter((day) => day !== gone))
  return (
    <>
      <ListTable<OverlayDay>
        label="本地安排"
        rows={days}
        rowKey={keyOf}
        empty={<p className="quiet">还没有本地安排。地方性节日、本地另行放假或者上班的日子，加在这里。</p>}
        columns={[
          { key: 'date', title: '日期', width: '11rem', card: 'title', render: (day) => dayText(day.date) },
          { key: 'kind', title: '安排', width: '6rem', render: (day) => (day.kind === 'off' ? '放假' : '上班') },
          { key: 'name', title: '名称', render: (day) => day.name },
          { key: 'basis', title: '依据', render: (day) => day.basis },
          { key: 'division', title: '行政区划', width: '7rem', render: (day) => day.division },
          {
            key: 'remove',
            title: '移除',
            hiddenTitle: true,
            width: '5rem',
            render: (day) => (
              <button type="button" className="as-link" onClick={() => remove(day)}>
                移除<span className="only-read">：{day.date}</span>
              </button>
            ),
          },
        ]}
      />
      <div className="form">
        <Field label="日期" wrong={twice ? '这一天已经有安排，先移除再加' : undefined}>
          {({ id }) => <DayField id={id} value={date} onChange={(value) => setForm({ ...form, date: value })} />}
        </Field>
        <Radio.Group
          aria-label="放假还是上班"
          value={form.kind}
          onChange={(event) => setForm({ ...form, kind: event.target.value as 'off' | 'work' })}
        >
          <Radio value="off">放假</Radio>
          <Radio value="work">上班</Radio>
        </Radio.Group>
        <Field label="名称" hint="例如 地方性节日的名称。">
          {(ids) => (
            <Input
              {...ids}
              maxLength={40}
              value={form.name}
              onChange={(event) => setForm({ ...form, name: event.target.value })}
            />
          )}
        </Field>
        <Field label="依据" hint="哪个文件、哪一条。">
          {(ids) => (
            <Input
              {...ids}
              maxLength={200}
              value={form.basis}
              onChange={(event) => setForm({ ...form, basis: event.target.value })}
            />
          )}
        </Field>
        <Field label="行政区划代码" hint="在哪里适用。末尾是零的代码包括下级，例如省的代码适用全省。" wrong={wrongCode}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              style={{ width: '10rem' }}
              value={form.division}
              onChange={(event) => setForm({ ...form, division: event.target.value.trim() })}
            />
          )}
        </Field>
        <div className="row">
          <Button disabled={!ready} onClick={add}>
            加到列表
          </Button>
        </div>
        <Look look={() => look(proposal)} busy={busy} ready={JSON.stringify(days) !== JSON.stringify(overlay)} />
      </div>
      {children(proposal)}
    </>
  )
}
