import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { paragraph, wordFile } from '../../server/src/plans/readers/testing/office-file.ts'
import { giveFile, openWaiting, waiting } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'unit-list' })

const task = '高频事项联办'
const unit = '县政务办'
const mine = (page: Page) => page.locator('.my-part').filter({ has: page.getByRole('link', { name: task }) })

journey('A unit works its list on the phone until the office has confirmed the result', async ({ as, walk, print }) => {
  const liaison = await as('unitLiaison', { unit, window: 'phone' })
  await journey.step('the liaison signs and reads the clause', async () => {
    await liaison.goto('/desk/tasks/mine')
    const part = mine(liaison)
    await expect(part).toContainText('待签收')
    await expect(part).toContainText(`方案写的责任单位是“${unit}”`)
    await part.getByRole('button', { name: '看条款' }).click()
    await expect(liaison.getByRole('dialog', { name: '条款原文' })).toContainText(task)
    await walk(liaison, 'clause')
    await liaison.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await part.getByRole('button', { name: '签收' }).click()
    await expect(part).toContainText('办理中')
    await part.scrollIntoViewIfNeeded()
    await walk(liaison, 'signed')
  })

  await journey.step('the liaison reports progress with a photograph and a document', async () => {
    const part = mine(liaison)
    await part.getByRole('button', { name: '报送进展' }).click()
    const form = liaison.getByRole('form', { name: '报送进展' })
    await form.getByLabel('做了什么').fill('已经梳理出首批十二件联办事项，窗口开始试办。')
    await form.getByLabel('完成百分之几').fill('60')
    const files = form.getByRole('group', { name: '照片和材料' })
    await giveFile(files, '窗口照片.jpg', await photograph())
    await giveFile(files, '事项清单.docx', Buffer.from(wordFile({ body: paragraph('首批联办事项清单') })))
    await expect(files.getByRole('button', { name: /移除/ })).toHaveCount(2)
    await walk(liaison, 'report')
    await form.getByRole('button', { name: '报送', exact: true }).click()
    await expect(part).toContainText('完成 60%')
    await expect(part.getByRole('link', { name: '窗口照片.jpg' })).toBeVisible()
    const photo = await liaison.request.get(
      (await part.getByRole('link', { name: '窗口照片.jpg' }).getAttribute('href'))!,
    )
    expect(
      (await sharp(await photo.body()).metadata()).exif,
      'the place must be taken out of the photograph',
    ).toBeUndefined()
  })

  await journey.step('the liaison drafts the result and cannot send it out alone', async () => {
    const part = mine(liaison)
    await part.getByRole('button', { name: '拟稿送签' }).click()
    await liaison.getByLabel('完成情况', { exact: true }).fill('十二件联办事项全部上线，窗口和网上都能办。')
    await liaison.getByRole('button', { name: '送签发' }).click()
    await expect(part).toContainText('待签发')
    await part.getByText(/现在不能办的/).click()
    await expect(part.getByRole('button', { name: '签发报送' })).toBeDisabled()
    await expect(part.getByText(/主要负责人或者分管负责人|负责人签发/).last()).toBeVisible()
    await walk(liaison, 'drafted')
  })

  const head = await as('unitHead', { unit, window: 'phone' })
  await journey.step('the head signs on the phone', async () => {
    await head.goto('/desk/')
    await expect(head.getByRole('link', { name: /待签发/ })).toContainText('1')
    await expect(head.locator('.my-part').first()).toContainText(task) // first what one came for
    await walk(head, 'head-today')
    await head.getByRole('link', { name: /待签发/ }).click()
    await expect(head.getByRole('heading', { name: '待签发的' })).toBeVisible()
    await expect(head.locator('.my-part')).toHaveCount(1)
    await head.goBack()
    const part = mine(head)
    await expect(part).toContainText('十二件联办事项全部上线')
    await part.getByRole('button', { name: '签发报送' }).click()
    await expect(mine(head)).toHaveCount(0) // no longer in the unit's hands
  })

  const office = await as('coordinationDirector')
  await journey.step('the office sends it back once; the due date stays', async () => {
    await office.goto('/desk/')
    const part = await openWaiting(office, task)
    await expect(part).toContainText('待核查')
    await expect(part).toContainText('2022-07-31（周日）')
    await walk(office, 'office-today')
    await part.getByRole('button', { name: '退回修改' }).click()
    await part.getByLabel('哪里不够').fill('请附上每件事项的办理时限对照表。')
    await part.getByRole('button', { name: '退回', exact: true }).click()
    await expect(waiting(office, task)).toHaveCount(0)
  })

  await journey.step('the head reads the reason, adds what was missing and hands in again', async () => {
    await head.goto('/desk/tasks/mine')
    const part = mine(head)
    await expect(part).toContainText('退回修改')
    await expect(part).toContainText('请附上每件事项的办理时限对照表。')
    await expect(part).toContainText('2022-07-31（周日）')
    await expect(part).not.toContainText('原定')
    await walk(head, 'returned')
    await part.getByRole('button', { name: '报送完成情况' }).click()
    const result = head.getByLabel('完成情况', { exact: true })
    await expect(result).toHaveValue(/十二件联办事项/) // nothing is typed twice
    await result.fill('十二件联办事项全部上线，办理时限对照表已附。')
    await giveFile(
      head.getByRole('group', { name: '证明材料' }),
      '时限对照表.docx',
      Buffer.from(wordFile({ body: paragraph('办理时限对照表') })),
    )
    await expect(head.getByRole('button', { name: /移除 *时限对照表/ })).toBeVisible()
    await head.getByRole('button', { name: '报送', exact: true }).click()
    await expect(part).toContainText('待核查')
  })

  await journey.step('the office confirms, and the history tells the whole way', async () => {
    await office.goto('/desk/')
    const part = await openWaiting(office, task)
    await part.getByRole('button', { name: '核查确认' }).click()
    await walk(office, 'confirming')
    await part.getByRole('button', { name: '确认', exact: false }).first().click()
    await expect(waiting(office, task)).toHaveCount(0)
    await office.goto('/desk/tasks?q=' + encodeURIComponent(task))
    await office.getByRole('link', { name: task }).click()
    const steps = office.getByRole('listitem').filter({ hasText: `${unit}：` })
    for (const step of ['签收', '报送了进展', '拟好完成情况', '报送了完成情况', '退回修改，到期日不变', '核查确认'])
      await expect(steps.filter({ hasText: step }).first()).toBeVisible()
    await expect(steps.first()).toContainText('核查确认')
    await walk(office, 'history', { wholePage: true })
    const sheets = await print(office, 'task-page')
    expect(sheets.map((sheet) => sheet.text).join('')).toContain(task)
  })

  await journey.step('who has no part in the task cannot open its files', async () => {
    const href = (await office.getByRole('link', { name: '窗口照片.jpg' }).first().getAttribute('href'))!
    const stranger = await as('unitLiaison', { unit: '县教育局', window: 'phone' })
    const refused = await stranger.request.get(href)
    expect(refused.status()).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'file.not-yours' })
  })
})

/** A photograph as a phone makes it, with the place it was taken at. */
async function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#89a' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 5/1 0/1' } })
    .jpeg()
    .toBuffer()
}
