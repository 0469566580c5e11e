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

journey('A page of the portal weighs at most 60 kB with everything it brings along', async ({ visitor }) => {
  for (const script of [true, false])
    for (const path of ['/', '/report', '/receipt']) {
      const page = await visitor({ window: 'phone', script })
      const parts: Promise<{ readonly url: string; readonly bytes: number }>[] = []
      page.on('response', (response) => {
        if (response.status() >= 300) return // no body
        parts.push(response.body().then((body) => ({ url: response.url(), bytes: body.length })))
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      const weights = await Promise.all(parts)
      const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
      expect(total, `${path}: ${JSON.stringify(weights)}`).toBeLessThanOrEqual(60_000)
      expect(weights.some(({ url }) => url.endsWith('/portal.css'))).toBe(true) // else nothing was measured
      await page.close()
    }
})
