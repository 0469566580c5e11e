import { allowOpening, readOpenings, refuseOpening, type OpeningLine } from '@yingshang/core/vault/opening-contract'
import { holderWords, openingKindWords, openingPartWords, openingReasonWords } from '@yingshang/core/vault/labels.zh'
import { keyHolders, type KeyHolder } from '@yingshang/core/vault/key-state'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { momentText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { VaultTabs } from './vault-tabs.tsx'

const columns: readonly Column<OpeningLine>[] = [
  { key: 'at', title: '时间', width: '11rem', render: (one) => momentText(one.at) },
  { key: 'case', title: '件', width: '12rem', card: 'title', render: (one) => one.caseNumber ?? '—' },
  { key: 'part', title: '打开什么', width: '8rem', render: (one) => openingPartWords[one.part] },
  { key: 'officer', title: '谁', width: '8rem', render: (one) => one.officer },
  {
    key: 'reason',
    title: '理由',
    render: (one) => `${openingReasonWords[one.reason]}${one.note === '' ? '' : `：${one.note}`}`,
  },
  {
    key: 'kind',
    title: '结果',
    render: (one) => (
      <>
        {openingKindWords[one.kind]}
        {one.second && <span className="quiet">（{one.second}）</span>}
        {one.because && <span>：{one.because}</span>}
        {one.mayDecide && <Decide line={one} />}
        {one.mayUse && <p className="quiet no-print">请回到这件的页面打开</p>}
      </>
    ),
  },
]

/** Every opening, asked, refused or done; refusals stay. */
export function OpeningsPage() {
  const { is, office } = useSession()
  const [url, change] = useUrlState({ waiting: 'flag', page: 'page' })
  const holder: KeyHolder =
    keyHolders.find((one) => (one === 'office' ? office || is('auditor') : is('disciplineInspection'))) ?? 'office'
  const query = { holder, waiting: url.waiting ? ('yes' as const) : ('no' as const), page: url.page }
  const log = useRead(readOpenings, { query }, { keep: true })
  return (
    <Page
      title="打开记录"
      state={`${holderWords[holder]}打开原文和身份的全部记录，最近的在前。反映人凭回执看得到其中的职务、时间和理由。`}
      actions={<PrintButton />}
    >
      <VaultTabs here="/vault/openings" />
      <FilterBar clear={url.waiting ? () => change({ waiting: false }) : undefined}>
        <Checkbox checked={url.waiting} onChange={(event) => change({ waiting: event.target.checked })}>
          只看等待同意的
        </Checkbox>
      </FilterBar>
      <Loaded query={log}>
        {({ lines, total }) => (
          <ListTable
            label="打开记录"
            columns={columns}
            rows={lines}
            rowKey={(one) => one.openingId}
            empty={<EmptyState title="没有记录">有人申请或者打开原文、身份时，会记在这里。</EmptyState>}
            paging={{ page: url.page, size: 50, total, onPage: (page) => change({ page }) }}
          />
        )}
      </Loaded>
    </Page>
  )
}

function Decide({ line }: { line: OpeningLine }) {
  const allow = useCommand(allowOpening)
  const refuse = useCommand(refuseOpening)
  const [because, setBecause] = useState<string>()
  const params = { openingId: line.openingId }
  return (
    <div className="stack tight no-print">
      <div className="actions">
        <Button size="small" type="primary" loading={allow.busy} onClick={() => void allow.send({ params, body: {} })}>
          同意打开
        </Button>
        <Button size="small" onClick={() => setBecause('')}>
          不同意
        </Button>
      </div>
      {because !== undefined && (
        <div className="actions">
          <Input
            aria-label="不同意的理由"
            placeholder="不同意的理由"
            maxLength={200}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
          <Button
            size="small"
            disabled={because.trim().length < 2}
            loading={refuse.busy}
            onClick={() => void refuse.send({ params, body: { because } })}
          >
            提交
          </Button>
        </div>
      )}
      <ProblemNotice problem={allow.problem ?? refuse.problem} />
    </div>
  )
}
