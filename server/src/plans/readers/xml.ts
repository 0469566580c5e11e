import { SaxesParser } from 'saxes'
import { limits } from './limits.ts'
import { Unreadable } from './refused.ts'

/** An element with prefixes taken off names: Office files from different writers differ in prefixes, not in names. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Parses one part of an Office file. No document type, hence no entities; bounded depth. Throws `Unreadable`. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser<{ position: false }>({ position: false })
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  parser.on('doctype', () => {
    throw new Unreadable('plan.xml-entities')
  })
  parser.on('error', () => {
    throw new Unreadable('plan.damaged')
  })
  parser.on('opentag', (tag) => {
    if (open.length > limits.xmlDepth) throw new Unreadable('plan.xml-too-deep')
    const attributes: Record<string, string> = Object.create(null)
    for (const [key, value] of Object.entries(tag.attributes)) attributes[local(key)] = value as string
    const element: XmlElement = { name: local(tag.name), attributes, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const text = (written: string) => void open.at(-1)!.children.push(written)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(decodeXml(bytes)).close()
  const found = root.children.find((child) => typeof child !== 'string')
  if (!found) throw new Unreadable('plan.damaged')
  return found as XmlElement
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

export function elements(parent: XmlElement | undefined): XmlElement[] {
  return parent ? parent.children.filter((child) => typeof child !== 'string') : []
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name)
}

export function childrenNamed(parent: XmlElement | undefined, name: string): XmlElement[] {
  return elements(parent).filter((one) => one.name === name)
}

/** `val` of a child element: the way Office writes most settings. */
export function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes.val
}

/** An on/off setting: present without a value means on. */
export function isOn(parent: XmlElement | undefined, name: string): boolean {
  const setting = child(parent, name)
  return setting !== undefined && !['0', 'false', 'off', 'none'].includes(setting.attributes.val ?? 'true')
}

export function textOf(element: XmlElement): string {
  return element.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
}
