import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'

/** Says who somebody is; must be found nowhere in what is kept. */
export const canary = 'CANARYZhangSan'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006/relationships'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
const relationsFile = (...all: string[]) =>
  `${xml}<Relationships xmlns="${packageTypes}">${all.join('')}</Relationships>`

/** A photograph that says where, with what and by whom it was taken. */
export async function markedPhotograph(): Promise<Buffer> {
  const { buffer } = await sharp({ create: { width: 32, height: 24, channels: 3, background: '#c33' } })
    .jpeg()
    .withExif({ IFD0: { Artist: canary, Copyright: canary }, IFD3: { GPSLatitude: '34/1 5/1 0/1' } })
    .toBuffer({ resolveWithObject: true })
    .then(({ data }) => ({ buffer: data }))
  return Buffer.concat([buffer, Buffer.from(canary)])
}

export interface WordOptions {
  readonly text?: string
  readonly more?: Readonly<Record<string, string | Uint8Array>>
  readonly relations?: readonly string[]
  readonly types?: string
}

/** A Word file with authors in every place that Word knows for them. */
export async function markedWord(options: WordOptions = {}): Promise<Buffer> {
  const { text = '整改已经完成', more = {}, relations = [], types = '' } = options
  const part = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>
      ${part('word/document.xml', 'wordprocessingml.document.main')}${part('word/comments.xml', 'wordprocessingml.comments')}
      ${part('word/settings.xml', 'wordprocessingml.settings')}${part('docProps/app.xml', 'extended-properties')}
      <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${types}</Types>`,
    '_rels/.rels': relationsFile(
      relation('rId1', `${relationships}/officeDocument`, 'word/document.xml'),
      relation('rId2', `${packageTypes}/metadata/core-properties`, 'docProps/core.xml'),
      relation('rId3', `${relationships}/extended-properties`, 'docProps/app.xml'),
      relation('rId4', `${packageTypes}/metadata/thumbnail`, 'docProps/thumbnail.jpeg'),
    ),
    'docProps/core.xml': `${xml}<cp:coreProperties><dc:creator>${canary}</dc:creator><cp:lastModifiedBy>${canary}</cp:lastModifiedBy></cp:coreProperties>`,
    'docProps/app.xml': `${xml}<Properties><Company>${canary}</Company><Manager>${canary}</Manager></Properties>`,
    'docProps/thumbnail.jpeg': await markedPhotograph(),
    'word/document.xml': `${xml}<!-- ${canary} --><w:document xmlns:w="w" xmlns:r="r"><w:body><w:p>
      <w:ins w:id="1" w:author="${canary}" w:date="2022-07-01T00:00:00Z"><w:r><w:t>${text}</w:t></w:r></w:ins>
      <w:del w:id="2" w:author='${canary}'><w:r><w:delText>删去</w:delText></w:r></w:del></w:p></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsFile(
      relation('rId1', `${relationships}/comments`, 'comments.xml'),
      relation('rId2', `${relationships}/settings`, 'settings.xml'),
      relation('rId3', `${relationships}/customXml`, '../customXml/item1.xml'),
      relation('rId4', `${relationships}/image`, 'media/image1.jpeg'),
      relation('rId5', `${relationships}/image`, `file:///C:\\Users\\${canary}\\a.png`, true),
      relation('rId6', `${relationships}/hyperlink`, 'https://www.example.gov.cn/notice', true),
      relation('rId7', 'http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'),
      ...relations,
    ),
    'word/comments.xml': `${xml}<w:comments xmlns:w="w"><w:comment w:id="0" w:author="${canary}" w:initials="${canary}"><w:p><w:r><w:t>请核对数字</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/people.xml': `${xml}<w15:people xmlns:w15="w15"><w15:person w15:author="${canary}"><w15:presenceInfo w15:providerId="AD" w15:userId="${canary}"/></w15:person></w15:people>`,
    'word/settings.xml': `${xml}<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="a" w:val="${canary}"/></w:docVars></w:settings>`,
    'word/_rels/settings.xml.rels': relationsFile(
      relation('rId1', `${relationships}/attachedTemplate`, `file:///C:\\Users\\${canary}\\Normal.dotm`, true),
    ),
    'word/media/image1.jpeg': await markedPhotograph(),
    'customXml/item1.xml': `<a>${canary}</a>`,
    'left-over.txt': canary,
    ...more,
  }
  return zipped(files)
}

/** A presentation with the authors of its comments and changes. */
export function markedPresentation(text = '季度小结'): Buffer {
  return zipped({
    '[Content_Types].xml': `${xml}<Types><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationsFile(relation('rId1', `${relationships}/officeDocument`, '/ppt/presentation.xml')),
    'ppt/presentation.xml': `${xml}<p:presentation xmlns:p="p"/>`,
    'ppt/_rels/presentation.xml.rels': relationsFile(
      relation('rId1', `${relationships}/slide`, 'slides/slide1.xml'),
      relation('rId2', `${relationships}/commentAuthors`, 'commentAuthors.xml'),
      relation('rId3', 'http://schemas.microsoft.com/office/2016/11/relationships/changesInfo', 'changesInfos/changesInfo1.xml'),
    ),
    'ppt/slides/slide1.xml': `${xml}<p:sld xmlns:p="p" xmlns:a="a"><a:t>${text}</a:t></p:sld>`,
    'ppt/commentAuthors.xml': `${xml}<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="1" name="${canary}" initials="${canary}" lastIdx="1"/></p:cmAuthorLst>`,
    'ppt/changesInfos/changesInfo1.xml': `${xml}<pc:chgInfo><pc:chgData name="${canary}"/></pc:chgInfo>`,
  })
}

export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts = Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
  return Buffer.from(zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>))
}

export { relation, relationships }
