import { expect, type Locator, type Page } from '@playwright/test'

/** Chooses an option of one of the desk's drop-down fields, by the words one reads. */
export async function choose(field: Locator, option: string): Promise<void> {
  await field.click()
  await field.page().locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}

/** The row of a list that shows these words. */
export function rowOf(page: Page | Locator, words: string | RegExp): Locator {
  return page.getByRole('row').filter({ hasText: words })
}

/** Drops a file on a field, as from the file manager. `content` is what stands in it. */
export async function giveFile(field: Locator, name: string, content: Buffer): Promise<void> {
  const transfer = await field.page().evaluateHandle(
    ([base64, fileName]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], fileName))
      return data
    },
    [content.toString('base64'), name] as const,
  )
  await field.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer })
}

/** Answers the question before something irreversible. */
export async function agree(page: Page, yes: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click()
}

/** A result that waits for the office on its page of today: a line with the task's name, its card once `openWaiting` opened it. */
export function waiting(page: Page, task: string): Locator {
  return page.locator('.waiting-part').filter({ hasText: task })
}

/** Opens the line of a waiting result; gives back its card. */
export async function openWaiting(page: Page, task: string): Promise<Locator> {
  const line = waiting(page, task)
  await expect(line).toHaveCount(1)
  await line.locator('summary').click()
  return line.locator('.my-part')
}
