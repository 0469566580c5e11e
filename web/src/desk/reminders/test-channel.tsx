import { testChannel } from '@yingshang/core/reminders/contract'
import { troubleSentences } from '@yingshang/core/reminders/labels.zh'
import type { z } from 'zod'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Command } from '../../api/use-command.ts'

const results: Readonly<Record<z.output<typeof testChannel.reply>['result'], string>> = {
  sent: '试发成功，对方已经收下。',
  later: '对方暂时不收，稍后再试。',
  refused: '没有发出。',
  uncertain: '发出后没有得到答复，不能确定是否收到。',
}

/** What a trial message came to. */
export function TestResult({ test }: { test: Command<typeof testChannel> }) {
  return (
    <>
      <ProblemNotice problem={test.problem} />
      {test.data && (
        <p role="status" className="notice">
          {results[test.data.result]}
          {test.data.trouble && troubleSentences[test.data.trouble]}
        </p>
      )}
    </>
  )
}
