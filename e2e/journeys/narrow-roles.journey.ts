import type { Page } from '@playwright/test'
import { expect, journey } from '../kit/journey.ts'

const places = (page: Page) => page.getByRole('navigation', { name: '工作栏目' }).getByRole('link')

journey(
  'A leader reads one page and opens every figure down to its tasks, and can change nothing',
  async ({ as, walk, print }) => {
    for (const window of ['desk', 'phone'] as const) {
      const page = await as('leader', { window })
      await page.goto('/desk/')
      await expect(page.getByRole('heading', { name: '什么在变差' })).toBeVisible()
      await expect(page.getByText('共 443 个部分，113 项任务')).toBeVisible()
      await walk(page, 'today')
    }
    const page = await as('leader')
    await page.goto('/desk/')
    await page.getByRole('link', { name: /待签收/ }).click()
    await expect(page.getByRole('table', { name: '任务台账' })).toBeVisible()
    await page.getByRole('link', { name: '新办企业网上一站办完' }).click()
    const part = page.getByRole('article', { name: '县行政审批局的部分' })
    await expect(part).toContainText('待签收')
    for (const name of ['签收', '报送进展', '核查确认', '调整期限', '撤销任务'])
      await expect(page.locator('main').getByRole('button', { name, exact: true, disabled: false })).toHaveCount(0)
    await page.goto('/desk/')
    await expect(page.getByRole('heading', { name: '什么在变差' })).toBeVisible()
    const sheets = await print(page, 'leader-page')
    expect(sheets.length, 'one page for a leader, two sides of paper at most').toBeLessThanOrEqual(3)
  },
)

for (const role of ['governmentSupervision', 'auditor'] as const)
  journey(`The role ${role} sees the whole campaign, reads the ledger and acts on nothing`, async ({ as }) => {
    const page = await as(role)
    await page.goto('/desk/')
    await expect(page.getByText('共 443 个部分，113 项任务')).toBeVisible()
    await page.goto('/desk/tasks')
    await expect(page.locator('.under-table')).toContainText('共 113 条')
    await expect(page.getByRole('link', { name: '就这些任务发起调度' })).toHaveCount(0)
    await expect(page.getByRole('link', { name: '导出 Excel' })).toBeVisible()
    await page.goto('/desk/plans')
    await expect(page.getByRole('link', { name: '导入方案文件' })).toHaveCount(0)
    await expectRefused(page)
  })

journey('Discipline inspection reads the tasks, and has no queue of its own yet', async ({ as, walk }) => {
  const page = await as('disciplineInspection')
  await page.goto('/desk/')
  await expect(page.getByRole('heading', { name: '今天没有等着办的事' })).toBeVisible()
  await walk(page, 'today')
  await page.goto('/desk/tasks')
  await expect(page.locator('.under-table')).toContainText('共 113 条')
  await expectRefused(page)
})

for (const role of ['delegate', 'panelMember'] as const)
  journey(`An invited ${role} is shown no place that would only refuse them`, async ({ as, walk }) => {
    const page = await as(role)
    await page.goto('/desk/')
    await expect(page.getByRole('heading', { name: '今天没有等着办的事' })).toBeVisible()
    await expect(places(page)).toHaveText(['今日', '方案与规则'])
    await walk(page, 'today')
    await page.goto('/desk/tasks')
    await expect(page.getByText('当前岗位没有可以查看的任务。')).toBeVisible()
    await expect(page.getByText('新办企业网上一站办完')).toHaveCount(0)
    await page.goto('/desk/people')
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByText('县领导1')).toHaveCount(0)
    await expectRefused(page)
  })

journey('A liaison sees the tasks of the own unit and none of the others', async ({ as }) => {
  const page = await as('unitLiaison', { unit: '县供电公司' })
  await page.goto('/desk/tasks')
  const rows = page.getByRole('table', { name: '任务台账' }).locator('tr[data-row]')
  await expect(rows.first()).toBeVisible()
  expect(await rows.count()).toBeLessThan(20)
  await expect(page.getByText('新办企业网上一站办完')).toHaveCount(0) // the task of another unit alone
  const office = await as('coordinationOfficer')
  await office.goto('/desk/tasks?q=' + encodeURIComponent('新办企业网上一站办完'))
  await office.getByRole('link', { name: '新办企业网上一站办完' }).click()
  await expect(office.getByRole('article', { name: '县行政审批局的部分' })).toBeVisible()
  const foreign = await page.request.get(office.url().replace('/desk/tasks/', '/api/tasks/'))
  expect([403, 404]).toContain(foreign.status())
  await expectRefused(page)
})

/** Whoever writes past the screens is refused by the server as well, in words. */
async function expectRefused(page: Page): Promise<void> {
  const answer = await page.request.post('/api/plans', {
    headers: { 'x-command-id': crypto.randomUUID() },
    data: { fileId: crypto.randomUUID(), purpose: { kind: 'campaign' } },
  })
  expect(answer.status(), await answer.text()).toBe(403)
  expect(((await answer.json()) as { code: string }).code).toBe('plan.office-only')
}
