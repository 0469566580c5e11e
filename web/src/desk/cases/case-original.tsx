import Button from 'antd/es/button'
import { useState } from 'react'
import { OpenOriginal } from '../vault/open-original.tsx'
import type { ShownCase } from './use-case.ts'

/** The sealed original and the submitter's name: for the office, by the vault, written down every time. */
export function CaseOriginal({ found }: { found: ShownCase }) {
  const [open, setOpen] = useState(false)
  if (found.vaultId === null) return null
  if (!open)
    return (
      <div className="actions no-print" style={{ marginTop: 10 }}>
        <Button size="small" onClick={() => setOpen(true)}>
          打开原文或身份（留痕）
        </Button>
      </div>
    )
  return <OpenOriginal vaultId={found.vaultId} holder="office" caseNumber={found.number} />
}
