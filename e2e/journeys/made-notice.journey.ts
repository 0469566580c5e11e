import { makeNotice } from '../../core/testing/notices/generate.ts'
import { paragraph, wordFile } from '../../server/src/plans/readers/testing/office-file.ts'
import { agree, giveFile, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'made-notice' })

const seed = 14 // a county, five stages, nine tasks, twenty-eight units, some of which this county does not have

journey(
  'A notice of another hand becomes a campaign beside the first, and corrections are kept',
  async ({ as, walk }) => {
    const made = makeNotice(seed)
    const body = made.text.split('\n').map((line) => paragraph(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    const page = await as('coordinationDirector')
    const step = (name: RegExp) => page.getByRole('navigation', { name: '办理步骤' }).getByRole('button', { name })
    await page.goto('/desk/plans/import')
    await page.getByRole('radio', { name: '开始一个新行动' }).check()
    await giveFile(
      page.getByRole('group', { name: '方案文件' }),
      '通知.docx',
      Buffer.from(wordFile({ body: body.join('') })),
    )
    await page.getByRole('button', { name: '读出结构' }).click()
    await expect(page.getByText(`读出 ${made.gold.task_count} 项任务`)).toBeVisible()

    const title = '按核对改正的标题'
    await journey.step('a task is corrected, and a line of the text leads to its task', async () => {
      const first = page.locator('.understood-task').first()
      await first.getByRole('button').first().click()
      await first.getByLabel('标题').fill(title)
      await first.getByRole('button', { name: '保存更正' }).click()
      await expect(first.getByRole('button').first()).toContainText(title)
      await page.reload()
      await expect(page.getByText(title).first()).toBeVisible()
      await page.getByRole('region', { name: '文件原文' }).locator('.task-line').nth(2).click()
      await expect(page.locator('.understood-task').nth(2).getByLabel('标题')).toBeVisible()
      await walk(page, 'corrected')
    })

    await journey.step('names this county does not know are registered or given to units', async () => {
      await page.getByRole('link', { name: '办理发布' }).click()
      const suggested = page.getByRole('button', { name: '全部按建议对应' })
      await suggested.click()
      await expect(suggested).toHaveCount(0)
      const open = page.getByRole('table', { name: '单位名称对应' }).locator('tbody tr')
      await expect(open).not.toHaveCount(0)
      for (let left = await open.count(); left > 0; left--) {
        const row = open.first()
        const candidate = row.locator('.row').first().locator('.ant-btn').first()
        if (await candidate.isVisible()) await candidate.click()
        else {
          await row.getByRole('button', { name: '登记为新单位' }).click()
          await row.locator('.ant-btn-primary').click()
        }
        await expect(open).toHaveCount(left - 1)
      }
      await expect(step(/单位对应/)).toContainText('办好')
    })

    await journey.step('its groups become the units that are meant', async () => {
      await step(/成组单位/).click()
      const cards = page.locator('section.notice').filter({ has: page.getByRole('combobox') })
      await expect(cards).not.toHaveCount(0)
      for (const card of await cards.all()) {
        const sure = card.locator('.ant-btn-primary')
        if (!(await sure.isEnabled())) {
          await card.getByRole('combobox').click()
          await page.locator('.ant-select-dropdown:visible').getByTitle('县营商办', { exact: true }).click()
          await page.keyboard.press('Escape')
        }
        await sure.click()
        await expect(card).toContainText(/已定为|都已落实/)
      }
      await expect(step(/成组单位/)).toContainText('办好')
      await walk(page, 'groups')
    })

    await journey.step(
      'published, it stands beside the first, which stays on the desk until another is chosen',
      async () => {
        await step(/^发布/).click()
        await page.getByRole('button', { name: '发布', exact: true }).click()
        await agree(page, '发布')
        await expect(page).toHaveURL(/\/desk\/campaigns\//)
        await expect(page.getByText(`共 ${made.gold.task_count} 项任务`)).toBeVisible()
        await page.getByRole('link', { name: '任务清单', exact: true }).click()
        await expect(page.locator('.under-table')).toContainText('共 113 条')
        await expect(page.getByText(title)).toHaveCount(0)
        await page.getByRole('button', { name: '营商办主任1' }).click()
        await page.getByRole('button', { name: /^转到：/ }).click()
        await expect(rowOf(page, title)).toBeVisible()
      },
    )
  },
)
