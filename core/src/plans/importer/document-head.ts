import type { PlanPackage } from '../package.ts'
import type { Paragraph } from './paragraphs.ts'
import { isDateLine, isOfficeLine } from './closing-lines.ts'
import type { DocumentParts } from './parts.ts'

export interface DocumentHead {
  readonly document: PlanPackage['document']
  /** The title of the plan itself when a notice stands before it; otherwise the document's. */
  readonly planTitle: string
  /** Sentences before the first number: they may state rules and periods. */
  readonly preamble: readonly Paragraph[]
  /** The day the document was signed, as printed; '' when absent. */
  readonly signedOn: string
}

const numberPattern =
  /([\u4e00-\u9fff]{1,14})\s*[〔[【（(［]\s*((?:19|20)\d{2})\s*[〕\]】）)］]\s*(?:第\s*)?(\d{1,5})\s*号/
const titleEnd =
  /(?:通知|意见|方案|办法|清单|措施|规定|决定|通报|批复|函|计划|要点|细则|条例|报告|公告|纲要|规划|分工|一览表|台账|举措|行动|任务|任务书|责任制|政策|指引|规程|[\d一二三四五六七八九十百]+条)(?:[（(][^（）()]*[）)])*$/

/** Reads title, number, issuers and addressees from what stands before the first number of the main text. */
export function documentHead({ head, attachments, closing }: DocumentParts): DocumentHead {
  let docNumber: string | null = null
  let addressees = ''
  let header = ''
  const signatures: string[] = []
  const titles: string[] = []
  const preamble: Paragraph[] = []
  let signedOn = ''
  let open = false
  for (const paragraph of head) {
    const { text } = paragraph
    const wasOpen = open
    open = false
    const number: RegExpExecArray | null = docNumber === null && text.length < 40 ? numberPattern.exec(text) : null
    if (number) {
      docNumber = text.slice(number.index, number.index + number[0].length).replace(/\s/g, '')
      continue
    }
    if (text.endsWith('文件') && text.length < 40 && titles.length === 0) header = text.replace(/文件$/, '')
    else if (isDateLine(text)) signedOn = text
    else if (
      /[：:]$/.test(text) &&
      text.length < 260 &&
      addressees === '' &&
      /各|政府|单位|部门|委|局|办/.test(text) &&
      !/如下|以下|。/.test(text)
    )
      addressees = text.replace(/[：:]$/, '')
    else if (/[。；]/.test(text) || text.length > 90) preamble.push(paragraph)
    else if (isOfficeLine(text) && titles.length > 0 && !wasOpen) signatures.push(text)
    else if (/^[（(].*[）)]$/.test(text)) preamble.push(paragraph)
    else if (wasOpen && paragraph.gap <= 1) {
      titles[titles.length - 1] += titleText(paragraph)
      open = !titleEnd.test(text)
    } else {
      titles.push(titleText(paragraph))
      open = !titleEnd.test(text)
    }
  }
  for (const { text } of closing) {
    if (isDateLine(text)) signedOn = text
    else if (isOfficeLine(text)) signatures.push(text)
  }
  const named = titles.filter((title) => titleEnd.test(title))
  const title = named[0] ?? titles[0] ?? ''
  const issuers = signatures.length > 0 ? signatures : issuersFrom(title, header)
  return {
    document: { title, docNumber, issuers: [...new Set(issuers)], addressees, attachments: [...attachments] },
    planTitle: named.at(-1) ?? title,
    preamble,
    signedOn,
  }
}

/** Keeps the space between two issuing offices, drops those a page layout put into words. */
function titleText({ text, spaced }: Paragraph): string {
  const offices =
    /^((?:[\u4e00-\u9fff]{2,20}(?:办公室|办公厅|政府|委员会|委|局)\s+)+)(?=[\u4e00-\u9fff]{2,20}(?:办公室|办公厅|政府|委员会|委|局))/.exec(
      spaced.trim(),
    )
  if (!offices) return text
  const first = offices[1]!.trim().split(/\s+/).join(' ')
  const joined = first.replace(/ /g, '')
  return text.startsWith(joined) ? `${first} ${text.slice(joined.length)}` : text
}

function issuersFrom(title: string, header: string): string[] {
  if (header !== '') return [header]
  const before = /^(.{2,40}?)关于/.exec(title)?.[1] ?? ''
  return before.split(' ').filter((name) => isOfficeLine(name))
}
