import { expect, journey } from '../kit/journey.ts'

journey('A stranger opens the front page without script', async ({ visitor, walk }) => {
  for (const window of ['desk', 'phone'] as const) {
    const page = await visitor({ window, script: false })
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: '工作人员登录' })).toBeVisible()
    await walk(page, 'front-page')
  }
})
