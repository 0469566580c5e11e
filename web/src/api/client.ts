import { problemSchema, type Problem } from '@yingshang/core/kernel/problem'
import type { RouteContract } from '@yingshang/core/kernel/route'
import type { z } from 'zod'

/** What a failed request throws: the server's problem, or `network.down` when nothing answered. */
export class RequestFailed extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

type In<Schema> = NonNullable<Schema> extends z.ZodType ? z.input<NonNullable<Schema>> : undefined

export interface Input<Contract extends RouteContract<any, any, any, any>> {
  params?: In<Contract['params']>
  query?: In<Contract['query']>
  body?: In<Contract['body']>
  /** Made once per intention, kept over retries, so that a repeated click never acts twice. */
  commandId?: string
  /** A file sent as it is instead of `body`, for routes that take bytes. */
  file?: Blob
  signal?: AbortSignal
}

/** Calls a route by its contract. Input and reply have the contract's types; failures throw `RequestFailed`. */
export async function call<Contract extends RouteContract<any, any, any, any>>(
  contract: Contract,
  input: Input<Contract> = {},
): Promise<z.output<Contract['reply']>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (contract.method !== 'GET') headers['x-command-id'] = input.commandId ?? newCommandId()
  if (input.file) headers['content-type'] = input.file.type
  else if (input.body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(urlOf(contract, input), {
      method: contract.method,
      headers,
      body: input.file ?? (input.body === undefined ? null : JSON.stringify(input.body)),
      signal: input.signal ?? null,
    })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    throw new RequestFailed({ type: 'about:blank', status: 0, title: 'network.down', code: 'network.down' })
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as z.output<Contract['reply']>
  const problem = problemSchema.safeParse(answer)
  throw new RequestFailed(
    problem.success
      ? problem.data
      : { type: 'about:blank', status: response.status, title: 'server.fault', code: 'server.fault' },
  )
}

/** The path and query string of a call, for links and downloads too. */
export function urlOf(
  contract: RouteContract<any, any, any, any>,
  input: { params?: unknown; query?: unknown },
): string {
  const params = (input.params ?? {}) as Record<string, string>
  const path = contract.path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** A UUIDv4 from getRandomValues: `randomUUID` is missing on plain-http names. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
