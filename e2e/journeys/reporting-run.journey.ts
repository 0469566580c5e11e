import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import excel from 'exceljs'
import { agree, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'reporting-run' })

const task = '监管清单' // 县政务办 and 县市场监管局

journey(
  'The office calls for reports, sees who is missing, and compares with last time',
  async ({ as, walk, print }) => {
    const office = await as('coordinationOfficer')
    const open = async (title: string, by: string) => {
      await office.goto('/desk/tasks?q=' + encodeURIComponent(task))
      await expect(rowOf(office, task)).toBeVisible()
      await office.getByRole('link', { name: /发起调度/ }).click()
      await expect(office.getByText('按台账里的筛选，涉及 1 项任务')).toBeVisible()
      await office.getByLabel('名称').fill(title)
      await office.getByLabel('报送截止').fill(by)
      await office.getByRole('button', { name: '发起', exact: true }).click()
      await expect(office.getByRole('heading', { level: 1, name: title })).toBeVisible()
    }
    const report = async (unit: string, text: string, percent: string) => {
      const liaison = await as('unitLiaison', { unit, window: 'phone' })
      await liaison.goto('/desk/tasks/mine')
      const part = liaison.locator('.my-part').filter({ has: liaison.getByRole('link', { name: task }) })
      await part.getByRole('button', { name: '报送进展' }).click()
      await part.getByLabel('做了什么').fill(text)
      await part.getByLabel('完成百分之几').fill(percent)
      await part.getByRole('button', { name: '报送', exact: true }).click()
      await expect(part.getByLabel('做了什么')).toHaveCount(0) // sent: until then the words stand in the field only
      await expect(part).toContainText(text)
      await liaison.close()
    }

    await journey.step('a run over the tasks of the filter', async () => {
      await open('7 月上旬调度', '2022-07-08')
      await expect(office.getByText('未报', { exact: true }).first()).toBeVisible()
      const missing = office.locator('section').filter({ hasText: '还没有报的单位' })
      await expect(missing).toContainText('县政务办')
      await expect(missing).toContainText('县市场监管局')
      await walk(office, 'opened')
    })

    await journey.step('one unit reports, the other is listed as missing', async () => {
      await report('县政务办', '清单初稿已经形成。', '40')
      await office.reload()
      const missing = office.locator('section').filter({ hasText: '还没有报的单位' })
      await expect(missing).toContainText('县市场监管局')
      await expect(missing).not.toContainText('县政务办')
      await expect(office.getByText('50.0%（1/2）')).toBeVisible()
      await expect(line(office, '县政务办')).toContainText('清单初稿已经形成。')
      await expect(line(office, '县市场监管局')).toContainText('未报')
      await walk(office, 'one-missing')
      await office.getByRole('button', { name: /提醒没有报的（1）/ }).click()
      await expect(office.getByText('提醒已经发出。')).toBeVisible()
    })

    await journey.step('the summary table is final, on paper and as a workbook', async () => {
      await office.getByRole('button', { name: '结束调度，汇总表定稿' }).click()
      await agree(office, '结束')
      await expect(office.getByRole('button', { name: '结束调度，汇总表定稿' })).toHaveCount(0)
      const [download] = await Promise.all([
        office.waitForEvent('download'),
        office.getByRole('link', { name: '导出汇总表' }).click(),
      ])
      const book = new excel.Workbook()
      await book.xlsx.load((await readFile(await download.path())) as never)
      const text = JSON.stringify(book.worksheets[0]!.getSheetValues())
      for (const words of ['7 月上旬调度', '县市场监管局', '未报', '清单初稿已经形成。']) expect(text).toContain(words)
      const sheets = await print(office, 'run')
      expect(sheets.map((sheet) => sheet.text).join('')).toContain('清单初稿已经形成')
    })

    await journey.step('the second run stands beside the first', async () => {
      await open('7 月中旬调度', '2022-07-15')
      await report('县市场监管局', '涉及的执法事项已经核对。', '30')
      await office.reload()
      await expect(line(office, '县政务办')).toContainText(/已报.*40%.*清单初稿已经形成。/)
      await expect(line(office, '县政务办')).toContainText('未报')
      await expect(line(office, '县市场监管局')).toContainText('涉及的执法事项已经核对。')
      await expect(office.getByText(/上一次“7 月上旬调度”已报 50.0%（1\/2）/)).toBeVisible()
      await walk(office, 'compared')
      await office.goto('/desk/tasks/runs')
      await expect(rowOf(office, '7 月上旬调度')).toContainText('2022-07-04 结束')
      await expect(rowOf(office, '7 月中旬调度')).toContainText('正在收报')
    })

    await journey.step('a unit does not open runs', async () => {
      const liaison = await as('unitLiaison', { unit: '县政务办' })
      await liaison.goto('/desk/tasks/runs')
      await expect(rowOf(liaison, '7 月中旬调度')).toBeVisible()
      await expect(liaison.getByRole('link', { name: '发起调度' })).toHaveCount(0)
    })
  },
)

function line(page: Page, unit: string) {
  return page.getByRole('table', { name: '调度汇总' }).getByRole('row').filter({ hasText: unit })
}
