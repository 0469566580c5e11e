import { rosterColumnNames, rosterFaultSentences } from '@yingshang/core/units/labels.zh'
import { checkRoster, importRoster, rosterTemplate } from '@yingshang/core/units/roster-contract'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { urlOf } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { LongWork } from '../../ui/long-work.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { UnitTabs } from './unit-tabs.tsx'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Checked = z.output<typeof checkRoster.reply>
type Fault = Checked['faults'][number]

/** The roster by Excel: a dry run that shows every fault, then the import of exactly what was checked. */
export function RosterPage() {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const check = useCommand(checkRoster)
  const load = useCommand(importRoster)
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    load.reset()
    setFile(chosen)
    void check.send({ file: asWorkbook(chosen) })
  }
  const start = (faulty: 'refuse' | 'skip') =>
    load.send({ file: asWorkbook(file!), query: { digest: check.data!.digest, faulty } })
  const checked = check.data
  const badRows = new Set(checked?.faults.map((fault) => fault.row)).size
  return (
    <Page
      title="名册导入"
      state="先试导入，看清有哪些问题，再决定写入。试导入不改动任何数据。"
      actions={checked && checked.faults.length > 0 && <PrintButton label="打印问题清单" />}
    >
      <UnitTabs here="/people/roster" />
      <div className="stack" style={{ marginTop: 16 }}>
        <div className="row no-print">
          <Button href={urlOf(rosterTemplate, {})} download>
            下载模板
          </Button>
          <Button
            type={checked ? 'default' : 'primary'}
            disabled={check.busy || load.busy}
            onClick={() => input.current?.click()}
          >
            {file ? '换一份名册' : '选择名册'}
          </Button>
          {file && <span className="quiet">{file.name}</span>}
          <input
            ref={input}
            hidden
            type="file"
            accept=".xlsx"
            aria-label="名册文件"
            onChange={(event) => {
              take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        {!file && (
          <ol className="steps">
            <li>下载模板。每人一行：单位、姓名、岗位、手机，写法见模板里的“填写说明”。</li>
            <li>选择填好的名册，先试导入：有问题的每一行都列出来，这时什么都没有写入。</li>
            <li>在表里改好再试，没有问题就写入。已有的人员不会重复，只更正有变化的。</li>
          </ol>
        )}
        {check.busy && <LongWork title="正在试导入" />}
        <ProblemNotice problem={check.problem ?? load.problem} kept="没有写入任何内容。" />
        {checked && !load.data && (
          <>
            <p>
              共 {checked.rows} 行：新增人员 {checked.newPeople}，新设岗位 {checked.newPosts}，更正 {checked.corrected}
              ，没有变化 {checked.unchanged}
              {badRows > 0 && <b>，有问题 {badRows} 行</b>}。
            </p>
            <div className="actions">
              <Button
                type="primary"
                disabled={badRows > 0 || load.busy}
                loading={load.busy}
                onClick={() => void start('refuse')}
              >
                写入
              </Button>
              {badRows > 0 && badRows < checked.rows && (
                <Button disabled={load.busy} onClick={() => void start('skip')}>
                  跳过有问题的 {badRows} 行，写入其余
                </Button>
              )}
            </div>
            {checked.faults.length > 0 && <Faults faults={checked.faults} />}
          </>
        )}
        {load.data && (
          <div className="notice">
            <h3>已写入</h3>
            <p>
              新增人员 {load.data.newPeople}，新设岗位 {load.data.newPosts}，更正 {load.data.corrected}
              {load.data.faults.length > 0 && `，跳过 ${new Set(load.data.faults.map((fault) => fault.row)).size} 行`}。
              <Link to="/people">到“人员”页打印激活单</Link>
            </p>
          </div>
        )}
      </div>
    </Page>
  )
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  return (
    <Section title={`问题（${faults.length}）`}>
      <ListTable
        label="名册里的问题"
        rows={faults}
        rowKey={(fault) => `${fault.row}-${fault.column}-${fault.code}`}
        columns={[
          { key: 'row', title: '行', width: '4rem', render: (fault) => fault.row },
          { key: 'column', title: '列', width: '8rem', render: (fault) => rosterColumnNames[fault.column] },
          {
            key: 'what',
            title: '问题',
            card: 'title',
            render: (fault) => rosterFaultSentences[fault.code].replace('{choices}', fault.choices?.join('、') ?? ''),
          },
        ]}
      />
    </Section>
  )
}

/** Some systems give a workbook no type, or another; the server wants exactly this one. */
function asWorkbook(file: File): File {
  return file.type === workbookType
    ? file
    : new File([file], file.name, { type: workbookType, lastModified: file.lastModified })
}
