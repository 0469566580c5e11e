import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Problem } from '@yingshang/core/kernel/problem'
import type { RouteContract } from '@yingshang/core/kernel/route'
import { useRef } from 'react'
import type { z } from 'zod'
import { call, newCommandId, RequestFailed, type Input } from './client.ts'

export interface Command<Contract extends RouteContract<any, any, any, any>> {
  /** Sends it; resolves to the reply, or to undefined when it failed (then `problem` says why). */
  send(input: Omit<Input<Contract>, 'signal' | 'commandId'>): Promise<z.output<Contract['reply']> | undefined>
  readonly busy: boolean
  readonly problem: Problem | undefined
  /** The last reply, until the next sending. */
  readonly data: z.output<Contract['reply']> | undefined
  /** Forgets the last failure, for instance when the form is opened again. */
  reset(): void
}

/** One intention: the input as text, and the command id it keeps until the server has answered. */
export interface Intention {
  current: { of: string; id: string } | undefined
}

/**
 * A write by its contract. One intention keeps one command id over retries of the same input, so that a lost answer or a
 * second click never acts twice; the id changes once the server has answered or the input differs. `kept` holds the
 * intention where the form outlives its page.
 */
export function useCommand<Contract extends RouteContract<any, any, any, any>>(
  contract: Contract,
  kept?: Intention,
): Command<Contract> {
  const client = useQueryClient()
  const own = useRef<Intention['current']>(undefined)
  const intention = kept ?? own
  const mutation = useMutation<z.output<Contract['reply']>, Error, Omit<Input<Contract>, 'signal' | 'commandId'>>({
    mutationFn: async (input) => {
      const of = JSON.stringify({ ...input, file: input.file && [input.file.size, (input.file as File).lastModified] })
      if (intention.current?.of !== of) intention.current = { of, id: newCommandId() }
      const answer = await call(contract, { ...input, commandId: intention.current.id } as Input<Contract>)
      intention.current = undefined
      return answer
    },
    onSuccess: () => client.invalidateQueries(),
  })
  return {
    async send(input) {
      try {
        return await mutation.mutateAsync(input)
      } catch {
        return undefined
      }
    },
    busy: mutation.isPending,
    problem: mutation.error ? problemOf(mutation.error) : undefined,
    data: mutation.data,
    reset: () => mutation.reset(),
  }
}

/** The problem of anything thrown; what is not a failed request is a fault of the page. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestFailed) return error.problem
  return { type: 'about:blank', status: 0, title: 'page.fault', code: 'page.fault' }
}
