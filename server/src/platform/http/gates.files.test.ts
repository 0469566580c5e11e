import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callerNames, startCounty, type Caller, type County } from '../../../testing/gates/county.ts'
import { partMaker, result } from '../../../testing/gates/parts.ts'
import { download, multipart, upload } from '../../../testing/gates/upload.ts'
import { inUploadTurn } from '../files/upload-turns.ts'

let county: County
let make: ReturnType<typeof partMaker>
beforeAll(async () => {
  county = await startCounty()
  make = partMaker(county)
})
afterAll(() => county.stop())

const kept = async (as: Caller, content: Buffer | string = '佐证材料', name = '材料.txt'): Promise<string> => {
  const answer = await upload(county, as, content, { name })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body.fileId
}
async function readers(fileId: string): Promise<Caller[]> {
  const allowed: Caller[] = []
  for (const caller of callerNames) {
    const { statusCode } = await download(county, caller, fileId)
    if (statusCode === 200) allowed.push(caller)
    else expect([caller, statusCode]).toEqual([caller, 403])
  }
  return allowed
}

const unit: Caller[] = ['head', 'deputy', 'liaison', 'staff']
const everybody: Caller[] = [
  'officer',
  'director',
  ...unit,
  'supervision',
  'discipline',
  'leader',
  'auditor',
  'partner',
]

describe('who downloads a file', () => {
  test('attached to nothing: the unit it was uploaded in', async () => {
    expect(await readers(await kept('liaison'))).toEqual(unit)
  })

  test('on a draft, also one that was sent back: the unit, and nobody it takes part with or reports to', async () => {
    const fileId = await kept('liaison')
    const { id } = await make.drafted('草稿', [fileId])
    expect(await readers(fileId)).toEqual(unit)
    await make.act('head', id, 'send-draft-back', { reason: '再核' })
    expect(await readers(fileId)).toEqual(unit)
    await make.act('liaison', id, 'draft', { ...result, fileIds: [fileId] })
    await make.act('head', id, 'hand-in', { result: null })
    expect(await readers(fileId)).toEqual(everybody)
  })

  test('on a report: whoever may read the task, and neither invited people, the administrator nor other units', async () => {
    const fileId = await kept('liaison')
    const { id } = await make.signed()
    await make.act('liaison', id, 'report', { text: '进展', fileIds: [fileId] })
    expect(await readers(fileId)).toEqual(everybody)
  })

  test('a notice of the office: the office', async () => {
    const { body } = await upload(county, 'officer', '关于印发方案的通知', { purpose: 'plan' })
    expect(await readers(body.fileId)).toEqual(['officer', 'director'])
  })

  test('a file of somebody else is not attached to one’s own report to be read that way', async () => {
    const fileId = await kept('partner')
    const { id } = await make.signed()
    const answer = await county.as('head').post(`/api/assignments/${id}/report`, { text: '进展', fileIds: [fileId] })
    expect(answer.body.code).toBe('assignment.files-not-yours')
    expect((await download(county, 'head', fileId)).statusCode).toBe(403)
  })
})

describe('a draft has not left its unit', () => {
  test('its words are on no page, in no history and no workbook of anybody else', async () => {
    const words = '草稿里的话'
    const { id, taskId } = await make.drafted(words)
    await make.act('head', id, 'send-draft-back', { reason: `退回草稿：${words}` })
    await make.act('liaison', id, 'draft', { ...result, text: words })
    const seen: Caller[] = []
    for (const caller of callerNames) {
      let text = ''
      for (const path of [
        `/api/tasks/${taskId}`,
        `/api/tasks/${taskId}/history`,
        `/api/my-unit/parts?unitId=${county.units.own}`,
        `/api/tasks?campaignId=${county.campaignId}&q=压缩企业`,
      ])
        text += (await county.as(caller).get(path)).text
      if (text.includes(words)) seen.push(caller)
    }
    expect(seen).toEqual(unit)
  })
})

