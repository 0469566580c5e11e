import AxeBuilder from '@axe-core/playwright'
import { expect, type BrowserContext, type Page } from '@playwright/test'

/** Contexts made without scripts; axe is a script and needs them for the moment of its check. */
export const scriptless = new WeakSet<BrowserContext>()

const heavy = new Set(['serious', 'critical'])

/**
 * No serious or critical accessibility finding on the page as it stands now (WCAG 2.1 A and AA, axe's rules).
 * The failure names rule, element and what to change.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page })
    .options({ preload: false }) // fetching style sheets a second time would disturb the watch
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
  const result = scriptless.has(page.context())
    ? await withScripts(page, () => axe.setLegacyMode().analyze()) // else it would open a second page, also without scripts
    : await axe.analyze()
  const findings = result.violations
    .filter((violation) => heavy.has(violation.impact ?? ''))
    .flatMap((violation) =>
      violation.nodes.map(
        (node) => `${violation.id} (${violation.help}): ${node.target.join(' ')} — ${node.failureSummary}`,
      ),
    )
  expect(findings, `accessibility of ${page.url()}`).toEqual([])
  expect(result.passes.length, 'axe looked at nothing; was the page empty?').toBeGreaterThan(0)
}

/** The page's own scripts were skipped when it was read and do not run later; only what `task` brings runs. */
async function withScripts<Result>(page: Page, task: () => Promise<Result>): Promise<Result> {
  const tools = await page.context().newCDPSession(page)
  // The browser ignores a value equal to the last one of the same session, hence first true.
  await tools.send('Emulation.setScriptExecutionDisabled', { value: true })
  await tools.send('Emulation.setScriptExecutionDisabled', { value: false })
  try {
    return await task()
  } finally {
    await tools.send('Emulation.setScriptExecutionDisabled', { value: true })
    await tools.detach()
  }
}
