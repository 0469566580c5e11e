import { dayText } from '../kernel/day-words.zh.ts'
import { conclusionNames, satisfactionNames } from './labels.zh.ts'
import type { Awaited, Step, SubmitterAct } from './submitter-view.ts'

/** Names of units by id; a unit that is not told is 有关单位. */
export type UnitNames = ReadonlyMap<string, string>

/** One sentence for each step, for somebody who knows no office language. */
export function stepWords(step: Step, units: UnitNames, grounds: ReadonlyMap<string, string>): string {
  switch (step.kind) {
    case 'received':
      return '营商办收到您反映的情况'
    case 'supplementAsked':
      return `营商办请您补充材料，请在 ${dayText(step.until)} 前补充`
    case 'supplementReceived':
      return '收到您补充的材料'
    case 'accepted':
      return '营商办受理'
    case 'assigned': {
      const unit = (step.unitId === null ? undefined : units.get(step.unitId)) ?? '有关单位'
      return step.round === 1 ? `交给${unit}办理` : `发回重新办理（第 ${step.round} 次），由${unit}办理`
    }
    case 'extended':
      return `情况特殊，批准延期，办理期限延到 ${dayText(step.dueOn)}`
    case 'statutory':
      return `这件事依法要走法定程序，按《${step.statute}》${step.article}的期限办理`
    case 'verified':
      return '办理单位报来结果，营商办已核查确认'
    case 'informed':
      return '营商办把结果告诉您'
    case 'rated':
      return step.satisfaction === 'noAnswer'
        ? '没有收到您的评价（不算满意）'
        : `您的评价：${satisfactionNames[step.satisfaction]}`
    case 'reworkAsked':
      return '您要求重新办理'
    case 'reworkRefused':
      return '营商办认为不需要重新办理'
    case 'followedUp':
      return '营商办回访'
    case 'concluded':
      return concludedWords(step, grounds)
  }
}

function concludedWords(step: Extract<Step, { kind: 'concluded' }>, grounds: ReadonlyMap<string, string>): string {
  if (step.conclusion === 'refused') {
    const ground = step.ground === null ? undefined : grounds.get(step.ground)
    return ground ? `没有受理，原因：${ground}` : '没有受理'
  }
  if (step.conclusion === 'transferred') return `转给${step.transferredTo ?? '有权处理的机关'}处理`
  return `办结：${conclusionNames[step.conclusion]}`
}

/** What the submitter waits for, in one sentence. */
export function awaitedWords({ what, deadline }: Awaited): string {
  const until = deadline === null ? null : dayText(deadline.dueOn)
  switch (what) {
    case 'triage':
      return until ? `营商办最晚 ${until} 告诉您是否受理。` : '营商办正在看您反映的情况，受理后会在这里告诉您。'
    case 'supplement':
      return until ? `请在 ${until} 前补充材料。过期没有补充，会按没有补充办结；以后可以重新反映。` : '请补充材料。'
    case 'assignment':
      return '营商办正在确定由哪个单位办理。'
    case 'result':
      return until
        ? `办理单位最晚 ${until} 把结果报给营商办。核查确认以后，营商办再告诉您。`
        : '等办理单位签收后开始计算期限。'
    case 'verification':
      return until ? `结果已经报来，营商办最晚 ${until} 核查完。` : '结果已经报来，营商办正在核查。'
    case 'informing':
      return until ? `营商办最晚 ${until} 把结果告诉您。` : '营商办正在准备把结果告诉您。'
    case 'answer':
      return until
        ? `请您说说满意不满意。不满意并且有新证据、新理由的，可以在 ${until} 前要求重新办理。`
        : '请您说说满意不满意。'
    case 'judgement':
      return until ? `营商办最晚 ${until} 决定是否重新办理，并告诉您理由。` : '营商办正在决定是否重新办理。'
  }
}

export const submitterActWords: Record<SubmitterAct, string> = {
  giveSupplement: '补充材料',
  rate: '说说满意不满意',
  askRework: '要求重新办理',
  askWithdrawal: '不想继续反映了',
  addMessage: '给营商办留言',
}
