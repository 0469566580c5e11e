import { afterAll, beforeAll, expect, test } from 'vitest'
import { hubei } from '@yingshang/core/rules/places/hubei.zh'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { codeOn, PortalBrowser, writtenToken } from '../../../testing/portal.ts'

let county: County
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

const complaint = (more: Record<string, string> = {}) => ({
  token: writtenToken(county),
  website: '',
  kind: 'complaint',
  subject: 'matter',
  text: '办理执照等了三周，窗口一直说系统坏了。',
  who: 'anonymous',
  recognisable: 'no',
  ...more,
})
const send = (fields: Record<string, string>) => new PortalBrowser(county.http).send('/report', fields)

test('under the rules of Hubei nobody complains of a matter without a name; tips and questions stay open', async () => {
  expect((await send(complaint())).status).toBe(200)
  const [newest] = await county.rows<{ id: string }>('select id from app.rule_set order by number desc limit 1')
  const published = await county.as('director').post(`/api/campaigns/${county.campaignId}/rule-sets`, {
    base: newest!.id,
    validFrom: '2022-07-04',
    edits: hubei.settings,
    reason: '按省里的规定',
  })
  expect(published.status).toBe(200)
  county.time.now += 2000 // registering asks which version is in force once a second

  const refused = await send(complaint())
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('要留姓名和联系方式才能受理')
  expect(refused.text).toContain('受理还需要：证据材料、地址、单位盖章')
  // What was typed is still there.
  expect(refused.text).toContain('办理执照等了三周')

  codeOn((await send(complaint({ who: 'named', name: '反映人一号', mobile: '13900000001' }))).text)
  codeOn((await send(complaint({ kind: 'report', subject: 'conduct' }))).text)
  codeOn((await send(complaint({ kind: 'inquiry' }))).text)
  const [last] = await county.rows<{ version: string }>(
    `select state #>> '{file,facts,ruleVersion}' as version from app.case order by number desc limit 1`,
  )
  expect(last!.version).toBe(published.body.versionId)
})
