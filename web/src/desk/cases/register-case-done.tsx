import { useBlocker, useNavigate } from '@tanstack/react-router'
import { shownReceiptCode } from '@yingshang/core/vault/receipt-code'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Modal from 'antd/es/modal'
import { Fragment, useState } from 'react'
import { dayText } from '../../ui/day.ts'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'

export interface Registered {
  readonly id: string
  readonly number: string
  readonly takeOverCode: string
  readonly receivedOn: string
}

/** The one time the code is seen: to be read out or handed over. What is printed says nothing of the content. */
export function RegisteredView({ made, next }: { readonly made: Registered; readonly next: () => void }) {
  const [told, setTold] = useState(false)
  const navigate = useNavigate()
  const leaving = useBlocker({ shouldBlockFn: () => !told, enableBeforeUnload: () => !told, withResolver: true })
  return (
    <Page title="已登记" state={`编号 ${made.number}，${dayText(made.receivedOn)} 收到。`}>
      <section className="stack" aria-label="接管码">
        <div className="take-over-box">
          <h2>接管码</h2>
          <p className="take-over-code secret">
            {shownReceiptCode(made.takeOverCode)
              .split(' ')
              .map((group, at) => (
                <Fragment key={at}>
                  <span>{group}</span>{' '}
                </Fragment>
              ))}
          </p>
        </div>
        <ul className="plain">
          <li>
            在哪里用：用手机或电脑打开{' '}
            <strong className="keep take-over-address">{`${location.origin}/receipt`}</strong>
            ，输入接管码。
          </li>
          <li>只能用一次：输入以后换成反映人自己的回执码，以后凭回执码查进度、收答复、说满意不满意。</li>
          <li>谁拿着接管码，谁就能接管这一件。不要告诉别人。</li>
        </ul>
        <p className="notice no-print">
          来电的，一组一组读给对方，请对方复述一遍；当面的，打印交给本人。接管码只在这里显示一次，离开本页就看不到了。
        </p>
        <Checkbox className="no-print" checked={told} onChange={(event) => setTold(event.target.checked)}>
          接管码已经告诉反映人，或者反映人不要
        </Checkbox>
        <div className="actions">
          <PrintButton label="打印接管单" />
          <Button type="primary" disabled={!told} onClick={next}>
            登记下一件
          </Button>
          <Button disabled={!told} onClick={() => void navigate({ to: `/cases/${made.id}` })}>
            打开这一件
          </Button>
        </div>
      </section>
      <Modal
        open={leaving.status === 'blocked'}
        title="接管码告诉反映人了吗？"
        okText="离开，不再看接管码"
        cancelText="留在本页"
        onOk={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
        width={480}
      >
        离开以后，接管码再也看不到，反映人就不能在网上查这一件的进度。
      </Modal>
    </Page>
  )
}
