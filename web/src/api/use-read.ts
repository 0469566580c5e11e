import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RouteContract } from '@yingshang/core/kernel/route'
import type { z } from 'zod'
import { call, RequestFailed, type Input } from './client.ts'

/** Reads a route by its contract. The key is the address, so that two screens asking the same share one answer. */
export function useRead<Contract extends RouteContract<any, any, any, any>>(
  contract: Contract,
  input: Omit<Input<Contract>, 'signal' | 'commandId'> = {},
  options: { enabled?: boolean; every?: number | false; keep?: boolean } = {},
): UseQueryResult<z.output<Contract['reply']>, RequestFailed> {
  return useQuery<z.output<Contract['reply']>, RequestFailed>({
    queryKey: readKey(contract, input),
    queryFn: ({ signal }) => call(contract, { ...input, signal } as Input<Contract>),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    placeholderData: options.keep ? (keepPreviousData as never) : undefined,
  })
}

export function readKey(contract: { path: string }, input: { params?: unknown; query?: unknown; body?: unknown } = {}) {
  return [contract.path, input.params ?? null, input.query ?? null, input.body ?? null] as const
}
