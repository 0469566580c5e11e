/** What a label before a list of units, a date or a basis says about it. */
export type TailRole = 'lead' | 'responsible' | 'supporting' | 'person' | 'deadline' | 'basis'

export interface TailLabel {
  readonly role: TailRole
  /** Where the label begins and where its value begins. */
  readonly start: number
  readonly end: number
  /** 联系人, 联络员: whom to telephone; it gives nobody a duty. */
  readonly contact?: boolean
}

const duty =
  '(?:总?牵头|第一牵头|主要负责|共同|主牵头|主抓|主推|包抓|领办|主办|主责|首责|第一责任|主要责任|主体责任|共同责任|直接责任|责任|负责|承办|承担|落实|实施|执行|推进|配合|协办|协助|协同|协作|协调|参与|参加|参建|联合|联动|监督|督导|督办|指导|主管|分管|归口)'
const noun =
  '(?:单位|部门|主体|机构|科室|股室|处室|地区|责任方|方|镇街|乡镇)(?:(?:和|及|与|、|\\/)(?:单位|部门|科室|股室|处室|地区))?'
const scope = '(?:县级|市级|省级|区级|县直|市直|区直|省直|工作|项目|任务|改革|具体|其他|其它)?'
const unitLabel = `(?:${scope}${duty}(?:(?:和|及|与|、|\\/|或)?${duty}){0,3}${noun}(?:及(?:分工|人员|责任人|职责))?|(?:责任|职责)分工|(?:牵头|配合|协同|共同)责任|总牵头|(?:牵头|主办|承办|协办|配合|主责|责任|负责|参与|参加|协同)|(?<![：:])(?!各|有关|相关|直属|其他)[\\u4e00-\\u9fff]{2,6}(?<!各|有关|相关|直属|其他|政府|级|级各|填报|报送|编制|制表|填表|印发|发文|主送|抄送|上报|汇总|施工|监理|设计|用人|招标|中标|采购|建设|申报|起草)(?:单位|部门|科室)(?=[：:】\\]〕]))`
const personLabel =
  '(?:(?:牵头|责任|分管|包保|挂钩|联系|主管|县级|市级|区级|主要|具体|第一)*(?:县|市|区)?(?:领导|责任人|负责人|负责同志|联系人|联络员|责任领导)|(?:联系|办公|咨询|值班)?电话|联系方式|手机)'
const deadlineLabel =
  '(?:(?:完成|办结|办理|整改|推进|工作|落实|实施|任务|计划|截止|见效|达标|预计|目标|兑现|推动|最终|具体|销号|达效|验收|交付)*(?:时限|时间|期限|日期|时效|时点|节点|进度|月份)(?:要求|安排|节点|进度|计划|期限|时限|目标)?)'
const basisLabel = '(?:(?:政策|文件|工作|任务|制定|法律|法规|改革|措施|主要|上级)*(?:依据|来源|出处)(?:文件)?)'

const note = '(?:\\s*[（(][^（()）：:]{1,24}[）)])?'
const colon = '\\s*[：:∶﹕]\\s*'
const kinds = `(?<deadline>${deadlineLabel})|(?<basis>${basisLabel})|(?<person>${personLabel})|(?<unit>${unitLabel})`
const before = '(?<=^|[，,；;。、！!）)】〕\\]\\s（(〔【\\[：:|｜／/※◆■●→])'
const withColon = new RegExp(
  `${before}(?:[※◆■▲●·→]\\s*)?(?:[【\\[〔（(]\\s*)?(?:${kinds})${note}(?:\\s*[】\\]〕）)])?${colon}`,
  'g',
)
const inBrackets = new RegExp(
  `(?<=^|[，,；;。、！!\\s])(?:【|\\[|〔|（|\\()\\s*(?:${kinds})\\s*(?:】|\\]|〕|）|\\))`,
  'g',
)
// 【牵头单位】县甲局【配合单位】县乙局: a label in lenticular brackets needs nothing before it, but 县甲局【牵头】、 is a note.
const inLenticular = new RegExp(`[【〖]\\s*(?:${kinds})\\s*[】〗](?![，,、；;。]|$)`, 'g')
// A line break may eat the space before a label: …办公室协办单位：
const glued = new RegExp(
  `(?<=[局委办部厅院会署处心司行队团所站府联校底前末日月年旬持进施度内效成镇乡道街区县市门位构台室科股组场馆校厂库协）)》\\d])(?:${duty}(?:责任)?(?:单位|部门)|(?:完成|办结|工作|推进|整改)(?:时限|时间|期限)(?:节点|要求)?|(?:时限|时间|进度)(?:要求|节点|安排)|(?:任务|政策|制定|文件|工作|法律|法规)(?:来源|依据))${colon}`,
  'g',
)
const startOnly = new RegExp(`^[-—·*●※◆■▲→\\s]*[（(〔【\\[［]?\\s*(?:${kinds})${note}(?:\\s*[】\\]〕）)])?${colon}`)
const startInBrackets = new RegExp(`^(?:【|\\[|〔|（|\\()\\s*(?:${kinds})\\s*(?:】|\\]|〕|）|\\))`)
const couldLabel = /[：:∶﹕】\]〕）)]/

