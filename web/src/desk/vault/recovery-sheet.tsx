import type { RecoverySheet } from '@yingshang/core/vault/contract'
import { holderWords } from '@yingshang/core/vault/labels.zh'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import { useState } from 'react'
import { PrintButton } from '../../ui/print-button.tsx'

interface SheetProps {
  readonly sheet: RecoverySheet
  readonly holder: KeyHolder
  readonly madeOn: string
  readonly onKept: () => void
}

/** Shown once after a pair was made: to be printed and put into the safe before going on. */
export function RecoverySheetView({ sheet, holder, madeOn, onKept }: SheetProps) {
  const [kept, setKept] = useState(false)
  return (
    <section className="section stack" aria-label="恢复纸">
      <h2>{holderWords[holder]}密封钥匙恢复纸</h2>
      <dl className="facts">
        <dt>建立日期</dt>
        <dd>{madeOn}</dd>
        <dt>钥匙标识</dt>
        <dd>{sheet.digest}</dd>
        <dt>恢复码</dt>
        <dd>
          <strong className="keep" style={{ fontFamily: 'monospace', fontSize: '1.25rem', overflowWrap: 'anywhere' }}>
            {sheet.recoveryCode}
          </strong>
        </dd>
      </dl>
      <ul className="plain">
        <li>这是打开反映人原文和身份的最后办法。请装入信封密封，放进保险柜，由两人共同保管。</li>
        <li>谁拿到这张纸和数据库，谁就能看到全部原文和身份。不要拍照、不要录入电脑、不要发送。</li>
        <li>所有保管人员都忘记口令、恢复纸又丢失的，已收到的原文和身份永远打不开，任何人都没有办法。</li>
        <li>恢复码只在这里显示一次，离开本页后不能再看。</li>
      </ul>
      <div className="actions no-print">
        <PrintButton label="打印恢复纸" />
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          已经打印，并且核对清楚
        </Checkbox>
        <Button type="primary" disabled={!kept} onClick={onKept}>
          完成
        </Button>
      </div>
    </section>
  )
}
