import type { Refusal } from '../kernel/refusal.ts'

/** Why a file could not be read at all. A document that was read but not understood gives diagnostics instead. */
export const readingRefusalCodes = [
  'plan.file-missing',
  'plan.file-not-a-file',
  'plan.file-not-permitted',
  'plan.file-empty',
  'plan.file-too-large',
  'plan.format-unknown',
  'plan.format-rtf',
  'plan.format-html',
  'plan.format-ofd',
  'plan.format-opendocument',
  'plan.format-picture',
  'plan.format-archive',
  'plan.format-presentation',
  'plan.format-xlsb',
  'plan.format-old-word',
  'plan.encrypted',
  'plan.damaged',
  'plan.archive-too-large',
  'plan.archive-too-many-entries',
  'plan.xml-too-deep',
  'plan.xml-entities',
  'plan.document-too-long',
  'plan.pdf-no-text',
  'plan.pdf-garbled',
  'plan.text-encoding',
  'plan.no-content',
  'plan.read-too-slow',
  'plan.read-too-much-memory',
  'plan.read-busy',
] as const
export type ReadingRefusalCode = (typeof readingRefusalCodes)[number]
export type ReadingRefusal = Refusal<ReadingRefusalCode>

type Facts = Readonly<Record<string, string | number>>

const sentences: Record<ReadingRefusalCode, (facts: Facts) => string> = {
  'plan.file-missing': () => '找不到这个文件，请检查路径和文件名。',
  'plan.file-not-a-file': () => '这不是一个文件（可能是文件夹），请给出方案文件本身。',
  'plan.file-not-permitted': () => '没有读取这个文件的权限，请换一个位置或调整文件权限后再试。',
  'plan.file-empty': () => '文件是空的（0 字节），请检查是否保存完整。',
  'plan.file-too-large': (f) =>
    `文件太大（${f.megabytes} MB），最多 ${f.limitMegabytes} MB。请去掉图片，或按附件拆开后分别导入。`,
  'plan.format-unknown': () =>
    '认不出这个文件的格式。可以导入 txt、docx、doc、pdf、xlsx、xls，请另存为其中一种后再试。',
  'plan.format-rtf': () => '这是 RTF 文件。请用 Word 或 WPS 打开，另存为 docx 后再导入。',
  'plan.format-html': () => '这是网页格式的文件。请用 Word、Excel 或 WPS 打开，另存为 docx 或 xlsx 后再导入。',
  'plan.format-ofd': () => '这是 OFD 版式文件，暂不能直接导入。请用阅读器另存为 PDF，或使用原来的 Word 文件。',
  'plan.format-opendocument': () => '这是 ODT/ODS 文件。请另存为 docx 或 xlsx 后再导入。',
  'plan.format-picture': () => '这是图片，里面没有文字。请使用原来的 Word 文件，或先做文字识别。',
  'plan.format-archive': () => '这是压缩包。请先解压，再导入里面的方案文件。',
  'plan.format-presentation': () => '这是演示文稿（PPT）。请把方案文字存成 docx 或 txt 后再导入。',
  'plan.format-xlsb': () => '这是二进制工作簿（xlsb）。请另存为 xlsx 后再导入。',
  'plan.format-old-word': () => '这是 Word 97 以前的旧文件。请用 Word 或 WPS 打开，另存为 docx 后再导入。',
  'plan.encrypted': () => '文件设有打开密码。请用原软件取消密码、重新保存后再导入。',
  'plan.damaged': () => '文件已损坏或不完整，无法打开。请用原软件打开并重新保存，或重新拷贝一份。',
  'plan.archive-too-large': (f) =>
    `文件解压后过大（超过 ${f.limitMegabytes} MB），可能是恶意构造的压缩文件，已停止读取。请用原软件重新保存后再试。`,
  'plan.archive-too-many-entries': (f) =>
    `文件内部的部件过多（${f.entries} 个，最多 ${f.limit} 个），已停止读取。请用原软件重新保存后再试。`,
  'plan.xml-too-deep': () => '文件内部嵌套层数过多，已停止读取。请用原软件重新保存后再试。',
  'plan.xml-entities': () => '文件内部带有外部实体定义，可能不安全，已停止读取。请用原软件重新保存后再试。',
  'plan.document-too-long': (f) => `文档太长（超过 ${f.limit} ${f.what}），请按附件拆开后分别导入。`,
  'plan.pdf-no-text': () =>
    '这个 PDF 没有文字层（多为扫描件），读不出文字。请使用原来的 Word 文件，或先做文字识别后再导入。',
  'plan.pdf-garbled': () => '这个 PDF 的文字层是乱码，读不出文字。请使用原来的 Word 文件，或先做文字识别后再导入。',
  'plan.text-encoding': () => '认不出文本的编码。请用记事本打开，另存为 UTF-8 编码后再导入。',
  'plan.no-content': () => '文件里没有文字内容，请检查是否选对了文件。',
  'plan.read-too-slow': (f) => `读取超过 ${f.seconds} 秒仍未完成，已停止。请用原软件重新保存，或拆开后分别导入。`,
  'plan.read-too-much-memory': () => '读取这个文件需要的内存过多，已停止。请用原软件重新保存，或拆开后分别导入。',
  'plan.read-busy': () => '正在读取的文件较多，请稍后再试。',
}

/** One plain Chinese sentence for a person: what is wrong and what to do. */
export function readingSentence(refusal: ReadingRefusal): string {
  return sentences[refusal.code](refusal.facts ?? {})
}
