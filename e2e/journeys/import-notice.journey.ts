import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { agree, choose, giveFile, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'import' })

const notice = fileURLToPath(new URL('../../../shared/plans/guannan-2022.docx', import.meta.url))

// The real notice is not part of the repository; where it is absent the journey of the made notice walks the same way.
if (!existsSync(notice)) console.log('the real notice is absent: its journey is left out')
else
  journey('The office imports the notice and publishes its 113 tasks', async ({ as, walk }) => {
    const page = await as('coordinationDirector')
    const step = (name: RegExp) => page.getByRole('navigation', { name: '办理步骤' }).getByRole('button', { name })
    await page.goto('/desk/plans')
    await page.getByRole('link', { name: '导入方案文件' }).click()
    await page.getByRole('radio', { name: '开始一个新行动' }).check()
    await giveFile(page.getByRole('group', { name: '方案文件' }), 'guannan-2022.docx', readFileSync(notice))
    await expect(page.getByRole('button', { name: /移除 *guannan-2022.docx/ })).toBeVisible()
    await walk(page, 'file-given')
    await page.getByRole('button', { name: '读出结构' }).click()

    await journey.step('the document and what was understood stand side by side', async () => {
      await expect(page.getByText('读出 113 项任务、5 个阶段')).toBeVisible({ timeout: 30_000 })
      await walk(page, 'review')
      const first = page.locator('.understood-task').first()
      await first.getByRole('button').first().click()
      await expect(page.locator('.document-text .shown').first()).toBeInViewport()
      await expect(first.getByLabel('标题')).not.toHaveValue('')
      await walk(page, 'review-task-open')
    })

    await journey.step('what the importer noticed is settled with a sentence', async () => {
      await page.getByRole('tab', { name: /提示/ }).click()
      const alike = page.getByRole('listitem').filter({ hasText: '可能是同一个单位' })
      await expect(alike).toContainText('县资源局')
      await expect(alike).toContainText('县自然资源局')
      await walk(page, 'diagnostics')
      await alike.getByLabel('核对说明').fill('县资源局就是县自然资源局，合并')
      await alike.getByRole('button', { name: '已核对' }).click()
      await expect(alike).toContainText('核对说明：县资源局就是县自然资源局，合并')
    })

    await journey.step('printed names become units; one name is merged into another', async () => {
      await page.getByRole('link', { name: '办理发布' }).click()
      await page.getByRole('button', { name: '全部按建议对应' }).click()
      await expect(page.getByRole('button', { name: '全部按建议对应' })).toHaveCount(0)
      const names = page.getByRole('table', { name: '单位名称对应' })
      await walk(page, 'units')
      const merged = rowOf(names, '县资源局')
      await merged.getByRole('button', { name: '县自然资源局', exact: true }).click()
      await expect(merged).toHaveCount(0)
      await page.getByRole('checkbox', { name: '只看没对应的' }).uncheck()
      await expect(merged.locator('.strong')).toHaveText('县自然资源局')
      const bare = page.getByRole('region', { name: '还没有责任单位的任务' })
      await expect(bare).toContainText('3 项任务还没有责任单位')
      await bare.scrollIntoViewIfNeeded()
      await walk(page, 'units-decided')
    })

    await journey.step('groups and catch-alls become named units', async () => {
      await step(/成组单位/).click()
      await expect(page.getByRole('heading', { name: '各镇' })).toBeVisible()
      await walk(page, 'groups')
      const card = (name: string) =>
        page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) })
      for (const [group, size] of [
        ['各镇', 6],
        ['各开发园区', 3],
      ] as const) {
        await card(group).getByRole('button', { name: '就是这些单位' }).click()
        await expect(card(group)).toContainText(`已定为 ${size} 个单位`)
      }
      // These tasks print no unit at all, so somebody must be named; where units are printed, the catch-all adds none.
      const led = card('县优化营商环境各牵头部门及相关单位')
      await led.getByRole('combobox').click()
      for (const unit of ['县营商办', '县纪委监委机关'])
        await page.locator('.ant-select-dropdown:visible').getByTitle(unit, { exact: true }).click()
      await page.keyboard.press('Escape')
      await led.getByRole('button', { name: '选中的 2 项都落实到这些单位' }).click()
      await expect(led).toContainText('都已落实')
      const cards = page.locator('section').filter({ has: page.getByRole('button', { name: /都落实到这些单位/ }) })
      for (const one of await cards.all()) {
        if (/都已落实/.test((await one.textContent())!)) continue
        const suggested = one.locator('.ant-btn-primary')
        if (await suggested.isEnabled()) await suggested.click()
        else await one.getByRole('button', { name: /不再增加单位/ }).click()
        await expect(one).toContainText('都已落实')
      }
      await walk(page, 'catch-alls')
      await expect(step(/成组单位/)).toContainText('办好')
    })

    await journey.step('a lead is named, a date set by the office, a task marked for the public', async () => {
      await step(/牵头单位/).click()
      const lead = page.getByRole('table', { name: '牵头单位' }).getByRole('combobox').first()
      await choose(lead, '县政务办')
      await step(/补定期限/).click()
      await walk(page, 'dates')
      const undated = page.getByRole('table', { name: '没有期限的任务' })
      await undated.getByRole('checkbox').nth(1).check()
      await page.getByLabel('定为哪一天').fill('2022-11-30')
      await page.getByRole('button', { name: '定下期限' }).click()
      await expect(rowOf(undated, '2022-11-30（周三）')).toContainText('本办自定')
      await step(/必须公开/).click()
      const open = page.getByRole('table', { name: '必须公开的任务' })
      await open.getByRole('checkbox').nth(1).check()
      await page.getByRole('button', { name: '选中的 1 项必须公开' }).click()
      await expect(open.getByText('必须公开')).toBeVisible()
    })

    await journey.step('it is published once, after a question, and 113 tasks stand in the ledger', async () => {
      await step(/核对提示/).click()
      for (const one of await page.getByRole('listitem').filter({ hasText: '必须处理' }).all()) {
        await one.getByLabel('核对说明').fill('按原文认定')
        await one.getByRole('button', { name: '已核对' }).click()
      }
      await step(/^发布/).click()
      await expect(page.getByText('没有没办的事。')).toBeVisible()
      await walk(page, 'ready')
      await page.getByRole('button', { name: '发布', exact: true }).click()
      await expect(page.getByRole('dialog')).toContainText('113 项任务交办到各责任单位')
      await agree(page, '发布')
      await expect(page).toHaveURL(/\/desk\/campaigns\//)
      await expect(page.getByText('共 113 项任务')).toBeVisible()
      await walk(page, 'campaign', { wholePage: true })
      await page
        .getByRole('table', { name: '任务清单' })
        .getByRole('link', { name: /省考核指标/ })
        .click()
      await expect(page.locator('.under-table')).toContainText('共 32 条')
      await expect(page.getByText('113 项任务；')).toBeVisible()
      await expect(page.getByText('全面推广企业开办“一网通办”')).toBeVisible()
      await expect(rowOf(page, '全面推广企业开办“一网通办”')).toContainText('2022-11-30（周三） 本办自定')
      await page.getByText('全面推广企业开办“一网通办”').click()
      await expect(page.locator('.clause').first()).toContainText('一网通办')
      await walk(page, 'clause')
    })
  })
