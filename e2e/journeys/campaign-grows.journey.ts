import type { Page } from '@playwright/test'
import { openWaiting, rowOf, waiting } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'
import { importText, laterList, publish, smallNotice, workIn } from '../kit/small-notice.ts'

journey.use({ world: 'campaign-grows' })

const ours = /^转到：.*政务服务提升/
const open = '公开办事指南' // must be published
const card = (page: Page, title: string) =>
  page.locator('.my-part').filter({ has: page.getByRole('link', { name: title }) })

journey('A campaign gets another list and a revised notice, and keeps the work that is done', async ({ as, walk }) => {
  const office = await as('coordinationDirector')
  const head = await as('unitHead', { unit: '县政务办', window: 'phone' })

  await journey.step('a small notice becomes a campaign of its own; one task must be published', async () => {
    await importText(office, smallNotice, '开始一个新行动')
    await publish(office, open)
    await expect(office.getByText('共 4 项任务')).toBeVisible()
    await workIn(office, ours)
    await office.goto('/desk/tasks')
    await expect(rowOf(office, open)).toBeVisible()
  })

  await journey.step('its result cannot be handed in without where and when it was made public', async () => {
    await head.goto('/desk/tasks/mine')
    await workIn(head, ours)
    await head.goto('/desk/tasks/mine')
    const part = card(head, open)
    await part.getByRole('button', { name: '签收' }).click()
    await part.getByRole('button', { name: '报送完成情况' }).click()
    const form = head.getByRole('form', { name: '报送完成情况' })
    const send = form.getByRole('button', { name: '报送', exact: true })
    await form.getByLabel('完成情况', { exact: true }).fill('一百二十项办事指南全部公布。')
    await expect(send).toBeDisabled()
    await form.getByLabel('在哪里向社会公布').fill('县政府网站办事服务栏')
    await expect(send).toBeDisabled()
    await form.getByLabel('公布日期').fill('2022-07-04')
    await walk(head, 'public-result')
    await send.click()
    await expect(part).toContainText('待核查')
  })

  await journey.step('the office sees both and confirms', async () => {
    await office.goto('/desk/')
    const result = await openWaiting(office, open)
    await expect(result).toContainText('县政府网站办事服务栏')
    await expect(result).toContainText('2022-07-04')
    await walk(office, 'public-result')
    await result.getByRole('button', { name: '核查确认' }).click()
    await result.getByRole('button', { name: '确认', exact: true }).click()
    await expect(waiting(office, open)).toHaveCount(0)
  })

  await journey.step('a list that came later joins the campaign; what runs is left alone', async () => {
    await importText(office, laterList, /^给.*政务服务提升.*补充清单/)
    await walk(office, 'later-list')
    await publish(office)
    await expect(office.getByText('共 6 项任务')).toBeVisible()
    await expect(office.getByRole('table', { name: '任务清单' })).toContainText('问题清单')
    await walk(office, 'two-lists', { wholePage: true })
    await office.goto('/desk/tasks')
    for (const title of [open, '增设企业服务窗口', '清理过时告示']) await expect(rowOf(office, title)).toBeVisible()
    await expect(rowOf(office, open)).toContainText('办结')
  })

  await journey.step('a revised notice shows what is new, changed and gone', async () => {
    const revised = smallNotice
      .replace('完成时限：2022年8月31日', '完成时限：2022年10月15日')
      .replace('3. 走访重点企业。了解企业需要，形成走访记录。', '3. 开设夜间窗口。每周两个晚上开放。')
      .replace('完成时限：长年坚持，每季度至少一次', '完成时限：2022年11月30日')
    await importText(office, revised, /^修订.*政务服务提升/)
    await office.getByRole('tab', { name: /差异/ }).click()
    const rows = office.getByRole('listitem').filter({ has: office.locator('.tag') })
    await expect(rows.filter({ hasText: '压缩办理时限' })).toContainText('完成时限：2022年8月31日 → 2022年10月15日')
    await expect(rows.filter({ hasText: '开设夜间窗口' })).toContainText('新增')
    await expect(rows.filter({ hasText: '走访重点企业' })).toContainText('不再列出')
    await walk(office, 'differences')
  })

  await journey.step('published, it moves the date and keeps the finished task and the later list', async () => {
    await publish(office)
    await office.goto('/desk/tasks')
    await expect(rowOf(office, open)).toContainText('办结')
    await expect(rowOf(office, '开设夜间窗口')).toContainText('2022-11-30（周三）')
    await expect(rowOf(office, '清理过时告示')).toContainText('2022-08-15（周一）')
    const moved = rowOf(office, '压缩办理时限')
    await expect(moved).toContainText('2022-10-15（周六）')
    await walk(office, 'revised-ledger')
    await moved.getByRole('link', { name: '压缩办理时限' }).click()
    await expect(office.getByText('2022-08-31').first()).toBeVisible() // the first date stays to be seen
    await walk(office, 'first-date', { wholePage: true })
    await head.goto('/desk/tasks/mine')
    await expect(card(head, '压缩办理时限')).toContainText('2022-10-15（周六）')
  })
})
