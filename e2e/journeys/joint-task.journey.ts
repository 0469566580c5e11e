import type { Page } from '@playwright/test'
import { choose, openWaiting, waiting } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'joint-task' })

const task = '一证准营' // 县市场监管局 and 县政务办, due on 2022-07-31
const mine = (page: Page) => page.locator('.my-part').filter({ has: page.getByRole('link', { name: task }) })

async function handIn(page: Page, words: string): Promise<void> {
  await mine(page).getByRole('button', { name: '报送完成情况' }).click()
  await page.getByLabel('完成情况', { exact: true }).fill(words)
  await page.getByRole('button', { name: '报送', exact: true }).click()
}

journey(
  'A lead gathers the part of the other unit, whose section works by an inner date, and gives one result',
  async ({ as, walk }) => {
    const office = await as('coordinationDirector')
    await journey.step('the office names the lead', async () => {
      await office.goto('/desk/tasks?q=' + encodeURIComponent(task))
      await office.getByRole('link', { name: task }).click()
      await office.getByRole('button', { name: '明确牵头单位' }).click()
      await choose(office.getByRole('combobox', { name: '牵头单位' }), '县市场监管局')
      await office.getByLabel('原因').fill('由登记机关汇总。')
      await office.getByRole('button', { name: '明确牵头单位' }).last().click()
      await expect(office.getByRole('article', { name: '县市场监管局的部分' })).toContainText('牵头')
    })

    const other = await as('unitHead', { unit: '县政务办' })
    const section = await as('unitHead', { unit: '县政务办科室1', window: 'phone' })
    await journey.step(
      'the other unit owes its part to the lead and passes it to a section by an earlier date',
      async () => {
        await other.goto('/desk/tasks/mine')
        await expect(mine(other)).toContainText('县市场监管局') // to whom it is owed
        await expect(mine(other)).not.toContainText('2022-07-31（周日）') // by an inner date, before the lead's own
        await mine(other).getByRole('button', { name: '签收' }).click()
        await mine(other).getByRole('button', { name: '转交内部办理' }).click()
        await choose(other.getByLabel('转给'), '县政务办科室1')
        await other.getByLabel('内部期限').fill('2022-07-20')
        await other.getByRole('button', { name: '转交', exact: true }).click()
        await expect(mine(other)).toContainText('县政务办科室1：待签收，内部期限 2022-07-20')
        await walk(other, 'passed')
      },
    )

    await journey.step('the section hands in to its unit, the unit accepts', async () => {
      await section.goto('/desk/tasks/mine')
      await mine(section).getByRole('button', { name: '签收' }).click()
      await handIn(section, '证照目录已经理清。')
      await expect(mine(section)).toContainText('待核查')
      await other.goto('/desk/tasks/mine')
      await mine(other)
        .filter({ hasText: '证照目录已经理清。' })
        .getByRole('button', { name: '接收', exact: true })
        .click()
      await expect(mine(other).filter({ hasText: '县政务办科室1：已接收' })).toHaveCount(1)
      await handIn(other, '县政务办的部分完成。')
    })

    await journey.step('the lead accepts and gives the one result', async () => {
      const lead = await as('unitHead', { unit: '县市场监管局', window: 'phone' })
      await lead.goto('/desk/tasks/mine')
      const taken = mine(lead).filter({ hasText: '县政务办的部分完成。' })
      await walk(lead, 'to-take')
      await taken.getByRole('button', { name: '接收', exact: true }).click()
      await expect(taken.getByRole('button', { name: '接收', exact: true })).toHaveCount(0)
      await mine(lead).getByRole('button', { name: '签收' }).click()
      await handIn(lead, '一证准营全县推开。')
    })

    await journey.step('the office confirms; the task is concluded', async () => {
      await office.goto('/desk/')
      const result = await openWaiting(office, task) // one result, not one per unit
      await result.getByRole('button', { name: '核查确认' }).click()
      await result.getByRole('button', { name: '确认', exact: false }).first().click()
      await expect(waiting(office, task)).toHaveCount(0)
      await office.goto('/desk/tasks?status=concluded')
      await expect(office.getByRole('link', { name: task })).toBeVisible()
      await office.getByRole('link', { name: task }).click()
      await expect(office.getByText(/^已办结/).first()).toBeVisible()
      await walk(office, 'concluded', { wholePage: true })
    })
  },
)
