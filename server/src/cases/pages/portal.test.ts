import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { codeOn, PortalBrowser, writtenToken } from '../../../testing/portal.ts'
import { newFormToken } from '../../platform/portal/form-token.ts'

let county: County
const [name, mobile] = ['欧阳小测', '13988887777']
const passphrase = '密封件口令 晴天 石桥 茶壶'

beforeAll(async () => {
  county = await startCounty()
  for (const [caller, holder] of [
    ['director', 'office'],
    ['discipline', 'discipline'],
  ] as const)
    await county.as(caller).post('/api/vault/keys', { holder, passphrase })
})
afterAll(() => county.stop())

const browser = () => new PortalBrowser(county.http)
const complaint = (more: Record<string, string> = {}) => ({
  token: writtenToken(county),
  website: '',
  kind: 'complaint',
  subject: 'matter',
  text: `办理执照等了三周，窗口一直说系统坏了。我叫${name}，电话${mobile}。`,
  who: 'named',
  name,
  mobile,
  consent: 'doNotPassOn',
  recognisable: 'no',
  ...more,
})
const cases = () =>
  county.rows<{ id: string; number: string; source: string; status: string }>(
    `select id, number, source, status from app.case where source = 'portal' order by number desc`,
  )
async function enter(code: string) {
  const one = browser()
  expect(await one.post('/receipt', { code })).toMatchObject({ status: 303, location: '/receipt/case' })
  return one
}

