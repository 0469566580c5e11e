import {
  openOriginal,
  readOpenings,
  useOpening as useAllowedOpening,
  type OpenedContent,
} from '@yingshang/core/vault/opening-contract'
import { consentWords, openingPartWords, openingReasonWords } from '@yingshang/core/vault/labels.zh'
import { openingParts, openingReasons, type OpeningPart, type OpeningReason } from '@yingshang/core/vault/opening-state'
import { usualVaultRules } from '@yingshang/core/vault/rules'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useEffect, useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { momentText, sizeText } from '../../ui/day.ts'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { UnlockForm } from './unlock-form.tsx'

interface OpenOriginalProps {
  readonly vaultId: string
  readonly holder: KeyHolder
  /** The human number, to find this submission's permission in the log. */
  readonly caseNumber: string
}

/**
 * On a case's page: asks for part and reason, for the passphrase when the key is closed here, and shows what was opened
 * until the page is left. A protected submission is asked for here and opened here once somebody allowed it.
 */
export function OpenOriginal({ vaultId, holder, caseNumber }: OpenOriginalProps) {
  const [part, setPart] = useState<OpeningPart>('original')
  const [reason, setReason] = useState<OpeningReason>('assigning')
  const [note, setNote] = useState('')
  const [shown, setShown] = useState<{ openingId: string; content: OpenedContent | null }>()
  const open = useCommand(openOriginal)
  const use = useCommand(useAllowedOpening)
  const waiting = useRead(readOpenings, { query: { holder, waiting: 'yes', page: 1 } })
  const allowed = waiting.data?.lines.find((line) => line.mayUse && line.caseNumber === caseNumber)
  const problem = open.problem ?? use.problem
  // What was opened leaves the screen with the page, and fifteen minutes later in any case.
  useEffect(() => {
    if (!shown?.content) return undefined
    const timer = setTimeout(() => setShown(undefined), 15 * 60_000)
    return () => clearTimeout(timer)
  }, [shown])
  const ask = async () => setShown(await open.send({ body: { vaultId, part, reason, note } }))
  const needsNote = usualVaultRules.reasonsWithNote.includes(reason)
  if (shown?.content)
    return <Opened openingId={shown.openingId} content={shown.content} onClose={() => setShown(undefined)} />
  return (
    <div className="form no-print">
      {shown && (
        <p className="notice" role="status">
          这件受保护，已经提出申请。另一名保管人员同意后，回到这里打开。
        </p>
      )}
      {allowed && (
        <p className="notice">
          {allowed.second}已同意打开{openingPartWords[allowed.part]}。{' '}
          <Button
            size="small"
            type="primary"
            loading={use.busy}
            onClick={() =>
              void use
                .send({ params: { openingId: allowed.openingId }, body: {} })
                .then((answer) => answer && setShown(answer))
            }
          >
            现在打开
          </Button>
        </p>
      )}
      <Field label="打开什么">
        {(ids) => (
          <Select
            {...ids}
            value={part}
            onChange={setPart}
            options={openingParts.map((value) => ({ value, label: openingPartWords[value] }))}
          />
        )}
      </Field>
      <Field label="理由" hint="理由、时间和您的职务，反映人凭回执看得到">
        {(ids) => (
          <Select
            {...ids}
            value={reason}
            onChange={setReason}
            options={openingReasons.map((value) => ({ value, label: openingReasonWords[value] }))}
          />
        )}
      </Field>
      <Field label="具体情况" optional={!needsNote}>
        {(ids) => <Input {...ids} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {problem?.code === 'vault.locked' ? (
        <UnlockForm holder={holder} onOpen={() => void ask()} />
      ) : (
        <ProblemNotice problem={problem} />
      )}
      <div className="actions">
        <Button
          type="primary"
          loading={open.busy}
          disabled={needsNote && note.trim() === ''}
          onClick={() => void ask()}
        >
          打开（留痕）
        </Button>
      </div>
    </div>
  )
}

const identityWords = {
  name: '姓名',
  mobile: '电话',
  email: '邮箱',
  company: '企业',
  companyCode: '信用代码',
  idNumber: '证件号',
  address: '住址',
  reachBy: '联系方式说明',
} as const

function Opened({ openingId, content, onClose }: { openingId: string; content: OpenedContent; onClose: () => void }) {
  return (
    <section className="notice no-print" aria-label={openingPartWords[content.part]}>
      <div className="row spread">
        <strong>{openingPartWords[content.part]}</strong>
        <Button size="small" onClick={onClose}>
          收起
        </Button>
      </div>
      {content.part === 'identity' ? (
        <dl className="facts">
          {content.identity === null ? (
            <>
              <dt>身份</dt>
              <dd>没有留身份（匿名）</dd>
            </>
          ) : (
            Object.entries(identityWords).flatMap(([field, label]) => {
              const value = content.identity?.[field as keyof typeof identityWords]
              return value ? [<dt key={field}>{label}</dt>, <dd key={`${field}-value`}>{value}</dd>] : []
            })
          )}
          <dt>本人意愿</dt>
          <dd>{consentWords[content.consent]}</dd>
        </dl>
      ) : (
        <>
          <h3>{content.title}</h3>
          {content.object !== '' && <p className="quiet">反映对象：{content.object}</p>}
          <p style={{ whiteSpace: 'pre-wrap' }}>{content.text}</p>
          {content.messages.map((message) => (
            <p key={message.messageId} style={{ whiteSpace: 'pre-wrap' }}>
              <span className="quiet">{momentText(message.sentAt)} 补充：</span>
              {message.text}
            </p>
          ))}
          {content.files.length > 0 && (
            <ul className="plain">
              {content.files.map((file) => (
                <li key={file.fileId}>
                  <a href={`/api/vault/openings/${openingId}/files/${file.fileId}`} download={file.name}>
                    {file.name}
                  </a>{' '}
                  <span className="quiet">{sizeText(file.bytes)}</span>
                </li>
              ))}
            </ul>
          )}
          {content.notReadable > 0 && (
            <p className="quiet">另有 {content.notReadable} 份用旧钥匙密封，由持有旧钥匙的保管人员打开。</p>
          )}
        </>
      )}
    </section>
  )
}
