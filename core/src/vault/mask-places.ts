import type { Found } from './mask-reasons.ts'

const word = '[\\u4e00-\\u9fffA-Za-z0-9]'
const number = '[0-90-9一二三四五六七八九十百零〇]{1,5}'

/**
 * Places down to a door: village group, house number, building, unit, room. A road or village alone stays: it is where
 * the matter is.
 */
const door = new RegExp(
  [
    `${number}\\s*(?:号楼|栋|幢|座|号)(?:\\s*${number}\\s*(?:单元|门|梯))?(?:\\s*${number}\\s*(?:层|楼))?(?:\\s*[A-Za-z]?${number}\\s*(?:室|号房|房|户))?(?:之${number})?`,
    `${number}\\s*单元\\s*[A-Za-z]?${number}\\s*(?:室|号)?`,
    `(?<!\\d)[A-Za-z]?\\d{3,4}\\s*室`,
    `${number}组\\s*${number}\\s*号`,
  ].join('|'),
  'gu',
)
const placeBefore = new RegExp(
  `(?:(?:${word}{2,9}?(?:省|自治区))?(?:${word}{2,6}?市)?(?:${word}{2,6}?(?:区|县))?(?:${word}{2,8}?(?:镇|乡|街道))?(?:${word}{1,8}?(?:村|社区|居委会))?(?:${word}{1,10}?(?:路|街|大道|巷|弄|胡同|小区|花园|苑|园|城|庄|组|里|公寓|大厦|广场|市场|商城|家园|新村|府|湾|庭))?)$`,
  'u',
)
const street =
  /(?:路|街|大道|巷|弄|胡同|小区|花园|苑|园|城|庄|组|村|里|公寓|大厦|广场|市场|商城|家园|新村|府|湾|庭|社区)\s*$/u
const lived = /(?:家住|住在|住址|住所|现住|家庭住址|地址|户籍地?|租住|居住在?)(?:是|为|于)?\s*[::]?\s*$/u

/** Addresses with a house number. The number of a document or a notice (〔2022〕5号) is none. */
export function addressesIn(text: string): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(door)) {
    const before = text.slice(0, match.index)
    const rest = text.slice(match.index + match[0].length)
    // One number alone is a door after a road or an estate, or where somebody says that they live there.
    const isWhole = /[元室层组]|号房/u.test(match[0])
    const isDoor = street.test(before) && !/^(?:文|令|公告|线|窗口|楼盘)/u.test(rest)
    if (!isWhole && !isDoor && !lived.test(before)) continue
    if (/[〕\])】第]\s*$/u.test(before)) continue
    const place = placeBefore.exec(before.slice(-40))?.[0] ?? ''
    const own = place.replace(
      /^.*(?:家住|住在|我住|住址是?|住所|现住|地址是?|租住|居住在?|位于|坐落于?|坐落在|开在|是|在)/u,
      '',
    )
    found.push({ start: match.index - own.length, end: match.index + match[0].length, reason: 'address' })
  }
  return found
}

const companyEnd =
  '(?:有限责任公司|股份有限公司|有限公司|集团公司|分公司|总公司|公司|合作社|个体工商户|经营部|商行|商店|超市|饭店|酒店|餐馆|工厂|加工厂|厂|门市部|服务部|维修部|事务所|工作室|养殖场|家庭农场)'
const companyName = new RegExp(
  `((?:${word}{2,8}(?:省|市|县|区))?[\\u4e00-\\u9fffA-Za-z0-9()()]{2,20}?${companyEnd})`,
  'gu',
)
const introduces =
  /(?:我(?:们)?(?:公司|单位|企业|店|厂)(?:叫|名叫|是|名称为)?|我(?:们)?(?:叫|是)|本(?:公司|单位|企业)(?:名称)?(?:叫|是|为)?|单位名称|企业名称|公司名称|公司全称|企业全称|店名)(?:叫|是|为)?[::\s]*/gu

/** The submitter's own enterprise: what stands after 我公司是, 企业名称:, 我们是 …, and the same name elsewhere. */
export function ownCompaniesIn(text: string): string[] {
  const names: string[] = []
  for (const cue of text.matchAll(introduces)) {
    const from = cue.index + cue[0].length
    companyName.lastIndex = 0
    const match = companyName.exec(text.slice(from, from + 40))
    // 我们厂有…厂房 names nothing: without 叫 or 是 only a firm's full name counts.
    const isNamed = /[叫是为::本]|称/u.test(cue[0]) || /(?:公司|合作社)$/u.test(match?.[1] ?? '')
    if (
      match?.index === 0 &&
      isNamed &&
      !/^(?:一家|某家|某公司|某企业|家|这家|个|贵|一个|在|和|与|向|给|跟|被|的|从|对|将|把|因|由|附近|旁边|隔壁|有|没|想|要|去|到|做|开|办|已|也|都)/u.test(
        match[1]!,
      )
    )
      names.push(match[1]!)
  }
  return names
}
