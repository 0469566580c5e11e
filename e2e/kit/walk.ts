import { expect, type Page, type TestInfo } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectAccessible } from './accessible.ts'

export const results = fileURLToPath(new URL('../../test-results', import.meta.url))

/** Hiding the caret would put a style element into the page, which its content security policy rightly refuses. */
export const still = { animations: 'disabled', caret: 'initial' } as const

/** Takes the walk's next picture; `name` is a few words with hyphens, for instance `task-ledger`. */
export type Walk = (page: Page, name: string, options?: WalkOptions) => Promise<void>

export interface WalkOptions {
  /** The whole page instead of what fits the window. */
  readonly wholePage?: boolean
  /** `false` where the page was already checked in the same state. */
  readonly accessible?: boolean
}

/**
 * A numbered series of pictures of one journey in `test-results/pictures/<journey>/01-<name>-1440.png`.
 * At each step the page must also be accessible and must not scroll sideways.
 */
export function newWalk(test: TestInfo): Walk {
  let step = 0
  const folder = join(results, 'pictures', folderName(test.title))
  return async (page, name, { wholePage = false, accessible = true } = {}) => {
    step += 1
    const width = page.viewportSize()?.width ?? 0
    await mkdir(folder, { recursive: true })
    await settled(page)
    await page.screenshot({
      path: join(folder, `${String(step).padStart(2, '0')}-${name}-${width}.png`),
      fullPage: wholePage,
      ...still,
    })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name}: the page is ${overflow} px wider than the window of ${width} px`).toBeLessThanOrEqual(0)
    if (accessible) await expectAccessible(page)
  }
}

/** Fonts are there and nothing is marked as still loading. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

export function folderName(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9\u4e00-\u9fff]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}
