import { bracketsOf } from './brackets.ts'
import { startsWithLabel } from './tail-labels.ts'
import { isCatchAll, isGroup, isSurelyUnit, looksLikeUnit, withoutBrackets } from './unit-names.ts'

/**
 * Spaces that part units (县发改委 县财政局) or labels (…局 完成时限：…) carry meaning: they become 、 and ；, before the
 * spaces that a layout put between Chinese characters are removed.
 */
export function keepListSpaces(text: string, continued = false): string {
  const pieces = text.trim().split(/[ \t\u00A0\u3000\u2002\u2003\u2009]+/)
  if (pieces.length < 2 || pieces.length > 60) return text
  const listed = listedOtherwise(pieces)
  let kept = pieces[0]!
  for (const [at, piece] of pieces.slice(1).entries()) {
    const ended = /[，,；;。、：:]$/.test(kept)
    if (labelWord.test(kept) && startsWithLabel(lastWord(kept) + piece)) kept += piece
    else if (!ended && startsWithLabel(piece) && !/^(?:他|它|(?:任|头|合|办|同)(?:单位|部门))/.test(piece))
      kept += `；${piece}`
    else if (
      !ended &&
      !listed &&
      (parts(lastName(kept), firstName(piece), kept.includes('、') || (continued && at === 0)) ||
        cutName(kept, piece, at === pieces.length - 2))
    )
      kept += `、${piece}`
    else kept += ` ${piece}`
  }
  return kept
}