function roleOf(groups: Record<string, string | undefined>): TailRole {
  if (groups.deadline) return 'deadline'
  if (groups.basis) return 'basis'
  if (groups.person) return 'person'
  return unitRole(groups.unit ?? '')
}

function labelOf(m: RegExpExecArray): TailLabel {
  const role = roleOf(m.groups ?? {})
  const contact = role === 'person' && /联系|联络员|电话|手机/.test(m.groups?.person ?? '')
  return { role, start: m.index, end: m.index + m[0].length, ...(contact ? { contact } : {}) }
}

/** The role a unit label gives: 牵头/主办/主责 lead; 配合/协办/参与 support; everything else is responsible. */
export function unitRole(label: string): 'lead' | 'responsible' | 'supporting' {
  const lead = /牵头|主抓|主推|领办|主办|主责|首责|第一责任|主要责任|主要负责/.test(label)
  const support = /配合|协办|协助|协同|协作|协调|参与|参加|参建|联合|联动|监督|督导|督办|指导/.test(label)
  if (lead && !support && !/及|和|与|、|\//.test(label)) return 'lead'
  if (lead) return 'responsible'
  return support ? 'supporting' : 'responsible'
}

/** Every label in a text, left to right. A label in brackets of its own (【责任单位】) needs no colon. */
export function labelsIn(text: string): TailLabel[] {
  if (!couldLabel.test(text)) return []
  const labels: TailLabel[] = []
  for (const m of text.matchAll(withColon)) labels.push(labelOf(m))
  for (const pattern of [inBrackets, inLenticular]) {
    for (const m of text.matchAll(pattern)) {
      if (labels.some((label) => m.index < label.end && label.start < m.index + m[0].length)) continue
      labels.push(labelOf(m))
    }
  }
  for (const m of text.matchAll(glued)) {
    if (labels.some((label) => m.index < label.end && label.start < m.index + m[0].length)) continue
    const role = /时限|时间|期限|进度/.test(m[0]) ? 'deadline' : /来源|依据/.test(m[0]) ? 'basis' : unitRole(m[0])
    labels.push({ role, start: m.index, end: m.index + m[0].length })
  }
  return labels.sort((a, b) => a.start - b.start)
}

/** A quick look: could the text hold a label at all? */
export function holdsLabel(text: string): boolean {
  return couldLabel.test(text) && labelsIn(text).length > 0
}

/** True when a line begins with a label of units, a date or a basis, or with a bracket that does. */
export function startsWithLabel(text: string): boolean {
  return startOnly.test(text.slice(0, 60)) || startInBrackets.test(text.slice(0, 30))
}

/** What a column of a table holds, from its header; null when it is none of these. */
export function columnRole(header: string): TailRole | null {
  const plain = header.replace(/[\s：:]/g, '').replace(/[（(].*$/, '')
  const m = wholeLabel.exec(plain)
  return m ? roleOf(m.groups ?? {}) : null
}
const wholeLabel = new RegExp(`^(?:${kinds})$`)
