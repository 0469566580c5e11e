import { randomUUID } from 'node:crypto'
import { receiptJob } from '@yingshang/core/cases/policy'
import { actOnCase } from '../../src/cases/act-on-case.ts'
import { CaseRegister } from '../../src/cases/registering.ts'
import { aCase } from '../case-office.ts'
import type { Caller, County } from './county.ts'

/** Makes cases of the sample county in whatever state a story needs: `own` handles them, `partner` supports. */
export function caseMaker(county: County) {
  const register = new CaseRegister(county.services)
  const day = async () => {
    const [row] = await county.rows<{ day: string }>('select trial_day as day from app.installation')
    return row!.day
  }
  const occasion = async () => ({
    actor: { kind: 'system', job: receiptJob } as const,
    businessDay: await day(),
    now: county.time.now,
    commandId: randomUUID(),
  })
  async function act(as: Caller, id: string, action: string, body: unknown = {}): Promise<string> {
    const answer = await county.as(as).post(`/api/cases/${id}/${action}`, body)
    if (answer.status !== 200) throw new Error(`${as} ${action}: ${answer.text}`)
    return id
  }
  const units = () => ({
    leadUnitId: county.units.own,
    supporting: [{ unitId: county.units.partner, innerDueOn: null }],
  })
  const result = { text: '已经办好', outcome: 'solved', withoutParts: true }
  const self = {
    act,
    units,
    result,
    async registered() {
      return (await register.register(await occasion(), aCase(county.campaignId, await day()))).id
    },
    supplementAsked: async () => act('officer', await self.registered(), 'ask-supplement', { what: '缺少合同' }),
    accepted: async () => act('officer', await self.registered(), 'accept', { classification: {} }),
    assigned: async () => act('officer', await self.accepted(), 'assign', { units: units(), note: '' }),
    async contested() {
      const id = await act('head', await self.assigned(), 'decline', { reason: '不属于本局职责' })
      await act('officer', id, 'assign', { units: { leadUnitId: county.units.partner }, note: '' })
      return act('partner', id, 'decline', { reason: '也不属于' })
    },
    signed: async () => act('head', await self.assigned(), 'sign'),
    async extensionAsked() {
      const id = await act('head', await self.signed(), 'ask-extension', { days: 5, reason: '论证' })
      const [row] = await county.rows<{ id: string }>('select id from app.case_extension where case_id = $1', [id])
      return { id, extensionId: row!.id }
    },
    drafted: async () => act('liaison', await self.signed(), 'draft', result),
    reported: async () => act('head', await self.signed(), 'report-result', { result }),
    verified: async () => act('officer', await self.reported(), 'verify', { outcome: 'solved', note: '' }),
    informed: async () => act('officer', await self.verified(), 'inform', { way: 'telephone', answer: '已经办好' }),
    async rated(satisfaction: 'satisfied' | 'dissatisfied') {
      const id = await self.informed()
      const [reason] = await dissatisfactionReasons()
      const reasons = satisfaction === 'satisfied' ? [] : [reason!]
      await actOnCase(county.services, await occasion(), id, () => ({
        command: { type: 'rate', satisfaction, option: null, reasons, words: null },
      }))
      return id
    },
    async reworkAsked() {
      const id = await self.rated('dissatisfied')
      await actOnCase(county.services, await occasion(), id, ({ texts }) => ({
        command: { type: 'askRework', evidence: 1, reason: texts.keep('rating', { text: '有新的证据' }) },
      }))
      return id
    },
    concluded: async () =>
      act('officer', await self.rated('satisfied'), 'conclude', { conclusion: 'solved', words: '' }),
    withdrawalAsked: async () => act('officer', await self.signed(), 'ask-withdrawal'),
  }
  async function dissatisfactionReasons(): Promise<string[]> {
    const { body } = await county.as('officer').get('/api/cases/settings')
    return body.dissatisfactionReasons.map((one: { code: string }) => one.code)
  }
  return self
}