// 工作 时限：, 责任 单位：: a space inside a label parts nothing.
const labelWord =
  /(?:^|[，,；;。、！（(〔【[\s])(?:完成|办结|工作|推进|整改|实施|落实|任务|时间|政策|文件|制定|牵头|主办|责任|配合|协办|参与|承办|负责|主责)$/

function lastWord(text: string): string {
  return /[\u4e00-\u9fff]*$/.exec(text)?.[0] ?? ''
}

/** A list that has 、 between its names is not parted by spaces: those are the layout's. A group may have one inside. */
function listedOtherwise(pieces: readonly string[]): boolean {
  return pieces.some((printed, at) => {
    const words = withoutBrackets(printed)
    const piece = at === 0 ? words.slice(words.search(/[^。；;：:（(〔【[]*$/)) : words.replace(/[。；;：:].*$/s, '')
    return (
      !/(?:^|[：:，,；;])各[^，,；;]*$/.test(piece) &&
      /[、]|[\u4e00-\u9fff]{3,}[，,][\u4e00-\u9fff]{3,}[，,]/.test(piece)
    )
  })
}

/**
 * The same for lists in brackets without a label: （县甲局 县乙局负责）. Only a bracket of nothing but names, verbs and dates
 * is touched, so that layout spaces in prose stay what they are.
 */
export function keepBracketSpaces(text: string): string {
  if (!/[（(〔【[［〖]/.test(text)) return text
  let kept = text
  const { groups, unclosed } = bracketsOf(text)
  const spans = groups
    .filter(({ open }) => !'《〈'.includes(open))
    .map(({ start, end }) => [start + 1, end - 1] as const)
  const last = unclosed.at(-1)
  if (last !== undefined && !'《〈'.includes(text[last]!)) spans.push([last + 1, text.length])
  for (const [from, to] of spans.toReversed()) {
    const content = text.slice(from, to)
    if (!/\S[ \t\u3000]+\S/.test(content)) continue
    kept = kept.slice(0, from) + keepListSpaces(content) + kept.slice(to)
  }
  return kept
}

/**
 * The lines of a cell of units as one list: a line that ends in a whole name is followed by another name, one that was cut
 * goes on.
 */
export function joinUnitLines(value: string): string {
  let list = ''
  const lines = value.split(/\n+/)
  if (isWrapped(lines)) return lines.map((line) => line.trim()).join('')
  for (const line of lines) {
    const next = line.trim()
    if (next === '') continue
    const separate =
      list !== '' && !/[、，,；;：:/。]$/.test(list) && !/^[、，,；;）)]/.test(next) && !cutBetween(list, next)
    list += separate ? `、${next}` : next
  }
  return list
}

/** Two whole names one below the other, the second no part of the first. */
export function separateNames(left: string, right: string): boolean {
  return isListed(left) && isSurelyUnit(firstName(right)) && !cutBetween(left, right)
}

/** Lines of one length with 、 between the names: the cell was cut at its width, and its line ends part nothing. */
function isWrapped(lines: readonly string[]): boolean {
  const whole = lines.map((line) => line.trim()).filter((line) => line !== '')
  const first = whole[0]?.length ?? 0
  if (whole.length < 3 || first < 4 || !whole.some((line) => /[^、]、[^、]/.test(line))) return false
  return whole.slice(0, -1).every((line) => line.length === first) && whole.at(-1)!.length <= first
}

/** A name goes on over the line's end when its first part is none, or the second cannot stand alone. */
function cutBetween(list: string, next: string): boolean {
  const { unclosed } = bracketsOf(list)
  if (unclosed.length > 0) return true
  const [left, right] = [lastName(list), firstName(next)]
  if (right.startsWith('各')) return false
  if (left.length <= 2 && level.test(left) && !/委$|^各/.test(left)) return true
  if (nationalOffice.test(left)) return /(?:[支分]行|税务局|调查队|[分支]局|监管局)$/.test(right)
  if (!isListed(left)) return isListed(left + right) || !isListed(right)
  if (isListed(right)) return !parts(left, right, list.includes('、')) && isListed(left + right)
  return isListed(left + right)
}

/** 人民银行⏎某县支行, 国家税务总局⏎某县税务局: national offices print their place behind their name. */
const nationalOffice = /^(?:国家税务总局|(?:中国)?人民银行|国家统计局|国家金融监督管理总局)$/

function parts(left: string, right: string, inList: boolean): boolean {
  if ((left.length < 3 && !inList) || right.length < 2 || !isListed(left) || !isListed(right)) return false
  // 市政府 办公室, 县委 宣传部, 各设区市 人民政府 are one name.
  if (partOfName.test(right) && (isGroup(left) || /[省市县区镇乡园州旗盟]$/.test(left))) return false
  if (/[县市区省]委$/.test(left) && partOfCommittee.test(right)) return false
  // 省科 技厅: what stands before the gap is a level and half a name.
  if (left.length <= 3 && level.test(left) && !/委$|^各/.test(left) && !level.test(right)) return false
  if (level.test(right) || isGroup(right) || isCatchAll(right)) return true
  return (right.length >= 3 || inList) && !partOfName.test(right)
}
/** The last piece of a line may be a name that the line's end cut: 县财政局 县. */
function cutName(kept: string, piece: string, isLast: boolean): boolean {
  return isLast && level.test(piece) && piece.length <= 12 && isListed(lastName(kept)) && !/[：:。，]/.test(piece)
}

const partOfName =
  /^(?:员会|公室|事处|办公室|办公厅|人民政府|政府|党委|党工委|办事处|委员会|管委会|领导小组|指挥部|中心|分局|分公司|支行|管理局|事务局|服务局|监管局|[建设保障发展旅游执法改革健康资源农村信息监督技]{2}[局部厅委]|事务中心|服务中心|管理办公室)$/
const partOfCommittee =
  /^(?:宣传部|组织部|统战部|政法委|编办|网信办|社会工作部|巡察办|改革办|农办|台办|老干部局|督查室|党校|机要局)/
const level = /^(?:县|市|区|省|州|镇|团|国家|各|人行|人民银行)/

function isListed(name: string): boolean {
  return name !== '' && name.length <= 24 && (looksLikeUnit(name) || isGroup(name) || isCatchAll(name))
}

function lastName(text: string): string {
  return (
    /(?:^|[：:、，,；;〔【\]】[])([^：:、，,；;〔【\]】[]*)$/
      .exec(withoutBrackets(text.slice(-60)))?.[1]
      ?.replace(/^\s*(?:.*会同|由|和|及|与)/, '')
      .trim() ?? ''
  )
}

function firstName(text: string): string {
  if (text.startsWith('各')) return text.split(/[，,；;：:]/)[0]!.replace(/、/g, '')
  const name = /^[^：:、，,；;。〕】\]]*/.exec(withoutBrackets(text))?.[0].replace(/[）)]$/, '') ?? ''
  return name.replace(verbsAfter, '')
}

/** Words of duty close a list: 县甲局 县乙局牵头, 县甲局 县乙局按职责分工负责. */
const verbsAfter =
  /(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|分别|密切|协同|具体|牵头)*(?:牵头|负责|配合|参与|落实|协办|承办|协同|实施|会同有关部门|会同相关部门)$/
