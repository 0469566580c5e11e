import type { Page } from '@playwright/test'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'conflict-of-interest' })

const task = '接入费用分担' // 县发改委, 县住建局, 县政务办
const mine = (page: Page) => page.locator('.my-part').filter({ has: page.getByRole('link', { name: task }) })

journey('An officer seconded from a unit cannot verify what that unit hands in', async ({ as, walk }) => {
  const handIn = async (unit: string) => {
    const head = await as('unitHead', { unit, window: 'phone' })
    await head.goto('/desk/tasks/mine')
    await mine(head).getByRole('button', { name: '签收' }).click()
    await mine(head).getByRole('button', { name: '报送完成情况' }).click()
    await head.getByLabel('完成情况', { exact: true }).fill(`${unit}的部分已经完成。`)
    await head.getByRole('button', { name: '报送', exact: true }).click()
    await expect(mine(head)).toContainText('待核查')
  }
  await handIn('县发改委')
  await handIn('县住建局')

  const officer = await as('coordinationOfficer', { person: '县发改委经办人员1' })
  await officer.goto('/desk/tasks?q=' + encodeURIComponent(task))
  await officer.getByRole('link', { name: task }).click()
  const own = officer.getByRole('article', { name: '县发改委的部分' })
  const other = officer.getByRole('article', { name: '县住建局的部分' })
  await expect(own).toContainText('待核查')
  if (await own.locator('summary').isVisible()) await own.locator('summary').click()
  await expect(own.getByRole('button', { name: '核查确认' })).toBeDisabled()
  await expect(own).toContainText(/本人原单位|自己单位|回避/)
  await walk(officer, 'own-unit')
  await expect(other.getByRole('button', { name: '核查确认' })).toBeEnabled()

  const director = await as('coordinationDirector')
  await director.goto(officer.url())
  await expect(
    director.getByRole('article', { name: '县发改委的部分' }).getByRole('button', { name: '核查确认' }),
  ).toBeEnabled()
})
