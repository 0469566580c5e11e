import type { RouteContract } from '@yingshang/core/kernel/route'
import { z } from 'zod'

interface Shape {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly prefixItems?: readonly Shape[]
  readonly items?: Shape
  readonly minItems?: number
  readonly minimum?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
}

/** What stands where a schema allows it: a text, and the id for a name (`unitId`, `planId` …). */
export interface Filling {
  readonly text: string
  readonly id: (name: string) => string
  /** Takes the n-th of several shapes, so that every branch is tried. */
  readonly branch: number
}

export interface MadeInput {
  readonly url: string
  readonly body: unknown
}

/** An input that fits the contract's shapes: every text the given one, every id a real one, every branch by turns. */
export function madeInput(contract: RouteContract<any, any, any, any>, filling: Filling): MadeInput {
  const params = (made(contract.params, filling) ?? {}) as Record<string, unknown>
  const query = (made(contract.query, filling) ?? {}) as Record<string, unknown>
  const path = contract.path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(Buffer.from(String(params[name] ?? 'x')).toString()))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  const text = search.toString()
  return { url: text === '' ? path : `${path}?${text}`, body: made(contract.body, filling) }
}

function made(schema: z.ZodType | undefined, filling: Filling): unknown {
  if (!schema) return undefined
  return fill(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, '', filling)
}

function fill(shape: Shape, name: string, filling: Filling): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[filling.branch % shape.enum.length]
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fill(choices[filling.branch % choices.length]!, name, filling)
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((one) => fill(one, name, filling)))
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type
  switch (type) {
    case 'object': {
      const entries = Object.entries(shape.properties ?? {}).map(([key, one]) => [key, fill(one, key, filling)] as const)
      const more = shape.additionalProperties
      if (entries.length === 0 && typeof more === 'object') return { [filling.text]: fill(more, name, filling) }
      return Object.fromEntries(entries)
    }
    case 'array':
      return shape.prefixItems
        ? shape.prefixItems.map((one) => fill(one, name, filling))
        : [fill(shape.items ?? {}, name.replace(/s$/, ''), filling)]
    case 'string':
      return text(shape, name, filling)
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 0, 1)
    case 'boolean':
      return filling.branch % 2 === 0
    case 'null':
      return null
    default:
      return filling.text
  }
}

/** What only one kind of text fits. */
const usualTexts: Readonly<Record<string, string>> = {
  alert: 'red',
  kind: 'date',
  status: 'open',
  part: 'assigned',
  unread: 'true',
  mobile: '13900000000',
  officePhone: '0518-83210000',
  email: 'someone@example.com',
  host: 'mail.example.com',
  address: 'https://oapi.dingtalk.com/robot/send?access_token=0',
  deskAddress: 'https://yingshang.example/',
  yearlyConclusionOn: '12-31',
  due: '2022-09-30',
  at: '10:00',
  code: '123456',
}

function text(shape: Shape, name: string, filling: Filling): string {
  if (shape.format === 'uuid') return filling.id(name)
  if (/On$|Day$|^(day|on|start|end)$/.test(name) && name !== 'yearlyConclusionOn') return '2022-08-01'
  if (name === 'from' || name === 'to') return shape.format === 'email' ? 'someone@example.com' : '2022-08-01'
  const usual = usualTexts[name]
  if (usual !== undefined) return usual
  return filling.text.slice(0, shape.maxLength ?? 4000)
}