describe('sending', () => {
  test('a complaint is taken without account or script; what identifies stands nowhere but in the vault', async () => {
    const sent = await browser().send('/report', complaint())
    expect(sent.status).toBe(200)
    const code = codeOn(sent.text)
    const [made] = await cases()
    expect(made).toMatchObject({ status: 'registered' })
    expect((await county.as('officer').get(`/api/cases/${made!.id}`)).body.text).not.toContain(name)
    const tables = await county.rows<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'ledger', 'access', 'graphile_worker')`,
    )
    for (const { name: table } of tables)
      for (const word of [name, mobile, code])
        expect([table, await county.rows(`select 1 from ${table} t where t::text like '%${word}%' limit 1`)]).toEqual([
          table,
          [],
        ])
  })

  test('the same form sent again is the same case with the same code', async () => {
    const form = complaint()
    const first = codeOn((await browser().send('/report', form)).text)
    const count = (await cases()).length
    expect(codeOn((await browser().send('/report', form)).text)).toBe(first)
    expect(await cases()).toHaveLength(count)
  })

  test('what is missing is said at the top and at its field, and what was typed stays', async () => {
    const { status, text } = await browser().send('/report', complaint({ text: '慢', who: '', recognisable: '' }))
    expect(status).toBe(422)
    expect(text).toContain('请写清楚发生了什么事')
    expect(text).toContain('请选一项：留不留姓名')
    expect(text).toContain(`value="${name}"`)
    expect(await browser().get('/report')).toMatchObject({ status: 200 })
  })

  test('who could be recognised is told that it cannot be handled unnamed, and may send all the same', async () => {
    const risky = complaint({ who: 'anonymous', recognisable: 'yes' })
    const told = await browser().send('/report', risky)
    expect(told.status).toBe(422)
    expect(told.text).toContain('无法匿名办理')
    expect((await browser().send('/report', { ...risky, understood: 'yes' })).status).toBe(200)
  })

  test('forms that are not ours, too fast, a day old or filled by a program are not taken, with the words kept', async () => {
    const count = (await cases()).length
    const now = county.time.now
    const { siteKey } = county.services.keys
    for (const [token, status] of [
      ['nonsense', 400],
      [newFormToken('00'.repeat(32), now - 60_000), 400],
      [newFormToken(siteKey, now - 500), 400],
      [newFormToken(siteKey, now - 25 * 3_600_000), 400],
    ] as const) {
      const answer = await browser().send('/report', complaint({ token }))
      expect(answer.status).toBe(status)
      expect(answer.text).toContain('办理执照等了三周')
    }
    expect((await browser().send('/report', complaint({ website: 'http://x' }))).status).toBe(400)
    expect(await cases()).toHaveLength(count)
  })

  test('files: secret marks and programs are refused in a sentence, the rest is sealed', async () => {
    const bad = await browser().send('/report', complaint(), [{ name: '证据.exe', content: Buffer.from('MZ\0\0') }])
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('这种文件不能收')
    const secret = Buffer.from('机密★十年\n关于某事的通知')
    expect((await browser().send('/report', complaint(), [{ name: 'a.txt', content: secret }])).text).toContain(
      '标有密级',
    )
    const good = await browser().send('/report', complaint(), [
      { name: '我和王某.txt', content: Buffer.from('聊天记录一份') },
    ])
    expect(good.status).toBe(200)
    for (const table of ['vault.sealed_chunk', 'vault.sealed'])
      expect(await county.rows(`select 1 from ${table} t where position('聊天记录'::bytea in content) > 0`)).toEqual([])
  })

  test('words that would be markup are shown as words', async () => {
    const { text } = await browser().send('/report', complaint({ text: '慢', object: '"><script>alert(1)</script>' }))
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert(1)')
  })
})

describe('the receipt page', () => {
  test('shows where it stands, takes a message, a rating and a request for another round', async () => {
    const code = codeOn((await browser().send('/report', complaint())).text)
    const visitor = await enter(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`)
    const seen = await visitor.get('/receipt/case')
    expect(seen.text).toContain('营商办收到您反映的情况')
    expect(seen.text).toContain('到现在没有人打开过')
    const said = await visitor.send('/receipt/act', {
      token: writtenToken(county),
      act: 'addMessage',
      words: `补充：${name}又去了一次`,
    })
    expect(said.status).toBe(200)
    expect(said.text).toContain('留言收到了')
    expect(said.text).not.toContain(name)

    const [made] = await cases()
    const officer = county.as('officer')
    const act = async (what: string, body: object, who = officer) => {
      const { status, body: answer } = await who.post(`/api/cases/${made!.id}/${what}`, body)
      expect([what, status, answer.code]).toEqual([what, 200, undefined])
    }
    await act('accept', { classification: {} })
    await act('assign', { units: { leadUnitId: county.units.own }, note: '' })
    expect((await visitor.get('/receipt/case')).text).toContain('交给县司法局办理')
    await act('sign', {}, county.as('liaison'))
    const result = { text: '已经当场办好。', fileIds: [], outcome: 'solved', withoutParts: false }
    await act('report-result', { result }, county.as('head'))
    await act('verify', { outcome: 'solved', note: '' })
    await act('inform', { way: 'receiptPage', answer: '执照已经办好，窗口系统已修复。' })

    const told = await visitor.get('/receipt/case')
    expect(told.text).toContain('执照已经办好')
    const missing = await visitor.send('/receipt/act', { token: writtenToken(county), act: 'rate' })
    expect(missing).toMatchObject({ status: 422 })
    const bad = /name="option"\s+value="([^"]+)"[^>]*>\s*<span\s*>\s*不满意/.exec(told.text)![1]!
    const why = /name="reasons"\s+value="([^"]+)"/.exec(told.text)![1]!
    const rated = await visitor.send('/receipt/act', {
      token: writtenToken(county),
      act: 'rate',
      option: bad,
      reasons: why,
    })
    expect(rated.text).toContain('您的评价记下了')
    const again = await visitor.send('/receipt/act', {
      token: writtenToken(county),
      act: 'askRework',
      words: '有录音证明没办好',
    })
    expect(again.text).toContain('您的要求收到了')
    expect((await cases())[0]).toMatchObject({ status: 'reworkAsked' })
  })

  test('a slip costs nothing, a wrong code opens nothing, and no page is seen without a visit', async () => {
    expect((await browser().post('/receipt', { code: '1234' })).text).toContain('有一位不对')
    expect((await browser().post('/receipt', { code: '0000000000000000' })).status).toBe(422)
    expect((await browser().get('/receipt/case')).status).toBe(401)
    const stranger = browser()
    stranger.cookie = 'yingshang_receipt=AAAA'
    expect((await stranger.get('/receipt/case')).status).toBe(401)
  })
})

