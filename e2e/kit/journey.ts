import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '@yingshang/core/kernel/actor'
import { scriptless } from './accessible.ts'
import { refusePointer } from './keyboard.ts'
import { print, type Print } from './print.ts'
import { startProduct, type Product, type ProductOptions } from './product.ts'
import { newWalk, type Walk } from './walk.ts'
import { newWatch, watchContext, type Watch } from './watch.ts'

/** The two windows every screen must suit: an office computer and a telephone. */
export const windows = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

export interface PageOptions {
  readonly window?: keyof typeof windows
  /** `false` switches scripts off, as the portal must work without them. */
  readonly script?: boolean
  /** Fails the journey when a mouse or finger is used. */
  readonly keyboardOnly?: boolean
  /** Another name the product is reached by, for instance `https://yingshang.lan:8443`. */
  readonly origin?: string
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

interface JourneyTools {
  /** A page of somebody who is not signed in. Relative addresses start at the product. */
  visitor(options?: PageOptions): Promise<Page>
  /** A page of a signed-in person of the sample campaign; `unit` or `person` choose among several of one role. */
  as(role: Role, options?: PageOptions & { readonly unit?: string; readonly person?: string }): Promise<Page>
  walk: Walk
  print: Print
  watch: Watch
}

interface JourneyWorker {
  /** Journeys naming the same world share one running product; one that changes much names its own. */
  world: string
  /** How this world's product is started. */
  start: ProductOptions
  product: Product
  sessions: Map<string, Cookies>
}

/**
 * A journey: `journey('A unit works its list', async ({ as, walk }) => { … })`. It fails, besides its own expectations,
 * on everything `watch` writes down. `journey.use({ world: 'publishing' })` at the top of a file gives it a product alone.
 */
export const journey = test.extend<JourneyTools, JourneyWorker>({
  world: ['shared', { scope: 'worker', option: true }],
  start: [{}, { scope: 'worker', option: true }],
  product: [
    // eslint-disable-next-line no-empty-pattern -- the runner insists on a destructured first argument
    async ({ world: _world, start }, use) => {
      const product = await startProduct(start)
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  // eslint-disable-next-line no-empty-pattern
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  // eslint-disable-next-line no-empty-pattern
  watch: async ({}, use) => {
    const watch = newWatch()
    await use(watch)
    expect(watch.unexpected(), 'things that must not happen behind the screen').toEqual([])
  },
  visitor: async ({ browser, product, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async ({ window = 'desk', script = true, keyboardOnly = false, origin = product.url } = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: windows[window],
        hasTouch: window === 'phone',
        isMobile: window === 'phone',
        javaScriptEnabled: script,
        ignoreHTTPSErrors: true, // the product signs its own certificate
        acceptDownloads: true,
      })
      contexts.push(context)
      if (!script) scriptless.add(context)
      await watchContext(context, [new URL(product.url).origin, new URL(origin).origin], watch)
      if (keyboardOnly) await refusePointer(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  as: async ({ visitor, product, sessions }, use) => {
    await use(async (role, { unit, person, ...options } = {}) => {
      const page = await visitor(options)
      const found = product.links.find(
        (link) => link.role === role && (link.unit === unit || !unit) && (link.person === person || !person),
      )
      if (!found)
        throw new Error(`the product gave no sign-in link for ${[role, unit, person].filter(Boolean).join(' ')}`)
      const cookies = sessions.get(found.link)
      if (cookies) {
        await page.context().addCookies(cookies)
        await page.goto('/')
        return page
      }
      await page.goto(found.link) // works once: later pages of the same person use the session it gave
      await expect(page).not.toHaveURL(found.link)
      sessions.set(found.link, await page.context().cookies())
      return page
    })
  },
  // eslint-disable-next-line no-empty-pattern
  walk: async ({}, use, testInfo) => use(newWalk(testInfo)),
  // eslint-disable-next-line no-empty-pattern
  print: async ({}, use) => use(print),
})

export { expect }
