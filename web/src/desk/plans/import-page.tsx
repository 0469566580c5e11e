import { Link, useNavigate } from '@tanstack/react-router'
import { importPlan } from '@yingshang/core/plans/contract'
import { readingRefusalCodes, readingSentence } from '@yingshang/core/plans/reading.zh'
import Button from 'antd/es/button'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { FileField, type KeptFile } from '../../ui/file-field.tsx'
import { LongWork } from '../../ui/long-work.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { learnSentences } from '../../ui/say-refusal.ts'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'

learnSentences(
  Object.fromEntries(readingRefusalCodes.map((code) => [code, (facts) => readingSentence({ code, facts })])),
)

type Purpose = 'campaign' | 'moreLists' | 'revision'

/** Drop the notice, say what it is for, and go to the review. Nothing is live before a person publishes. */
export function ImportPage() {
  const { campaign } = useSession()
  const [url] = useUrlState({ purpose: 'text' })
  const [purpose, setPurpose] = useState<Purpose>(
    url.purpose === 'moreLists' || url.purpose === 'revision' ? url.purpose : campaign ? 'moreLists' : 'campaign',
  )
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const read = useCommand(importPlan)
  const navigate = useNavigate()
  const file = files[0]
  const start = async () => {
    if (!file) return
    const what =
      purpose === 'campaign' || !campaign ? { kind: 'campaign' as const } : { kind: purpose, campaignId: campaign.id }
    const done = await read.send({ body: { fileId: file.fileId, purpose: what } })
    if (done) void navigate({ to: `/plans/${done.planId}` })
  }
  return (
    <Page
      title="导入方案文件"
      trail={<Link to="/plans">方案与规则</Link>}
      state="先读出结构，再和原文并排核对。发布之前，什么都不会生效。"
    >
      <div className="form">
        {campaign && (
          <div className="field" role="radiogroup" aria-label="这份文件用来做什么">
            <span className="label">这份文件用来做什么</span>
            <Radio.Group value={purpose} onChange={(event) => setPurpose(event.target.value as Purpose)} vertical>
              <Radio value="moreLists">给「{campaign.name}」补充清单</Radio>
              <Radio value="revision">修订「{campaign.name}」的方案（显示差异，保留已办的工作）</Radio>
              <Radio value="campaign">开始一个新行动</Radio>
            </Radio.Group>
          </div>
        )}
        <FileField
          label="方案文件"
          hint="Word（docx、doc）、带文字的 PDF、文本、Excel 清单，一次一份，不超过 20 MB"
          purpose="plan"
          accept=".docx,.doc,.pdf,.txt,.xlsx,.xls"
          files={files}
          onChange={setFiles}
          most={1}
        />
        {read.busy && <LongWork title="正在读文件" now="读出条款、清单、单位和期限" />}
        <ProblemNotice problem={read.problem} kept="已上传的文件还在，可以直接再试。" />
        <div className="actions">
          <Button type="primary" disabled={!file || read.busy} onClick={() => void start()}>
            读出结构
          </Button>
        </div>
      </div>
    </Page>
  )
}
