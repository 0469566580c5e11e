import { expect, journey } from '../kit/journey.ts'

journey(
  'Whoever is signed out in the middle of a report signs in again, and the words are still there',
  async ({ as }) => {
    const page = await as('unitLiaison', { unit: '县水利局', window: 'phone' })
    await page.goto('/desk/tasks/mine')
    const part = page.locator('.my-part').first()
    await part.getByRole('button', { name: '报送进展' }).click()
    await part.getByLabel('做了什么').fill('管网改造完成一半。')
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })))
      .toContain('管网改造完成一半。')
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await part.getByRole('button', { name: '报送', exact: true }).click()
    await page.reload()
    await expect(page.getByRole('heading', { name: '登录工作台' })).toBeVisible()
    await expect(page).toHaveURL(/next=/)
    await expect(page.getByText('没有提交的内容还在这台设备上')).toBeVisible()
    await page.context().addCookies(cookies)
    await page.goto('/desk/tasks/mine')
    await page.locator('.my-part').first().getByRole('button', { name: '报送进展' }).click()
    await expect(page.getByText('上次没有报完的内容已经取回。')).toBeVisible()
    await expect(page.getByLabel('做了什么')).toHaveValue('管网改造完成一半。')
  },
)