describe('what is uploaded', () => {
  test('is at most so much a person and day; a colleague and the next day are free', async () => {
    const megabytes = 500
    const big = county.time.now
    await county.rows(
      `insert into app.file (id, name, kind, media_type, bytes, sha256, purpose, uploaded_by, unit_id, uploaded_at)
       select gen_random_uuid(), 'x', 'text', 'text/plain', $2, '', 'evidence', $1, home_unit_id, $3 from app.person where id = $1`,
      [county.people.stranger, megabytes * 1024 * 1024 - 20, new Date(big)],
    )
    expect((await upload(county, 'stranger', '小')).status).toBe(200)
    const refused = await upload(county, 'stranger', '字'.repeat(10))
    expect([refused.status, refused.body]).toMatchObject([429, { code: 'file.day-full', facts: { megabytes } }])
    expect((await upload(county, 'liaison', '字'.repeat(10))).status).toBe(200)
    await county.rows(`update app.file set uploaded_at = uploaded_at - interval '1 day' where uploaded_by = $1`, [
      county.people.stranger,
    ])
    expect((await upload(county, 'stranger', '字'.repeat(10))).status).toBe(200)
  })

  test('pages and drawings with script come back as text to keep, never as a page', async () => {
    for (const [name, content] of [
      ['页面.html', '<!doctype html><script>alert(1)</script>'],
      ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['x.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ] as const) {
      const { headers } = await download(county, 'liaison', await kept('liaison', content, name))
      expect(headers).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~*'()-]+$/)
    }
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\Zhang\\\\材料.txt', '材料.txt'],
    ['a\u202etxt.exe', 'atxt.exe'],
    ['x"; filename=\\"y.html', undefined],
    ['𠮷'.repeat(100) + '.txt', undefined],
    ['%0d%0aset-cookie: a=b', undefined],
  ])('the name %s is stored as one plain name', async (name, expected) => {
    const fileId = await kept('liaison', '内容', name)
    const { headers, statusCode } = await download(county, 'liaison', fileId)
    expect(statusCode).toBe(200)
    const stored = decodeURIComponent(String(headers['content-disposition']).split("UTF-8''")[1]!)
    // oxlint-disable-next-line no-control-regex
    expect(stored).not.toMatch(/[\\/\u0000-\u001f"<>:|?*\u202a-\u202e]/)
    if (expected) expect(stored).toBe(expected)
  })

  test.each([
    ['nothing at all', '', 'file.empty'],
    ['an archive that unpacks to far more than it is', bomb(), 'file.too-complex'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), 'file.kind'],
    ['the beginning of a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'file.picture-damaged'],
    ['the beginning of a document', '%PDF-1.7 and nothing else', 'file.damaged'],
  ])('%s is refused', async (_what, content, code) => {
    expect((await upload(county, 'liaison', content as Buffer)).body.code).toBe(code)
  })

  test('multipart that is none, is another, or holds more than one file is refused', async () => {
    const send = async (payload: Buffer | string, type: string) =>
      (
        await county.http.inject({
          method: 'POST',
          url: '/api/files?purpose=evidence',
          cookies: { yingshang_session: county.as('liaison').cookie! },
          headers: { 'content-type': type },
          payload,
        })
      ).statusCode
    const { payload, type } = multipart('内容', 'a.txt')
    const withoutBoundary = await send(payload, 'multipart/form-data')
    const plain = await send(payload, 'application/x-www-form-urlencoded')
    const json = await send('{}', 'application/json')
    const cut = await send(payload.subarray(0, 60), type)
    const none = await send('--yingshang-test-boundary--\r\n', type)
    const field = await send(multipart('x', '', 'content-disposition: form-data; name="file"').payload, type)
    for (const status of [withoutBoundary, plain, json, cut, none, field])
      expect([400, 406, 413, 415]).toContain(status)
    const twice = Buffer.from(payload.toString().replace(/--\r\n$/, '\r\n') + payload.toString())
    expect([200, 413]).toContain(await send(twice, type))
  })

  test('a file beyond the limit is refused', async () => {
    expect((await upload(county, 'liaison', Buffer.alloc(21 * 1024 * 1024, 'a'))).body.code).toBe('file.too-large')
  })

  test('other purposes than one’s own are refused before a byte is read', async () => {
    expect((await upload(county, 'liaison', '通知', { purpose: 'plan' })).status).toBe(403)
    expect((await upload(county, 'liaison', '名册', { purpose: 'roster' })).status).toBe(403)
    expect((await upload(county, 'delegate', '材料')).status).toBe(403)
    expect((await upload(county, 'officer', '材料')).status).toBe(403)
    expect((await upload(county, 'liaison', '材料', { purpose: 'vault' })).status).toBe(400)
  })
})

describe('many uploads at once', () => {
  test('five hundred are all kept', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } })
      .png()
      .toBuffer()
    const answers = await Promise.all(Array.from({ length: 500 }, () => upload(county, 'liaison', picture)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    expect(new Set(answers.map((answer) => answer.body.fileId)).size).toBe(500)
  })

  test('at most eight are in memory, a failed one gives its place free, and a crowd is sent away', async () => {
    let inside = 0
    let most = 0
    const open: (() => void)[] = []
    const one = (fails: boolean) =>
      inUploadTurn(async () => {
        most = Math.max(most, ++inside)
        await new Promise<void>((resolve) => open.push(resolve))
        inside--
        if (fails) throw new Error('an upload that fails')
      }).then(
        () => 'kept',
        (error: { refusal?: { code: string } }) => error.refusal?.code ?? 'failed',
      )
    const all = Array.from({ length: 700 }, (_, n) => one(n % 3 === 0))
    const settled = Promise.all(all)
    for (let n = 0; n < 608; n++) {
      while (open.length === 0) await new Promise((resolve) => setImmediate(resolve))
      open.shift()!()
    }
    const ends = await settled
    expect(most).toBe(8)
    expect(ends.filter((end) => end === 'file.busy')).toHaveLength(92)
    expect(ends.filter((end) => end !== 'file.busy')).toHaveLength(608)
  })
})

/** A document of 100 MB of blanks in 100 kB. */
function bomb(): Buffer {
  const office = 'http://schemas.openxmlformats.org'
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${office}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': new Uint8Array(100 * 1024 * 1024).fill(0x20),
    }),
  )
}
