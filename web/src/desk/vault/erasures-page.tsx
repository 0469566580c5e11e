import { decideErasure, readErasures } from '@yingshang/core/vault/custody-contract'
import { erasureGroundWords } from '@yingshang/core/vault/labels.zh'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { dayText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { VaultTabs } from './vault-tabs.tsx'

type Line = z.output<typeof readErasures.reply>['lines'][number]

const columns: readonly Column<Line>[] = [
  { key: 'case', title: '件', width: '12rem', card: 'title', render: (one) => one.caseNumber ?? '—' },
  { key: 'ground', title: '为什么删除', width: '10rem', render: (one) => erasureGroundWords[one.ground] },
  { key: 'asked', title: '提出日期', width: '8rem', render: (one) => dayText(one.askedOn) },
  { key: 'hold', title: '暂缓', width: '6rem', render: (one) => (one.isOnHold ? '暂缓删除' : '') },
  { key: 'decide', title: '决定', screenOnly: true, render: (one) => <Decide line={one} /> },
]

/** Requests to erase; a person decides each, with a reason when it is refused. */
export function ErasuresPage() {
  const erasures = useRead(readErasures)
  return (
    <Page title="删除申请" state="删除的是原文、附件、往来消息和身份，删除后任何人都不能恢复；办理过程和留痕保留。">
      <VaultTabs here="/vault/erasures" />
      <Loaded query={erasures}>
        {({ lines }) => (
          <ListTable
            label="删除申请"
            columns={columns}
            rows={lines}
            rowKey={(one) => one.vaultId}
            empty={
              <EmptyState title="没有等待决定的删除申请">反映人申请删除，或者保存期满的件，会列在这里。</EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function Decide({ line }: { line: Line }) {
  const decide = useCommand(decideErasure)
  const [ask, dialog] = useConfirm()
  const [because, setBecause] = useState<string>()
  const params = { vaultId: line.vaultId }
  return (
    <div className="stack tight">
      <div className="actions">
        <Button
          size="small"
          danger
          disabled={line.isOnHold}
          loading={decide.busy}
          onClick={() =>
            ask({
              title: `删除 ${line.caseNumber ?? '这件'} 的原文和身份？`,
              willHappen: '删除后任何人都不能恢复，包括保管人员和管理员。办理过程、期限和结果保留。',
              yes: '删除',
              grave: true,
              run: () => decide.send({ params, body: { decision: 'erase' } }),
            })
          }
        >
          删除
        </Button>
        <Button size="small" onClick={() => setBecause('')}>
          不予删除
        </Button>
      </div>
      {because !== undefined && (
        <div className="actions">
          <Input
            aria-label="不予删除的理由"
            placeholder="不予删除的理由"
            maxLength={200}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
          <Button
            size="small"
            disabled={because.trim().length < 2}
            onClick={() => void decide.send({ params, body: { decision: 'refuse', because } })}
          >
            提交
          </Button>
        </div>
      )}
      <ProblemNotice problem={decide.problem} />
      {dialog}
    </div>
  )
}
