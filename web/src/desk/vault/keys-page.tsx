import { lockVault, readVaultKeys, type RecoverySheet } from '@yingshang/core/vault/contract'
import { holderWords } from '@yingshang/core/vault/labels.zh'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { trialPassphrase } from '@yingshang/core/vault/trial'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { momentText } from '../../ui/day.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { ChangePassphraseForm, MakeKeyForm, RecoverForm, ReplaceKeyForm } from './key-forms.tsx'
import type { HolderKeys } from './holder-keys.ts'
import { KeyOfficers } from './key-officers.tsx'
import { RecoverySheetView } from './recovery-sheet.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { VaultTabs } from './vault-tabs.tsx'

/** The pair of the own body: set up, open and close, officers, recovery. */
export function KeysPage() {
  const keys = useRead(readVaultKeys)
  const { me } = useSession()
  const [sheet, setSheet] = useState<{ sheet: RecoverySheet; holder: KeyHolder }>()
  return (
    <Page
      title="密封件"
      state="反映人的原文、附件和身份都密封保存。只有保管人员凭自己的口令才能打开，每次打开都留痕，反映人凭回执看得到。"
    >
      <VaultTabs here="/vault" />
      {sheet ? (
        <RecoverySheetView {...sheet} madeOn={me.businessDay} onKept={() => setSheet(undefined)} />
      ) : (
        <Loaded query={keys}>
          {({ holders }) =>
            holders.map((one) => (
              <Holder key={one.holder} keys={one} onSheet={(made) => setSheet({ sheet: made, holder: one.holder })} />
            ))
          }
        </Loaded>
      )}
    </Page>
  )
}

function Holder({ keys, onSheet }: { keys: HolderKeys; onSheet: (sheet: RecoverySheet) => void }) {
  const { me } = useSession()
  const { holder, keyId } = keys
  if (keyId === null)
    return (
      <Section title={`${holderWords[holder]}：还没有钥匙`}>
        <p>没有钥匙时不接收任何反映。建钥匙的人是第一名保管人员，建好后可以再增加。</p>
        {keys.mayKeep ? <MakeKeyForm holder={holder} onSheet={onSheet} /> : <p className="quiet">由营商办主任建立。</p>}
      </Section>
    )
  return (
    <>
      <Section title={`${holderWords[holder]}的钥匙`}>
        <div className="stack">
          <dl className="facts">
            <dt>钥匙标识</dt>
            <dd>{keys.digest}（与恢复纸上的一致）</dd>
            {keys.retired > 0 && (
              <>
                <dt>已停用</dt>
                <dd>{keys.retired} 把，原有内容仍用它们打开</dd>
              </>
            )}
            <dt>现在</dt>
            <dd>{keys.openUntil ? `已打开，${momentText(keys.openUntil)} 前不用就自动关闭` : '关闭'}</dd>
          </dl>
          {keys.amOfficer && (keys.openUntil ? <Lock /> : <UnlockForm holder={holder} />)}
          {keys.amOfficer && keys.openUntil && keys.retired > 0 && (
            <details className="no-print">
              <summary>旧钥匙的口令不一样：再输入旧口令，打开原有内容</summary>
              <UnlockForm holder={holder} />
            </details>
          )}
          {keys.amOfficer && me.mode === 'trial' && (
            <p className="quiet">试用环境里示例人员的口令是：{trialPassphrase}</p>
          )}
        </div>
      </Section>
      <KeyOfficers keys={keys} keyId={keyId} />
      <Section title="口令与恢复" screenOnly>
        {keys.amOfficer && <ChangePassphraseForm holder={holder} />}
        <RecoverForm holder={holder} />
        {keys.mayKeep && <ReplaceKeyForm keyId={keyId} onSheet={onSheet} />}
      </Section>
    </>
  )
}

function Lock() {
  const lock = useCommand(lockVault)
  return (
    <div className="actions no-print">
      <Button loading={lock.busy} onClick={() => void lock.send({ body: {} })}>
        立即关闭
      </Button>
    </div>
  )
}
