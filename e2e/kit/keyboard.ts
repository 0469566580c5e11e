import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { still } from './walk.ts'

/** Any use of the mouse or a finger becomes a console error, and so fails the journey. */
export async function refusePointer(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('pointerdown', () => console.error('a pointer was used in a keyboard-only journey'), true)
  })
}

/**
 * Presses Tab (or Shift+Tab) until `target` has the focus, as a person without a mouse would.
 * Fails after `atMost` presses: the target cannot be reached, or only by too long a way.
 */
export async function tabTo(target: Locator, { backwards = false, atMost = 80 } = {}): Promise<void> {
  const page = target.page()
  for (let presses = 0; presses < atMost; presses++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
  }
  const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing')
  expect(await hasFocus(target), `${target} was not reached with ${atMost} × Tab; focus is on ${where}`).toBe(true)
}

/** Tabs to the target and presses a key on it (Enter unless told). */
export async function pressOn(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press(key)
}

/** Tabs to the field and types into it, replacing what stood there. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('ControlOrMeta+a')
  await target.page().keyboard.type(text)
}

/** The focused element looks different from the same element without focus, pixel for pixel. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const focused = page.locator(':focus')
  const box = await focused.boundingBox()
  expect(box, 'nothing visible has the focus').not.toBeNull()
  if (!box) return
  const clip = { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12 }
  const element = await focused.elementHandle()
  // A blinking caret alone is not enough to see where one is, so it is made invisible for the two pictures.
  await element?.evaluate((node) => ((node as HTMLElement).style.caretColor = 'transparent'))
  const withFocus = await page.screenshot({ clip, ...still })
  await element?.evaluate((node) => (node as HTMLElement).blur())
  const without = await page.screenshot({ clip, ...still })
  await element?.evaluate((node) => {
    ;(node as HTMLElement).style.caretColor = ''
    ;(node as HTMLElement).focus()
  })
  expect(withFocus.equals(without), 'the focused element looks as if it had no focus; give it an outline').toBe(false)
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((node) => node === node.ownerDocument.activeElement)
}
