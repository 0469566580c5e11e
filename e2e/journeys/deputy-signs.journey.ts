import type { Page } from '@playwright/test'
import { openWaiting } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'deputy-signs' })

const unit = '县司法局'
const first = (page: Page) => page.locator('.my-part').first()

journey('A deputy in charge signs what the liaison drafted', async ({ as, walk }) => {
  const liaison = await as('unitLiaison', { unit, window: 'phone' })
  await liaison.goto('/desk/tasks/mine')
  const title = (await first(liaison).getByRole('link').first().textContent())!.replace(/^\S+\s*/, '')
  const part = (page: Page) => page.locator('.my-part').filter({ has: page.getByRole('link', { name: title }) })

  await journey.step('the liaison drafts; it has not left the unit', async () => {
    await part(liaison).getByRole('button', { name: '签收' }).click()
    await part(liaison).getByRole('button', { name: '拟稿送签' }).click()
    await liaison.getByLabel('完成情况', { exact: true }).fill('制度已经印发，窗口照办。')
    await liaison.getByRole('button', { name: '送签发' }).click()
    await expect(part(liaison)).toContainText('待签发')
    const office = await as('coordinationOfficer')
    await office.goto('/desk/')
    await expect(office.locator('.waiting-part').filter({ hasText: title })).toHaveCount(0)
  })

  const deputy = await as('unitDeputy', { unit, window: 'phone' })
  await journey.step('it waits on the page of the deputy, who reads it and signs', async () => {
    await deputy.goto('/desk/')
    await expect(part(deputy)).toContainText('制度已经印发，窗口照办。')
    await walk(deputy, 'to-sign')
    await part(deputy).getByRole('button', { name: '签发报送' }).click()
    await expect(part(deputy)).toHaveCount(0)
  })

  await journey.step('the office sees who signed', async () => {
    const office = await as('coordinationDirector')
    await office.goto('/desk/')
    const result = await openWaiting(office, title)
    await expect(result).toContainText('制度已经印发，窗口照办。')
    await result.getByRole('link', { name: title }).click()
    const signed = office.getByRole('listitem').filter({ hasText: '报送了完成情况' }).first()
    await expect(signed).toContainText(`${unit}分管负责人1`)
    await walk(office, 'who-signed', { wholePage: true })
  })
})
