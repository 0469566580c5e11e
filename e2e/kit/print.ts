import { expect, type Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { results, still } from './walk.ts'

/** A printed page: its size in whole millimetres and its text without any white space. */
export interface PrintedPage {
  readonly width: number
  readonly height: number
  readonly text: string
}

export type Print = (page: Page, name: string) => Promise<readonly PrintedPage[]>

/**
 * Prints the page as the browser's print command would, keeps the PDF in `test-results/prints/<name>.pdf`, and checks
 * what every print of the product owes: A4, no empty sheet, black and white.
 *
 * Text comes back with the CJK radicals that Chromium writes into a PDF turned into plain characters.
 */
export const print: Print = async (page, name) => {
  const bytes = await page.pdf({ preferCSSPageSize: true, format: 'A4', printBackground: true })
  await mkdir(join(results, 'prints'), { recursive: true })
  await writeFile(join(results, 'prints', `${name}.pdf`), bytes)
  const sheets = await readPrint(bytes)
  for (const [index, sheet] of sheets.entries()) {
    expect(
      [sheet.width, sheet.height].toSorted((a, b) => a - b),
      `${name}: sheet ${index + 1} is not A4`,
    ).toEqual([210, 297])
    expect(sheet.text.length, `${name}: sheet ${index + 1} of ${sheets.length} is empty`).toBeGreaterThan(0)
  }
  expect(
    await strongestColour(page),
    `${name}: the print form has colour; print in black, white and grey`,
  ).toBeLessThan(24)
  return sheets
}

async function readPrint(bytes: Uint8Array): Promise<PrintedPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(pdf, { mergePages: false })
  return Promise.all(
    text.map(async (pageText, index) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(index + 1)).view
      return { width: millimetres(right - left), height: millimetres(top - bottom), text: plainText(pageText) }
    }),
  )
}

function millimetres(points: number): number {
  return Math.round((points / 72) * 25.4)
}

/** Chromium's PDFs name some characters by their radical (⼈ ⺠); the common ones are turned back, spaces dropped. */
function plainText(text: string): string {
  const radicals: Record<string, string> = {
    '⺠': '民',
    '⻅': '见',
    '⻓': '长',
    '⻔': '门',
    '⻋': '车',
    '⻚': '页',
    '⻛': '风',
  }
  return text
    .replaceAll(/[\u2e80-\u2eff]/g, (radical) => radicals[radical] ?? radical)
    .replaceAll(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replaceAll(/\s+/g, '')
}

/** How far any pixel of the print form is from grey: 0 is black, white or grey, 255 is a pure colour. */
async function strongestColour(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  const picture = await page.screenshot({ fullPage: true, ...still })
  await page.emulateMedia({ media: null })
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let strongest = 0
  for (let at = 0; at < data.length; at += info.channels) {
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    strongest = Math.max(strongest, Math.max(red, green, blue) - Math.min(red, green, blue))
  }
  return strongest
}
