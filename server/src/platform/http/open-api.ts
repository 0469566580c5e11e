import type { FastifyInstance } from 'fastify'
import { problemSchema } from '@yingshang/core/kernel/problem'
import { route, type RouteContract } from '@yingshang/core/kernel/route'
import { z } from 'zod'
import { serve } from './register.ts'

/** An OpenAPI 3.1 description of the given contracts, made from the same schemas that check every request. */
export function openApi(contracts: readonly RouteContract<any, any, any, any>[]): Record<string, unknown> {
  const paths: Record<string, Record<string, object>> = {}
  for (const contract of contracts) {
    const path = contract.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '营商', version: '0.1.0', description: '每个写操作可带 x-command-id（UUID），重复提交只办一次。' },
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema, 'output') } },
  }
}

function operation(contract: RouteContract<any, any, any, any>): object {
  const parameters = [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query')]
  const body = contract.body && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body, 'input') } } },
  }
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return {
    summary: contract.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...body,
    responses: {
      200: { description: '成功', content: { 'application/json': { schema: schemaOf(contract.reply, 'output') } } },
      default: { description: '没有办成，code 说明原因', content: problem },
    },
  }
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return []
  const object = schemaOf(schema, 'input') as { properties?: Record<string, object>; required?: string[] }
  return Object.entries(object.properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (object.required ?? []).includes(name),
    schema: one,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}

const description = route({
  method: 'GET',
  path: '/api/openapi.json',
  summary: '接口说明（OpenAPI 3.1）',
  reply: z.record(z.string(), z.unknown()),
})

/** The description for whoever builds on the interface; signed-in staff only. */
export function openApiRoute(app: FastifyInstance): void {
  serve(app, description, () => openApi(app.servedContracts))
}
