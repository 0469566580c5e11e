import { addDays } from '@yingshang/core/kernel/dates'
import { moveTrialDay, resetTrial } from '@yingshang/core/plans/contract'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { dayText } from '../../ui/day.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from './session.tsx'

/** Trial only: says that the day is a chosen one, moves it forward, offers a new start. */
export function TrialStrip() {
  const { me } = useSession()
  const move = useCommand(moveTrialDay)
  const reset = useCommand(resetTrial)
  const [choosing, setChoosing] = useState(false)
  const [day, setDay] = useState<string>()
  const [ask, dialog] = useConfirm()
  if (me.mode !== 'trial') return null
  const go = async (to: string) => {
    if (await move.send({ body: { day: to } })) setChoosing(false)
  }
  const restart = () =>
    ask({
      title: '清空试用数据，重新开始？',
      willHappen: '试用期间的全部办理记录都会清空，程序回到样例行动的第一天。这一步不能撤回。',
      yes: '清空并重新开始',
      grave: true,
      run: async () => {
        const begun = await reset.send({ body: { confirm: '重新开始' } })
        if (begun) location.assign(begun.signIn ?? '/')
      },
    })
  const tomorrow = addDays(me.businessDay, 1)
  return (
    <section className="trial-strip no-print" aria-label="试用日期">
      <span>
        试用<span className="only-wide">模式，今天按</span> <b>{dayText(me.businessDay)}</b>
        <span className="only-wide"> 计算</span>
      </span>
      {choosing ? (
        <>
          <DayField label="移到哪一天" value={day} min={tomorrow} onChange={setDay} />
          <Button
            size="small"
            type="primary"
            disabled={!day || day < tomorrow || move.busy}
            onClick={() => void go(day!)}
          >
            移到这一天
          </Button>
          <Button size="small" onClick={() => setChoosing(false)}>
            不移了
          </Button>
        </>
      ) : (
        <>
          <Button size="small" disabled={move.busy} onClick={() => void go(tomorrow)}>
            往后一天
          </Button>
          <Button
            size="small"
            className="only-wide"
            disabled={move.busy}
            onClick={() => void go(addDays(me.businessDay, 7))}
          >
            往后一周
          </Button>
          <Button size="small" onClick={() => setChoosing(true)}>
            选一天
          </Button>
          <Button size="small" type="text" className="only-wide" onClick={restart}>
            重新开始
          </Button>
        </>
      )}
      {reset.data && <span role="status">已经重新开始，正在重新登录。</span>}
      <ProblemNotice problem={move.problem ?? reset.problem} />
      {dialog}
    </section>
  )
}
