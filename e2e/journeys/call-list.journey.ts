import type { Page } from '@playwright/test'
import { choose } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'call-list' })

const card = (page: Page, unit: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: new RegExp(`^${unit} `) }) })

/** Notes a call. Midnight lies before any other time of the day, so the time is never ahead of the clock. */
async function note(page: Page, unit: string, outcome: string): Promise<void> {
  const call = card(page, unit)
  await call.getByLabel('通话时间').fill('00:00')
  await choose(call.getByLabel('打的结果'), outcome)
  await call.getByRole('button', { name: '登记' }).click()
}

journey('Without any channel the office telephones, reads out what is due and notes each call', async ({ as, walk, print }) => {
  const office = await as('coordinationOfficer')

  await journey.step('whoever was given tasks stands on the list once, with words to copy', async () => {
    await office.goto('/desk/calls')
    const call = card(office, '县发改委')
    // The list is kept by a job; whoever opens it in the first second sees it fill.
    await expect(async () => {
      await office.reload()
      await expect(call).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await expect(call.locator('.said')).toContainText(/交办了 \d+ 项任务，请签收/)
    await expect(call).toContainText('2022-07-04（周一）起没有通知到')
    await expect(card(office, '县政务办')).toHaveCount(1)
    await office.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await call.getByRole('button', { name: '复制要说的话' }).click()
    await expect(call.getByRole('button', { name: '已复制' })).toBeVisible()
    const copied = await office.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('营商办提醒')
    expect(copied).toMatch(/交办了 \d+ 项任务，请签收/)
    await walk(office, 'call-list')
  })

  await journey.step('a call that was not answered stays, with the time and who called', async () => {
    await note(office, '县发改委', '无人接听')
    await expect(card(office, '县发改委')).toContainText(/00:00 无人接听（营商办工作人员1）/)
  })

  await journey.step('who was told leaves the list and is kept as told today', async () => {
    await note(office, '县发改委', '已电话告知本人')
    await expect(card(office, '县发改委')).toHaveCount(0)
    const told = office.locator('section').filter({ hasText: '今天打过的' })
    await expect(told).toContainText(/县发改委.*无人接听.*已电话告知本人/)
    await walk(office, 'told')
    const sheets = await print(office, 'call-list')
    expect(sheets.map((sheet) => sheet.text).join('')).toContain('县政务办')
  })

  await journey.step('who reads the message at the desk need not be called', async () => {
    const liaison = await as('unitLiaison', { unit: '县教育局', window: 'phone' })
    await expect(card(office, '县教育局')).toHaveCount(1)
    await liaison.goto('/desk/messages')
    await expect(liaison.getByText(/项任务，请签收/).first()).toBeVisible()
    await walk(liaison, 'messages')
    await liaison.getByRole('button', { name: '全部标为看过' }).click()
    await expect(liaison.getByText('都看过了。')).toBeVisible()
    await expect(async () => {
      await office.reload()
      await expect(card(office, '县财政局')).toHaveCount(1, { timeout: 2_000 })
      await expect(card(office, '县教育局')).toHaveCount(0, { timeout: 2_000 })
    }).toPass({ timeout: 60_000 })
  })

  await journey.step('the list is worked on the telephone too', async () => {
    const phone = await as('coordinationDirector', { window: 'phone' })
    await phone.goto('/desk/calls')
    await expect(card(phone, '县政务办')).toHaveCount(1)
    await walk(phone, 'on-the-phone')
  })
})