describe('a tip about a person', () => {
  test('goes to discipline inspection alone and is followed by its code', async () => {
    const count = (await cases()).length
    const sent = await browser().send(
      '/report',
      complaint({ kind: 'report', subject: 'conduct', text: `王科长收好处费，我叫${name}` }),
    )
    expect(sent.text).toContain('只交给了纪检监察机关')
    expect(await cases()).toHaveLength(count)
    expect((await county.as('director').get('/api/cases')).text).not.toContain('好处费')
    const listed = await county.as('discipline').get('/api/tips')
    expect(listed.body).toMatchObject({ rows: [{ status: 'received' }] })
    const [tip] = listed.body.rows
    expect(tip).toMatchObject({ status: 'received' })

    const visitor = browser()
    expect(await visitor.post('/receipt', { code: codeOn(sent.text) })).toMatchObject({ location: '/receipt/tip' })
    expect((await visitor.get('/receipt/tip')).text).toContain('还没有开始核查')
    expect(
      (await visitor.send('/receipt/tip', { token: writtenToken(county), words: '还有一次在饭店' })).text,
    ).toContain('留言收到了')
    await county.as('discipline').post(`/api/tips/${tip.id}/answer`, { text: '请保存好聊天记录。' })
    expect((await visitor.get('/receipt/tip')).text).toContain('请保存好聊天记录')
    // A visit to a tip opens no case page and the other way round.
    expect((await visitor.get('/receipt/case')).status).toBe(401)
  })
})

describe('what staff write down', () => {
  const told = (more: object = {}) => ({
    kind: 'complaint',
    source: 'telephone',
    receivedOn: '2022-07-04',
    title: '施工许可材料说法不一',
    text: `跑了四趟，我叫${name}，电话${mobile}`,
    identity: { name, mobile },
    ...more,
  })

  test('a code told on the telephone works once and becomes a code of the submitter’s own', async () => {
    const { status, body } = await county.as('officer').post('/api/cases', told())
    expect([status, body.code]).toEqual([200, undefined])
    const first = browser()
    const taken = await first.post('/receipt', { code: body.takeOverCode })
    expect(taken.text).toContain('已经作废')
    const own = codeOn(taken.text)
    expect(own).not.toBe(body.takeOverCode)
    expect((await browser().post('/receipt', { code: body.takeOverCode })).status).toBe(422)
    expect((await (await enter(own)).get('/receipt/case')).text).toContain(body.number)
  })

  test('a unit’s window is the body asked first; who has no part in it may not register', async () => {
    const { body } = await county.as('liaison').post('/api/cases', told({ source: 'window', identity: null }))
    expect((await county.as('officer').get(`/api/cases/${body.id}`)).body.firstContactUnit).toMatchObject({
      name: '县司法局',
    })
    expect((await county.as('delegate').post('/api/cases', told())).body.code).toBe('case.registering-only')
    const early = await county.as('officer').post('/api/cases', told({ receivedOn: '2022-07-05' }))
    expect(early.body.code).toBe('case.received-in-future')
  })

  test('an old case is entered with its true day, and its clocks start there', async () => {
    const { body } = await county
      .as('officer')
      .post('/api/cases', told({ source: 'backEntry', receivedOn: '2022-06-01' }))
    expect((await county.as('officer').get(`/api/cases/${body.id}`)).body.receivedOn).toBe('2022-06-01')
  })
})

// Last: the desk's sessions end as well when the clock goes on.
test('a visit ends after half an hour and by leaving', async () => {
  const code = codeOn((await browser().send('/report', complaint())).text)
  const visitor = await enter(code)
  await visitor.post('/receipt/leave', {})
  expect((await visitor.get('/receipt/case')).status).toBe(401)
  const later = await enter(code)
  county.time.now += 31 * 60_000
  expect((await later.get('/receipt/case')).text).toContain('重新输入回执码')
})
