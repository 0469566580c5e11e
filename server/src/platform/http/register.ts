import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { RouteContract } from '@yingshang/core/kernel/route'
import { z } from 'zod'
import { newId } from '../ledger/record.ts'
import { Failure, forbidden, signedOut } from './failure.ts'
import type { Alongside } from './session.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Every contract this server serves, for the API description. */
    servedContracts: RouteContract<any, any, any, any>[]
  }
}

/** What every handler gets: checked input, the signed-in person, the two clocks and the command id. */
export interface Call<Contract extends RouteContract = RouteContract> {
  readonly params: Infer<Contract['params']>
  readonly query: Infer<Contract['query']>
  readonly body: Infer<Contract['body']>
  readonly actor: PersonActor
  readonly businessDay: string
  readonly now: number
  /** Client-made for writes (`x-command-id`), so that a repeated request never acts twice. */
  readonly commandId: string
  /** What the route asked to be read with the session; undefined when it was not looked up. */
  readonly alongside: unknown
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Infer<Schema> = NonNullable<Schema> extends z.ZodType ? z.output<NonNullable<Schema>> : undefined
type ReplyOf<Contract extends RouteContract> = Unchanging<z.input<Contract['reply']>>
/** A reply is only read: states may be answered as they are. */
type Unchanging<Value> = Value extends readonly (infer One)[]
  ? readonly Unchanging<One>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Unchanging<Value[Key]> }
    : Value

/**
 * Serves a contract. Input is checked here and nowhere else; the handler returns the reply or throws a `Failure`.
 * A handler that has sent a stream itself returns `undefined` and the contract's reply is `z.void()`.
 * A session that still owes its second factor or a new password is refused (403), `evenInDebt` excepted.
 */
export function serve<Contract extends RouteContract<any, any, any, any>>(
  app: FastifyInstance,
  contract: Contract,
  handler: (call: Call<Contract>) => Promise<ReplyOf<Contract>> | ReplyOf<Contract>,
  options: { readonly evenInDebt?: boolean; readonly alongside?: Alongside } = {},
): void {
  app.servedContracts.push(contract)
  app.route({
    method: contract.method,
    url: contract.path,
    config: { evenInDebt: options.evenInDebt === true, alongside: options.alongside },
    handler: async (request, reply) => {
      const { session, owing } = request
      if (!session) throw owing?.debt ? forbidden({ code: owing.debt }) : signedOut()
      const call: Call<Contract> = {
        params: check(contract.params, request.params, 'params') as Call<Contract>['params'],
        query: check(contract.query, request.query, 'query') as Call<Contract>['query'],
        body: check(contract.body, request.body, 'body') as Call<Contract>['body'],
        actor: session.actor,
        businessDay: session.businessDay,
        now: session.now,
        commandId: commandId(request, session.now, session.actor.personId),
        alongside: session.alongside,
        request,
        reply,
      }
      const answer = await handler(call)
      return reply.sent ? reply : reply.send(answer ?? null)
    },
  })
}

/** What a handler of an open route gets: nobody needs to be signed in. */
export type OpenCall<Contract extends RouteContract = RouteContract> = Omit<Call<Contract>, 'actor' | 'businessDay' | 'alongside'>

/** Serves a contract that needs no session (signing in, activation). */
export function serveOpen<Contract extends RouteContract<any, any, any, any>>(
  app: FastifyInstance,
  contract: Contract,
  now: () => number,
  handler: (call: OpenCall<Contract>) => Promise<ReplyOf<Contract>> | ReplyOf<Contract>,
): void {
  app.servedContracts.push(contract)
  app.route({
    method: contract.method,
    url: contract.path,
    handler: async (request, reply) => {
      const instant = now()
      const answer = await handler({
        params: check(contract.params, request.params, 'params') as Call<Contract>['params'],
        query: check(contract.query, request.query, 'query') as Call<Contract>['query'],
        body: check(contract.body, request.body, 'body') as Call<Contract>['body'],
        now: instant,
        commandId: commandId(request, instant, ''),
        request,
        reply,
      })
      return reply.sent ? reply : reply.send(answer ?? null)
    },
  })
}

function check(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value ?? {})
  if (result.success) return result.data
  throw new Failure(
    400,
    { code: 'input.invalid' },
    result.error.issues.map((issue) => ({ path: [where, ...issue.path].join('.'), message: issue.message })),
  )
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The id under which a command is kept: the client's own together with who asks for what. A repetition finds it again; the
 * same client id on another route, with another content or from another person is another command, so nobody is ever
 * answered with the result of something else.
 */
function commandId(request: FastifyRequest, now: number, personId: string): string {
  const given = request.headers['x-command-id']
  if (given === undefined) return newId(now)
  if (typeof given !== 'string' || !uuid.test(given)) throw new Failure(400, { code: 'input.command-id' })
  const { body } = request
  const content = Buffer.isBuffer(body) ? hash('sha256', body) : (JSON.stringify(body) ?? '')
  const digest = hash('sha256', `${given}\n${personId}\n${request.method} ${request.url}\n${content}`)
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
