import { boardFigures, type BoardFigure } from '@yingshang/core/cases/board-figures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok, openCaseOffice, type CaseOffice } from '../../testing/case-office.ts'

let county: CaseOffice
beforeAll(async () => {
  county = await openCaseOffice()
  await fillBoard()
})
afterAll(() => county.close())

const result = { text: '已经办好', outcome: 'solved' }
const act = (who: string, id: string, name: string, body: object = {}) => ok(county.act(who, id, name, body))
const get = (who: string, path: string) => ok(county.as(who).get(path))
const made: Record<string, string> = {}

/** One case in most states, on 26 September; looked at on 24 October, when the first clocks run out. */
async function fillBoard(): Promise<void> {
  made['new'] = (await county.register()).id
  made['unassigned'] = (
    await county.register({ masked: { title: '开办企业多跑路', text: '来回跑了五次。', object: '' } })
  ).id
  await act('officer', made['unassigned'], 'accept', { classification: { environment: 'market' } })
  made['running'] = await county.assigned({
    masked: { title: '惠企政策兑现难', text: '奖补一直没有到账。', object: '' },
  })
  await act('liaison', made['running'], 'sign')
  await act('officer', made['running'], 'urge', { unitId: county.units.bureau.id, words: '请抓紧' })
  made['contested'] = await county.assigned()
  await act('head', made['contested'], 'decline', { reason: '不属于本局' })
  await act('officer', made['contested'], 'assign', { units: { leadUnitId: county.units.other.id }, note: '' })
  await act('otherHead', made['contested'], 'decline', { reason: '也不属于' })
  made['extension'] = await county.assigned()
  await act('liaison', made['extension'], 'sign')
  await act('head', made['extension'], 'ask-extension', { days: 5, reason: '论证' })
  made['toVerify'] = await county.assigned()
  await act('liaison', made['toVerify'], 'sign')
  await act('head', made['toVerify'], 'report-result', { result })
  made['toInform'] = await county.assigned()
  await act('liaison', made['toInform'], 'sign')
  await act('head', made['toInform'], 'report-result', { result })
  await act('officer', made['toInform'], 'verify', { outcome: 'solved', note: '' })
  made['told'] = await county.assigned()
  await act('liaison', made['told'], 'sign')
  await act('head', made['told'], 'report-result', { result })
  await act('officer', made['told'], 'verify', { outcome: 'solved', note: '' })
  await act('officer', made['told'], 'inform', { way: 'telephone', answer: '已经办好' })
  made['withdrawal'] = await county.assigned()
  await county.submitterDoes(made['withdrawal'], () => ({ command: { type: 'askWithdrawal' } }))
  await county.submitterDoes(made['withdrawal'], ({ texts }) => ({
    command: {
      type: 'addMessage',
      messageId: 'm1',
      from: 'submitter',
      commitment: 'c',
      masked: texts.keep('message', { text: '我再想想' }),
    },
  }))
}

describe('the board', () => {
  test('every figure is exact and opens down to exactly its cases', async () => {
    // rule C-28
    for (const day of ['2022-09-26', '2022-10-20', '2022-10-25']) {
      await county.onDay(day)
      const board = await get('officer', '/api/cases/board')
      const counts = Object.fromEntries(board.figures.map((one: any) => [one.name, one.count])) as Record<
        BoardFigure,
        number
      >
      for (const figure of boardFigures) {
        const list = await get('officer', `/api/cases?figure=${figure}&size=100`)
        expect([figure, day, list.total, list.rows.length]).toEqual([figure, day, counts[figure], counts[figure]])
      }
      const lamps = board.alerts.reduce((sum: number, one: any) => sum + one.count, 0)
      expect(lamps).toBe(board.open)
      for (const { value, count } of board.alerts)
        expect((await get('officer', `/api/cases?alert=${value}&size=100`)).total).toBe(count)
    }
  })

  test('what was made stands where it belongs, and turns overdue by the day alone', async () => {
    await county.onDay('2022-10-20')
    const idsOf = async (figure: BoardFigure) =>
      (await get('officer', `/api/cases?figure=${figure}`)).rows.map((row: any) => row.id)
    expect(await idsOf('new')).toEqual([made['new']])
    expect(await idsOf('unassigned')).toEqual([made['unassigned']])
    expect(await idsOf('decisionNeeded')).toEqual([made['contested']])
    expect(await idsOf('extensionAsked')).toEqual([made['extension']])
    expect(await idsOf('toVerify')).toEqual([made['toVerify']])
    expect(await idsOf('toInform')).toEqual([made['toInform']])
    expect(await idsOf('toHear')).toEqual([made['told']])
    expect(await idsOf('withdrawalAsked')).toEqual([made['withdrawal']])
    expect(await idsOf('messageWaiting')).toEqual([made['withdrawal']])
    expect(await idsOf('dueToday')).toContain(made['running'])
    await county.onDay('2022-10-21')
    expect(await idsOf('overdue')).toContain(made['running'])
    const { suggestions } = await get('officer', '/api/cases/board')
    expect(suggestions.find((one: any) => one.case.id === made['running'])).toMatchObject({
      rung: { code: 'urgeNotice', name: '催办' },
      overdueDays: 1,
    })
  })

  test('the queue finds by words of the masked text and by number, and by nothing else', async () => {
    const found = async (q: string) =>
      (await get('officer', `/api/cases?q=${encodeURIComponent(q)}`)).rows.map((row: any) => row.id)
    expect(await found('惠企政策')).toEqual([made['running']])
    expect(await found('奖补一直')).toEqual([made['running']])
    expect(await found('跑了五次')).toEqual([made['unassigned']])
    expect(await found('政策奖补')).toEqual([])
    const { number } = await get('officer', `/api/cases/${made['running']}`)
    expect(await found(number)).toEqual([made['running']])
    expect(await found(number.slice(7))).toEqual([made['running']])
  })
})

