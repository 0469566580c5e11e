import type { Page } from '@playwright/test'

export interface SpokenCase {
  readonly title: string
  readonly text: string
  readonly kind?: string
  readonly source?: string
}

/** What somebody told the office, registered by the page's person today. Answers the case's id and number. */
export function registerCase(page: Page, said: SpokenCase): Promise<{ readonly id: string; readonly number: string }> {
  return post(page, '/api/cases', { kind: 'complaint', source: 'telephone', receivedOn: null, ...said })
}

/** Sends as the page's person; a missing day of receipt is the person's today. */
async function post(page: Page, path: string, body: object): Promise<{ readonly id: string; readonly number: string }> {
  return page.evaluate(
    async ([address, given]) => {
      const me = (await (await fetch('/api/me')).json()) as { businessDay: string }
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-command-id': crypto.randomUUID() },
        body: JSON.stringify({ ...given, receivedOn: me.businessDay }),
      })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      return (await answer.json()) as { id: string; number: string }
    },
    [path, body] as const,
  )
}

/** Moves the trial's day by its strip; the answer comes when every day in between has been gone through. */
export async function moveDayTo(page: Page, day: string): Promise<void> {
  const strip = page.getByRole('region', { name: '试用日期' })
  await strip.getByRole('button', { name: '选一天' }).click()
  await page.getByLabel('移到哪一天').fill(day)
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/trial/day'), { timeout: 120_000 })
  await strip.getByRole('button', { name: '移到这一天' }).click()
  await answered
}
