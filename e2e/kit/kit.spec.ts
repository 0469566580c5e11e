import { expect, journey } from './journey.ts'
import { expectAccessible } from './accessible.ts'
import { expectVisibleFocus, pressOn, tabTo, typeInto } from './keyboard.ts'
import { startPracticePages } from './practice-pages.ts'
import type { Product } from './product.ts'

// A watcher that sees nothing passes everything, so every net of the kit is tried on a page with the fault it is for.
const practice = journey.extend<object, { product: Product }>({
  product: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const pages = await startPracticePages()
      await use(pages)
      await pages.stop()
    },
    { scope: 'worker' },
  ],
})

const faults: [string, RegExp][] = [
  ['/inline-style', /content security policy: style-src-attr/],
  ['/inline-script', /content security policy: script-src-elem/],
  ['/error', /console error on .*坏了/],
  ['/error', /uncaught exception: 没人接/],
  ['/missing-file', /answered 404: .*not-here\.css/],
  ['/broken', /answered 500/],
  ['/outside', /request left the product: http:\/\/yingshang\.lan:9/],
]
for (const [address, sentence] of faults) {
  practice(`the watch sees ${sentence.source} on ${address}`, async ({ visitor, watch }) => {
    const page = await visitor()
    await page.goto(address)
    await expect.poll(() => watch.unexpected().join('\n')).toMatch(sentence)
    watch.allow(/./)
  })
}

practice('a refusal is no finding, and a sound page has none', async ({ visitor, watch }) => {
  const page = await visitor()
  await page.goto('/refused')
  await page.goto('/good')
  expect(watch.unexpected()).toEqual([])
  expect(watch.addresses.some((address) => address.endsWith('/good'))).toBe(true)
})

practice('a page with unnamed controls is not accessible, a sound one is', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/unnamed')
  await expect(expectAccessible(page)).rejects.toThrow(/button-name[\s\S]*image-alt|image-alt[\s\S]*button-name/)
  await page.goto('/good')
  await expectAccessible(page)
})

practice('a walk refuses a page that scrolls sideways on a telephone', async ({ visitor, walk }) => {
  const page = await visitor({ window: 'phone' })
  await page.goto('/wide')
  await expect(walk(page, 'wide')).rejects.toThrow(/px wider than the window/)
  await page.goto('/good')
  await walk(page, 'good')
})

practice('scripts can be switched off', async ({ visitor, walk }) => {
  const on = await visitor()
  await on.goto('/script')
  await expect(on.locator('#seen')).toHaveText('有脚本')
  const off = await visitor({ script: false })
  await off.goto('/script')
  await expect(off.locator('#seen')).toHaveText('无脚本')
  await walk(off, 'without-script')
  await off.reload()
  await expect(off.locator('#seen')).toHaveText('无脚本')
  await off.goto('/unnamed')
  await expect(expectAccessible(off)).rejects.toThrow(/button-name/)
})

practice('a sign-in link works once and its session serves later pages', async ({ as }) => {
  const first = await as('unitLiaison')
  await expect(first.getByText('已登录')).toBeVisible()
  const second = await as('unitLiaison', { unit: '单位一', window: 'phone' })
  await expect(second.getByText('已登录')).toBeVisible()
  await expect(as('leader')).rejects.toThrow(/no sign-in link for leader/)
})

practice('the keyboard reaches, types and presses; a pointer is noticed', async ({ visitor, watch }) => {
  const page = await visitor({ keyboardOnly: true })
  await page.goto('/focus')
  await tabTo(page.locator('#plain'))
  await expect(expectVisibleFocus(page)).rejects.toThrow(/as if it had no focus/)
  await typeInto(page.locator('#name'), '新')
  await expect(page.locator('#name')).toHaveValue('新')
  await expectVisibleFocus(page)
  await pressOn(page.locator('#send'))
  await expect(page.locator('#send')).toBeFocused()
  await tabTo(page.locator('#plain'), { backwards: true })
  expect(watch.unexpected()).toEqual([])
  await page.locator('#send').click()
  await expect.poll(() => watch.unexpected().join()).toMatch(/a pointer was used/)
  watch.allow(/a pointer was used/)
})

practice('a print is A4, counted, readable and without colour', async ({ visitor, print }) => {
  const page = await visitor()
  await page.goto('/good')
  const sheets = await print(page, 'practice')
  expect(sheets).toHaveLength(2)
  expect(sheets[0]?.text).toContain('人民政府一览')
  expect(sheets[0]?.text).not.toContain('导航')
  expect(sheets[1]?.text).toContain('第二页')
  await page.goto('/coloured')
  await expect(print(page, 'coloured')).rejects.toThrow(/the print form has colour/)
})
