import autocannon from 'autocannon'

export interface LoadResult {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Answers that were not 2xx: a figure with any is no figure. */
  readonly failed: number
}

export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/**
 * A closed loop of `clients` connections for some seconds, each taking the next request of the list; the list must be
 * long enough not to repeat writes. Latencies in milliseconds as the client sees them.
 */
export async function load(
  url: string,
  requests: () => LoadRequest,
  clients: number,
  seconds: number,
): Promise<LoadResult> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const setupRequest = (request: autocannon.Request) => {
      const next = requests()
      const headers = { ...request.headers, ...next.headers }
      return { ...request, method: next.method, path: next.path, headers, body: next.body }
    }
    const options = { url, connections: clients, duration: seconds, requests: [{ setupRequest }] }
    const run = autocannon(options, (error, answer) => (error ? reject(error as Error) : resolve(answer)))
    run.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    perSecond: result['2xx'] / result.duration,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed: result.non2xx + result.errors + result.timeouts,
  }
}
