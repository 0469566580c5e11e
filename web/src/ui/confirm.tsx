import Modal from 'antd/es/modal'
import { useState, type ReactNode } from 'react'

export interface Question {
  readonly title: string
  /** What will happen, in one or two sentences. */
  readonly willHappen: ReactNode
  readonly yes: string
  readonly no?: string
  readonly grave?: boolean
  readonly run: () => unknown
}

/** Anything irreversible asks once and says what will happen. Returns the asking function and the dialog to place. */
export function useConfirm(): [(question: Question) => void, ReactNode] {
  const [question, setQuestion] = useState<Question>()
  const close = () => setQuestion(undefined)
  const dialog = (
    <Modal
      open={question !== undefined}
      title={question?.title}
      okText={question?.yes}
      cancelText={question?.no ?? '不办了，返回'}
      okButtonProps={{ danger: question?.grave ?? false }}
      onCancel={close}
      onOk={() => {
        close()
        void question?.run()
      }}
      width={480}
    >
      {question?.willHappen}
    </Modal>
  )
  return [setQuestion, dialog]
}
