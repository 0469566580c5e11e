import { expect, journey } from '../kit/journey.ts'
import { startProduct, type Product } from '../kit/product.ts'

const secured = journey.extend<object, { product: Product }>({
  product: [
    // eslint-disable-next-line no-empty-pattern -- the runner insists on a destructured first argument
    async ({}, use) => {
      const product = await startProduct({ settings: { YINGSHANG_NAMES: 'yingshang.lan' } })
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
})

secured.use({ world: 'secure-names' })

secured(
  'Over https and a name of the county the desk works as on the machine itself',
  async ({ product, visitor, as, walk }) => {
    const own = new URL(product.url)
    expect(own.protocol).toBe('https:')
    expect(own.hostname).toBe('yingshang.lan')
    const stranger = await visitor({ window: 'phone', script: false })
    await stranger.goto('/')
    await expect(stranger.getByRole('link', { name: '工作人员登录' })).toBeVisible()
    await walk(stranger, 'front-page')

    const liaison = await as('unitLiaison', { unit: '县供电公司', window: 'phone' })
    await liaison.goto('/desk/tasks/mine')
    expect(await liaison.evaluate(() => isSecureContext)).toBe(true)
    const cookie = (await liaison.context().cookies()).find((one) => one.httpOnly)
    expect(cookie).toMatchObject({ secure: true, httpOnly: true })
    const part = liaison.locator('.my-part').first()
    await part.getByRole('button', { name: '签收' }).click()
    await expect(part).toContainText('办理中')

    const answer = await liaison.goto('/desk/')
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/(script-src|style-src-elem)[^;]*unsafe/)
    await stranger.goto('/trust') // how the computers of the county come to trust it
    await walk(stranger, 'trust')
    expect((await stranger.request.get(`https://localhost:${own.port}/authority.crt`)).status()).toBe(200)
  },
)
