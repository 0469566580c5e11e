import xlsx from '@e965/xlsx'

/** A paragraph with its closing sign (`\r`, or `\u0007` in tables) and its raw property changes after the style number. */
export interface OldParagraph {
  readonly text: string
  readonly style?: number
  readonly properties?: readonly number[]
  /** Stretch of the text, from and to, that is deleted under change tracking. */
  readonly deleted?: readonly [number, number]
}

const two = (value: number) => [value & 255, (value >> 8) & 255]
const four = (value: number) => [...two(value), ...two(value >>> 16)]

export const inList = (list: number, level: number) => [0x0a, 0x26, level, 0x0b, 0x46, ...two(list)]
export const inTable = [0x16, 0x24, 1]
/** The mark at the end of a row: cell edges in twips, and for each cell 0, 3 (starts a merge) or 1 (continues one). */
export function rowEnd(edges: readonly number[], merges: readonly number[]): number[] {
  const operand = [
    merges.length,
    ...edges.flatMap(two),
    ...merges.flatMap((merge) => [...two(merge << 5), ...Array<number>(18).fill(0)]),
  ]
  return [...inTable, 0x17, 0x24, 1, 0x08, 0xd6, ...two(operand.length + 1), ...operand]
}

const listId = 7
/** One list: 一、 and （一） and 1. in the file's own numbers of formats. */
const levels: [format: number, text: number[]][] = [
  [39, [0, 0x3001]],
  [39, [0xff08, 1, 0xff09]],
  [0, [2, 0x2e]],
]

/** A Word 97 file with these paragraphs, one list of three levels and a heading style at place 1. `flags` go into its head. */
export function oldWordFile(paragraphs: readonly OldParagraph[], flags = 0, version = 193): Uint8Array {
  const text = paragraphs.map((one) => one.text).join('')
  const start = 0x400
  const main: number[] = Array<number>(start).fill(0)
  for (const sign of text) main.push(...two(sign.charCodeAt(0)))
  while (main.length % 512 !== 0) main.push(0)
  const paragraphPage = main.length / 512
  const pages: OldParagraph[][] = []
  for (let at = 0; at < paragraphs.length; at += 5) pages.push(paragraphs.slice(at, at + 5))
  const starts = pages.map(
    (_page, at) =>
      start +
      2 *
        pages
          .slice(0, at)
          .flat()
          .reduce((sum, one) => sum + one.text.length, 0),
  )
  for (const [at, page] of pages.entries()) main.push(...paragraphProperties(page, starts[at]!))
  main.push(...characterProperties(paragraphs, start))
  const table: number[] = []
  const set = (at: number, bytes: readonly number[]) => main.splice(at, bytes.length, ...bytes)
  const part = (number: number, bytes: readonly number[], counted = bytes.length) => {
    set(0x9a + number * 8, [...four(table.length), ...four(counted)])
    table.push(...bytes)
  }
  const end = start + text.length * 2
  part(33, [2, ...four(16), ...four(0), ...four(text.length), 0, 0, ...four(start), 0, 0])
  part(13, [...starts.flatMap(four), ...four(end), ...pages.flatMap((_page, at) => four(paragraphPage + at))])
  part(12, [...four(start), ...four(end), ...four(paragraphPage + pages.length)])
  part(1, styleSheet())
  part(73, listDefinitions(), 2 + 28)
  part(74, [...four(1), ...four(listId), ...four(0), ...four(0), 0, 0, 0, 0, ...four(0)])
  set(0, [...two(0xa5ec), ...two(version)])
  set(0x0a, two(flags))
  set(0x4c, four(text.length))
  return compound({ WordDocument: main, '0Table': table })
}

/** A compound file with these streams. */
export function compound(streams: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const file = xlsx.CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) xlsx.CFB.utils.cfb_add(file, name, Buffer.from(bytes))
  return xlsx.CFB.write(file, { type: 'buffer' }) as Uint8Array
}

function paragraphProperties(paragraphs: readonly OldParagraph[], start: number): number[] {
  const page = Buffer.alloc(512)
  let place = start
  let top = 510
  for (const [at, one] of paragraphs.entries()) {
    page.writeUInt32LE(place, at * 4)
    place += one.text.length * 2
    const list = [...two(one.style ?? 0), ...(one.properties ?? [])]
    if (list.length % 2 === 0) list.push(0)
    top = (top - list.length - 1) & ~1
    page[top] = (list.length + 1) / 2
    page.set(list, top + 1)
    page[(paragraphs.length + 1) * 4 + at * 13] = top / 2
  }
  page.writeUInt32LE(place, paragraphs.length * 4)
  page[511] = paragraphs.length
  return [...page]
}

function characterProperties(paragraphs: readonly OldParagraph[], start: number): number[] {
  const runs: { to: number; deleted: boolean }[] = []
  let place = start
  for (const { text, deleted } of paragraphs) {
    if (deleted)
      runs.push({ to: place + deleted[0] * 2, deleted: false }, { to: place + deleted[1] * 2, deleted: true })
    place += text.length * 2
  }
  runs.push({ to: place, deleted: false })
  const page = Buffer.alloc(512)
  page.writeUInt32LE(start, 0)
  page.set([3, 0x00, 0x08, 1], 500)
  for (const [at, run] of runs.entries()) {
    page.writeUInt32LE(run.to, (at + 1) * 4)
    if (run.deleted) page[(runs.length + 1) * 4 + at] = 250
  }
  page[511] = runs.length
  return [...page]
}

/** Normal at place 0; a heading style at place 1, based on it. */
function styleSheet(): number[] {
  const style = (builtIn: number, base: number) => {
    const fixed = [...two(builtIn), ...two((base << 4) | 1), ...two(2), ...two(0), ...two(0)]
    const body = [...fixed, ...two(1), ...two(0x61), ...two(0), ...two(2), ...two(0)]
    return [...two(body.length), ...body]
  }
  return [...two(18), ...two(2), ...two(10), ...Array<number>(14).fill(0), ...style(0, 0xfff), ...style(1, 0)]
}

function listDefinitions(): number[] {
  const written = Array.from({ length: 9 }, (_unused, at) => levels[at] ?? ([255, []] as [number, number[]])).flatMap(
    ([format, text]) => [
      ...four(1),
      format,
      0,
      ...Array<number>(9).fill(0),
      2,
      ...Array<number>(8).fill(0),
      0,
      0,
      0,
      0,
      ...two(text.length),
      ...text.flatMap(two),
    ],
  )
  return [...two(1), ...four(listId), ...four(0), ...Array<number[]>(9).fill(two(0x0fff)).flat(), 0, 0, ...written]
}
