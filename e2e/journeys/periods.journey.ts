import type { Page } from '@playwright/test'
import { openWaiting, rowOf, waiting } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'
import { importText, publish, smallNotice, workIn } from '../kit/small-notice.ts'

journey.use({ world: 'periods' })

const ours = /^转到：.*政务服务提升/
const ongoing = '坚持领导接访' // 县政务办, 长年坚持
const recurring = '走访重点企业' // 县工信局, once a quarter
const cards = (page: Page, title: string) =>
  page.locator('.my-part').filter({ has: page.getByRole('link', { name: title }) })

journey('A duty of every quarter opens period by period; one without end is concluded by the year', async ({ as, walk }) => {
  const office = await as('coordinationDirector')
  const moveTo = async (day: string) => {
    const strip = office.getByRole('region', { name: '试用日期' })
    await strip.getByRole('button', { name: '选一天' }).click()
    await office.getByLabel('移到哪一天').fill(day)
    // The answer comes when every day in between has been gone through.
    const answered = office.waitForResponse((response) => response.url().endsWith('/api/trial/day'), { timeout: 60_000 })
    await strip.getByRole('button', { name: '移到这一天' }).click()
    expect((await answered).status()).toBe(200)
    await expect(strip).toContainText(day)
  }
  const handIn = async (page: Page, title: string, text: string) => {
    const part = cards(page, title).filter({ has: page.getByRole('button', { name: '签收' }) }).first()
    await part.getByRole('button', { name: '签收' }).click()
    const signed = cards(page, title).filter({ has: page.getByRole('button', { name: '报送完成情况' }) }).first()
    await signed.getByRole('button', { name: '报送完成情况' }).click()
    await page.getByLabel('完成情况', { exact: true }).fill(text)
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await expect(cards(page, title).filter({ hasText: '待核查' })).toHaveCount(1)
  }

  await journey.step('a campaign with both kinds of duty', async () => {
    await importText(office, smallNotice, '开始一个新行动')
    await publish(office)
    await workIn(office, ours)
  })

  const industry = await as('unitHead', { unit: '县工信局', window: 'phone' })
  await journey.step('the third quarter stands open with its own last day', async () => {
    await industry.goto('/desk/tasks/mine')
    await workIn(industry, ours)
    await industry.goto('/desk/tasks/mine')
    await expect(cards(industry, recurring)).toHaveCount(1)
    await expect(cards(industry, recurring)).toContainText('2022年第三季度')
    await expect(cards(industry, recurring)).toContainText('2022-09-30（周五）')
    await handIn(industry, recurring, '走访了三十家企业，记录附后。')
    await office.goto('/desk/')
    const result = await openWaiting(office, recurring)
    await result.getByRole('button', { name: '核查确认' }).click()
    await result.getByRole('button', { name: '确认', exact: true }).click()
    await expect(waiting(office, recurring)).toHaveCount(0)
  })

  await journey.step('the next quarter opens by itself, beside the finished one', async () => {
    await moveTo('2022-10-10')
    await industry.goto('/desk/tasks/mine')
    const next = cards(industry, recurring).filter({ hasText: '2022年第四季度' })
    await expect(next).toHaveCount(1)
    await expect(next).toContainText('待签收')
    await walk(industry, 'fourth-quarter')
    await office.goto('/desk/tasks')
    await office.getByRole('link', { name: recurring }).click()
    await expect(office.getByText('2022年第三季度').first()).toBeVisible()
    await expect(office.getByText('2022年第四季度').first()).toBeVisible()
    await walk(office, 'both-quarters', { wholePage: true })
  })

  await journey.step('the duty without end owes a conclusion by the last day of the year', async () => {
    const head = await as('unitHead', { unit: '县政务办', window: 'phone' })
    await head.goto('/desk/tasks/mine')
    await workIn(head, ours)
    await head.goto('/desk/tasks/mine')
    await expect(cards(head, ongoing)).toContainText('2022-12-31（周六）')
    await moveTo('2022-12-20')
    await head.reload()
    await handIn(head, ongoing, '全年接访四十八次，做法已经写进窗口制度。')
    await walk(head, 'conclusion')
  })

  await journey.step('the office turns it into routine; it is never struck off', async () => {
    await office.goto('/desk/')
    const result = await openWaiting(office, ongoing)
    await result.getByRole('button', { name: '核查确认' }).click()
    await expect(result.getByRole('radio', { name: '转入常态' })).toBeChecked()
    await walk(office, 'into-routine')
    await result.getByRole('button', { name: '确认', exact: true }).click()
    await expect(waiting(office, ongoing)).toHaveCount(0)
    await office.goto('/desk/tasks')
    await expect(rowOf(office, ongoing)).toContainText('转入常态')
    await office.getByRole('link', { name: ongoing }).click()
    await expect(office.getByText('转入常态').first()).toBeVisible()
    await walk(office, 'routine', { wholePage: true })
  })
})
