import type { BrowserContext, Page, Response } from '@playwright/test'

/** Something a person would not see but that must not happen; one sentence each. */
export interface Watch {
  readonly findings: string[]
  /** Every address the browser asked for, to search for words that must not travel in addresses. */
  readonly addresses: string[]
  /** Lets findings pass whose sentence matches, for a journey that provokes them on purpose. */
  allow(sentence: RegExp): void
  /** The findings that nothing allows. */
  unexpected(): string[]
}

export function newWatch(): Watch {
  const findings: string[] = []
  const allowed: RegExp[] = []
  return {
    findings,
    addresses: [],
    allow: (sentence) => void allowed.push(sentence),
    unexpected: () => findings.filter((finding) => !allowed.some((sentence) => sentence.test(finding))),
  }
}

/**
 * Writes down console errors, uncaught exceptions, violations of the content security policy, answers of 500 and above,
 * missing files, broken connections and requests that leave the product.
 *
 * Refusals (4xx except 404) are the product's own answers and no finding.
 */
export async function watchContext(context: BrowserContext, origins: readonly string[], watch: Watch): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `content security policy: ${event.effectiveDirective} refused ${event.blockedURI}`,
        event.sourceFile,
      )
    })
  })
  context.on('page', (page) => watchPage(page, watch))
  context.on('weberror', (error) => watch.findings.push(`uncaught exception: ${error.error().message}`))
  context.on('request', (request) => {
    const address = request.url()
    watch.addresses.push(address)
    const { origin, protocol } = new URL(address)
    if (protocol.startsWith('http') && !origins.includes(origin))
      watch.findings.push(`request left the product: ${address}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'unknown'
    // A navigation or a page that closes gives up its open requests; that is nobody's fault.
    if (why !== 'net::ERR_ABORTED') watch.findings.push(`request failed (${why}): ${request.url()}`)
  })
  context.on('response', (response) => watchResponse(response, watch))
}

function watchPage(page: Page, watch: Watch): void {
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const text = message.text()
    if (text.startsWith('Failed to load resource')) return // judged by its status in watchResponse
    watch.findings.push(`console error on ${page.url()}: ${text}`)
  })
}

function watchResponse(response: Response, watch: Watch): void {
  const status = response.status()
  if (status >= 500 || status === 404) watch.findings.push(`answered ${status}: ${response.url()}`)
}
