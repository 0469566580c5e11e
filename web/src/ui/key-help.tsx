import Modal from 'antd/es/modal'
import { useState } from 'react'
import { useKeys } from './keys.ts'

const lines: [string[], string][] = [
  [['J', 'K'], '列表中下一行、上一行'],
  [['Enter'], '打开这一行'],
  [['Esc'], '关闭打开的内容'],
  [['/'], '跳到搜索框'],
  [['?'], '显示这张说明'],
]

/** `?` shows which keys work everywhere on the desk. */
export function KeyHelp() {
  const [open, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true) })
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title="键盘操作" width={420}>
      <dl className="facts">
        {lines.map(([keys, meaning]) => (
          <div key={meaning} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <span className="kbd" key={key} style={{ marginRight: 6 }}>
                  {key}
                </span>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
