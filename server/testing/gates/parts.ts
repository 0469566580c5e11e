import type { PublishingInput } from '../../src/tasks/for-others.ts'
import { aTask, publishTasks, type TestUnit } from '../task-campaign.ts'
import type { Caller, County } from './county.ts'

type Units = County['units']
export const result = { text: '已经办结', fileIds: [], publication: null, withoutParts: true }

export interface MadePart {
  readonly taskId: string
  readonly id: string
  /** The part of the other unit of the same task. */
  readonly partner: string
}

/** Makes tasks of the sample campaign in which `own` and `partner` take part, in whatever state a story needs. */
export function partMaker(county: County) {
  const unitOf = async (which: keyof Units): Promise<TestUnit> =>
    (await county.rows<TestUnit>('select id, path, short_name as name from app.unit where id = $1', [county.units[which]]))[0]!

  async function assigned(more: { lead?: boolean; dueOn?: string } = {}): Promise<MadePart> {
    const [own, partner] = [await unitOf('own'), await unitOf('partner')]
    const plain = aTask([own, partner], more.dueOn ? { dueOn: more.dueOn } : {})
    const parts = more.lead ? plain.parts.map((part, at) => ({ ...part, role: at === 0 ? ('lead' as const) : part.role })) : plain.parts
    const campaign: Partial<PublishingInput['campaign']> = { id: county.campaignId }
    const { taskIds, assignmentIds } = await publishTasks(county.services.databases, [{ ...plain, parts }], campaign)
    return { taskId: taskIds[0]!, id: assignmentIds[0]!, partner: assignmentIds[1]! }
  }

  async function act(as: Caller, id: string, action: string, body: unknown = {}): Promise<any> {
    const answer = await county.as(as).post(`/api/assignments/${id}/${action}`, body)
    if (answer.status !== 200) throw new Error(`${as} ${action}: ${answer.text}`)
    return answer.body
  }

  const self = {
    assigned,
    act,
    async signed(more: { lead?: boolean; dueOn?: string } = {}) {
      const part = await assigned(more)
      await act('head', part.id, 'sign')
      return part
    },
    async drafted(text = '拟好的完成情况', fileIds: readonly string[] = []) {
      const part = await self.signed()
      await act('liaison', part.id, 'draft', { ...result, text, fileIds })
      return part
    },
    async handedIn(more: { lead?: boolean; dueOn?: string } = {}) {
      const part = await self.signed(more)
      await act('head', part.id, 'hand-in', { result })
      return part
    },
    /** The other unit owes its part to this one as the lead, and has handed it in. */
    async owedAndHandedIn() {
      const part = await self.signed({ lead: true })
      await act('partner', part.partner, 'sign')
      await act('partner', part.partner, 'hand-in', { result })
      return part
    },
    /** Passed on to the section, which has handed in. */
    async passed(handIn = true) {
      const part = await self.signed()
      const { id } = await act('head', part.id, 'pass', { unitId: county.units.section, innerDueOn: '2022-09-01', note: '' })
      await act('section', id, 'sign')
      if (handIn) await act('section', id, 'hand-in', { result })
      return { ...part, inner: id as string }
    },
    async asked() {
      const part = await self.signed()
      const { id } = await act('head', part.id, 'ask-change', { what: { kind: 'date', dueOn: '2022-10-31' }, reason: '需要更多时间' })
      return { ...part, requestId: id as string }
    },
    async run() {
      const part = await self.signed()
      const choose = { kind: 'assignments', campaignId: county.campaignId, assignmentIds: [part.id] }
      const opened = await county.as('director').post('/api/reporting-runs', { title: '七月调度', note: '', dueOn: '2022-07-25', choose })
      if (opened.status !== 200) throw new Error(opened.text)
      return { ...part, runId: opened.body.id as string }
    },
  }
  return self
}
