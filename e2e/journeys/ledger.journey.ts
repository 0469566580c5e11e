import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import excel from 'exceljs'
import { choose, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'
import { expectVisibleFocus, pressOn, tabTo } from '../kit/keyboard.ts'

const ledger = (page: Page) => page.getByRole('table', { name: '任务台账' })
const rows = (page: Page) => ledger(page).locator('tr[data-row]')
const shown = (page: Page) => page.locator('.under-table')

journey('The office searches, filters, sorts and pages through the ledger', async ({ as, walk, print }) => {
  const page = await as('coordinationOfficer')
  await page.goto('/desk/tasks')
  await expect(shown(page)).toContainText('第 1–50 条，共 113 条')

  await journey.step('two characters are enough', async () => {
    await page.getByPlaceholder('找任务：标题、正文、依据').fill('联办')
    await expect(page).toHaveURL(/q=/)
    await expect(rowOf(page, '高频事项联办')).toBeVisible()
    await expect(rows(page)).not.toHaveCount(50)
    await page.getByRole('button', { name: '清除筛选' }).first().click()
    await expect(shown(page)).toContainText('共 113 条')
  })

  await journey.step('filters live in the address: they survive a reload and the back button', async () => {
    await choose(page.getByRole('combobox', { name: '单位', exact: true }), await optionOf(page, '县财政局'))
    await choose(page.getByRole('combobox', { name: '时限种类' }), await optionOf(page, '按日期', '时限种类'))
    await expect(shown(page)).not.toContainText('共 113 条')
    const found = await shown(page).textContent()
    await walk(page, 'filtered')
    for (const row of await rows(page).all()) await expect(row).toContainText(/县财政局|等 \d+ 个/)
    await page.reload()
    await expect(shown(page)).toHaveText(found!)
    await rows(page).first().getByRole('link').click()
    await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible()
    await page.goBack()
    await expect(shown(page)).toHaveText(found!)
    await page.getByRole('button', { name: '清除筛选' }).first().click()
  })

  await journey.step('a column sorts, a page follows a page', async () => {
    await page.getByRole('columnheader', { name: '完成时限' }).getByRole('button').click()
    await expect(page).toHaveURL(/sort=dueOn/)
    await expect(page.getByRole('columnheader', { name: '完成时限' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(rows(page).first()).toContainText('2022-07-31（周日）')
    await page.getByRole('button', { name: '下一页' }).click()
    await expect(shown(page)).toContainText('第 51–100 条，共 113 条')
    await page.getByRole('button', { name: '下一页' }).click()
    await expect(shown(page)).toContainText('第 101–113 条，共 113 条')
    await expect(rows(page)).toHaveCount(13)
    await expect(page.getByRole('button', { name: '下一页' })).toBeDisabled()
  })

  await journey.step('on a phone the rows are cards and nothing is wider than the window', async () => {
    const phone = await as('coordinationOfficer', { window: 'phone' })
    await phone.goto('/desk/tasks')
    await expect(shown(phone)).toContainText('共 113 条')
    await walk(phone, 'ledger')
  })

  await journey.step('the print form is black and white with every task of the page', async () => {
    await page.goto('/desk/tasks')
    await expect(rows(page)).toHaveCount(50)
    const sheets = await print(page, 'ledger')
    const text = sheets.map((sheet) => sheet.text).join('')
    expect(text).toContain('新办企业网上一站办完')
    expect(text).not.toContain('导出Excel')
  })
})

journey('The ledger comes out as a workbook in the columns of the county', async ({ as }) => {
  const page = await as('coordinationOfficer')
  await page.goto('/desk/tasks?q=%E8%81%94%E5%8A%9E') // 联办
  await expect(rowOf(page, '高频事项联办')).toBeVisible()
  const wanted = await rows(page).count()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/任务台账.*\.xlsx$/)
  const book = new excel.Workbook()
  await book.xlsx.load((await readFile(await download.path())) as never)
  const sheet = book.getWorksheet('任务台账')!
  const texts = [...sheet.getSheetValues()].map((row) => (Array.isArray(row) ? row.slice(1).map(String) : []))
  const head = texts.findIndex((row) => row[0] === '序号')
  expect(texts[head]).toEqual(
    expect.arrayContaining(['清单', '任务', '牵头单位', '责任单位', '依据', '现到期日', '亮灯']),
  )
  const body = texts.slice(head + 1).filter((row) => /^\d+$/.test(row[0] ?? ''))
  expect(body).toHaveLength(wanted)
  expect(body.some((row) => row.includes('高频事项联办'))).toBe(true)
  expect(sheet.getRow(head).font?.bold ?? sheet.getRow(head).getCell(1).font?.bold, 'the head stands out').toBe(true)
})

journey('The ledger is worked with the keyboard alone', async ({ as, walk }) => {
  const page = await as('coordinationOfficer', { keyboardOnly: true })
  await page.goto('/desk/tasks')
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeHidden()

  await page.keyboard.press('/')
  await expect(page.getByPlaceholder('找任务：标题、正文、依据')).toBeFocused()
  await page.keyboard.insertText('联办')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await page.getByPlaceholder('找任务：标题、正文、依据').evaluate((node: HTMLElement) => node.blur())

  await page.keyboard.press('j')
  await expect(rows(page).first()).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.press('j')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/open=/)
  await expect(page.getByRole('complementary')).toContainText('办理过程')
  await walk(page, 'panel')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/open=/)
  await expect(rows(page).first()).toBeFocused()

  await page.goto('/desk/tasks')
  await expect(rows(page)).toHaveCount(50)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await pressOn(page.getByRole('link', { name: '方案与规则' }))
  await expect(page.getByRole('heading', { level: 1, name: '方案与规则' })).toBeVisible()
  await tabTo(page.getByRole('link', { name: '今日' }), { backwards: true })
  await expectVisibleFocus(page)
})

/** The whole text of the choice that begins with these words: counts stand behind them. */
async function optionOf(page: Page, words: string, field = '单位'): Promise<string> {
  const box = page.getByRole('combobox', { name: field, exact: true })
  await box.click()
  const option = page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: words }).first()
  const title = (await option.getAttribute('title'))!
  await page.keyboard.press('Escape')
  return title
}