describe('what a unit sees', () => {
  test('its cases with what to do and by when; none of another unit', async () => {
    await county.onDay('2022-10-21')
    const inbox = await get('liaison', '/api/my-unit/cases')
    const running = inbox.cases.find((one: any) => one.id === made['running'])
    expect(running).toMatchObject({ role: 'lead', dueOn: '2022-10-20', alert: 'red', urgedOn: '2022-09-26' })
    expect(inbox.cases.map((one: any) => one.id)).not.toContain(made['contested'])
    expect(inbox.counts.overdue).toBeGreaterThan(0)
    expect((await get('thirdHead', '/api/my-unit/cases?show=open')).cases).toEqual([])
    expect((await county.as('liaison').get(`/api/my-unit/cases?unitId=${county.units.other.id}`)).status).toBe(403)
  })

  test('nothing of what the office and the submitter have between themselves', async () => {
    const page = await get('liaison', `/api/cases/${made['withdrawal']}`)
    expect(page).toMatchObject({ seenAs: 'unit', withdrawalAskedOn: null, messages: null, tellings: [] })
    const events = (await get('liaison', `/api/cases/${made['withdrawal']}/history`)).entries.map(
      (one: any) => one.what,
    )
    expect(events).toEqual(['assigned', 'accepted', 'registered'])
    const all = (await get('officer', `/api/cases/${made['withdrawal']}/history`)).entries
    expect(all.map((one: any) => [one.what, one.who.kind])).toEqual([
      ['messageAdded', 'submitter'],
      ['withdrawalAsked', 'submitter'],
      ['assigned', 'person'],
      ['accepted', 'person'],
      ['registered', 'submitter'],
    ])
    expect(all[0].facts.text).toBe('我再想想')
    await act('officer', made['withdrawal']!, 'message', { text: '请说说原因' })
    const { messages } = await get('officer', `/api/cases/${made['withdrawal']}/messages`)
    expect(messages.map((one: any) => [one.from, one.text])).toEqual([
      ['submitter', '我再想想'],
      ['office', '请说说原因'],
    ])
    expect((await get('officer', '/api/cases?figure=messageWaiting')).rows).toEqual([])
  })

  test('named and anonymous cases look the same, to the byte', async () => {
    const texts = { title: '同样的事', text: '同样的话。', object: '某窗口' }
    const [named, anonymous] = [
      await county.assigned({ masked: texts, commitments: { original: 'a', identity: 'named' } }),
      await county.assigned({ masked: texts, commitments: { original: 'b', identity: 'none' } }),
    ]
    const seen = async (id: string) =>
      JSON.stringify(await get('liaison', `/api/cases/${id}`)).replaceAll(/"id":"[^"]+"|"number":"[^"]+"/g, '')
    expect(await seen(named)).toBe(await seen(anonymous))
  })
})

test('supervision sees where cases stand and not a word of them', async () => {
  await county.onDay('2022-10-21')
  const answer = await get('supervision', '/api/cases/supervision?show=all&size=100')
  const contested = answer.rows.find((row: any) => row.id === made['contested'])
  expect(contested).toMatchObject({ declines: 2, handOvers: 1, status: 'accepted' })
  expect(JSON.stringify(answer)).not.toMatch(/惠企|施工|某公司|论证|已经办好/)
  const red = await get('supervision', '/api/cases/supervision?alert=red')
  expect(red.rows.every((row: any) => row.alert === 'red')).toBe(true)
  expect((await county.as('supervision').get(`/api/cases/${made['running']}`)).status).toBe(404)
  expect((await county.as('administrator').get('/api/cases/supervision')).status).toBe(403)
})

test("the leader's page counts what the cases say, and says what got worse", async () => {
  await county.onDay('2022-10-21')
  const page = await get('leader', '/api/cases/leader-summary')
  expect(page).toMatchObject({ from: '2022-09-24', to: '2022-10-21', concluded: { now: 0, before: 0 } })
  const { total } = await get('officer', '/api/cases?show=all')
  expect(page.received).toEqual({ now: total, before: 0 })
  expect(page.open).toBe(total)
  const late = await get('officer', '/api/cases?figure=overdue&size=100')
  expect(page.overdue).toBe(late.rows.filter((row: any) => row.clock === 'handle').length)
  expect(page.answered.now).toBe(3)
  const bureau = page.units.find((one: any) => one.unit.id === county.units.bureau.id)
  expect(bureau).toMatchObject({ answered: 3, answeredLate: 0, declines: 1 })
  expect(page.worse[0].now).toBeGreaterThan(page.worse[0].before)
  expect(page.worse.length).toBeLessThanOrEqual(5)
})
