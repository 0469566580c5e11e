/** What a remark says once for many tasks. */
export interface StandingRules {
  /** 排在第一位的为牵头单位: the first unit of every list leads. */
  readonly firstLeads: boolean
  /** 标★的为牵头单位: marked units lead. */
  readonly markLeads: boolean
  /** 以下均需各县区落实，不再列出: what every later task has besides its own units; with the words that say it. */
  readonly added: { readonly units: string; readonly supporting: boolean } | null
  /** 以下任务完成时限均为2023年10月底: the deadline of every task that prints none. */
  readonly deadline: string
  /** 下同 stood beside it. */
  readonly sameBelow: boolean
}

const lead = '(?:总?牵头|主办|主责|主要责任|第一责任|首要责任)(?:责任)?(?:单位|部门|地区|机构)?'
const whose = '(?:的|者)?(?:责任|负责|牵头|承办)?(?:单位|部门|名称)?(?:的)?'
const is = '(?:均|都|即|一般)?(?:为|是|系|作为|作|列为)'
const firstLeads = new RegExp(
  `(?<=^|[，,；;。、（(：:\\s])(?:注[:：])?(?:各项任务|每项任务|任务|责任单位|负责单位|单位|部门|其中|上述|以上|以下)?[，,]?(?:的)?(?:责任单位|单位|部门)?(?:中)?[，,]?(?:排(?:名|列|序)?(?:在)?(?:第一位?|首位|最前|前面)|列(?:在)?(?:第一位?|首位)|名列第一|位列第一|居(?:第一位?|首位)|首位|首个|第一个|第一家|第一位|第一)${whose}${is}${lead}`,
)
const reversed =
  /(?:牵头|主办|主责)(?:责任)?(?:单位|部门)(?:均|都)?(?:为|是|系)(?:排(?:名|列)?(?:在)?|列(?:在)?|各项任务|责任单位|所列)*(?:第一|首)(?:位|个|家)?(?:的)?(?:责任)?(?:单位|部门)?/
const markLeads = new RegExp(
  `(?:注[:：])?(?:加|标|带|打|注|用|以|有)?(?:注|有|记)?(?:[“"'])?[★☆*＊▲△●◎※#✱✦](?:[”"'])?(?:号|标记|标识|标注)?(?:的)?(?:责任)?(?:单位|部门)?(?:的|者)?${is}${lead}`,
)
const added =
  /(?:以下|下列|后续|各项|上述|以上|所有)?(?:各项|所有|其他|其余)?(?:任务|工作|事项|条目|措施)?(?:均|都|皆|还)(?:需|须|由|要|应|请|需要)?([^，,。；;（）()]*各[^。；;]{1,40}?)(?:共同|具体|分别|按职责|同步|一并|参与)*(?:抓?好?落实|负责|配合|参与|承担|执行|实施)[，,、]?(?:不再|不另|不一一|恕不)(?:[一逐]{1,2})?(?:另行|单独|重复)?(?:列出|列举|标注|注明|赘述|列明|列示|写明)/
const stop = '[^。；;，,（）()]{2,24}?'
const standingDeadlines = [
  new RegExp(
    `(?:以下|下列|上述|以上|各项|本清单|本表|表中|所有|全部|任务|事项)[^。；，,]{0,10}(?:时限|时间|期限)(?:要求)?(?:均|都|统一|一律|全部)(?:为|是|定为|截至|到|至|：)?(${stop})(?=[。；;，,）)]|$)`,
  ),
  new RegExp(
    `(?:以下|下列|上述|以上|各项|所有|全部)[^。；，,]{0,4}(?:任务|事项|措施|工作)[^。；，,]{0,4}(?:均|都|一律)(?:须|应|要|需|原则上|应当|必须)*(?:于|在)(${stop})完成`,
  ),
  new RegExp(
    `(?:未|没有)(?:单独|另行|特别|明确)?(?:注明|标明|标注|明确|列明|写明|规定)(?:完成)?(?:时限|时间|期限)的(?:任务|事项|工作)?[，,]?(?:均|一律|应|须|原则上|要|统一|应当)*(?:于|在|为)(${stop})(?:完成|[。；;，,）)]|$)`,
  ),
]
const same = /(?:以)?下同/

/** Reads standing rules out of a text and gives the text back without them. */
export function takeStandingRules(text: string): { rest: string; rules: StandingRules } {
  let rest = text
  if (!/牵头|主办|主责|第一责任|首要责任|主要责任|不再|不另|不一一|恕不|下同|时限|时间|期限|均|一律/.test(text))
    return { rest, rules: none }
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const m = pattern.exec(rest)
    if (m) rest = rest.slice(0, m.index) + rest.slice(m.index + m[0].length)
    return m
  }
  const marked = take(markLeads) !== null
  const first = take(firstLeads) !== null || take(reversed) !== null
  const more = take(added)
  const sameBelow = take(same) !== null
  const deadline = first || marked ? '' : standingDeadline(text)
  rest = rest
    .replace(/[（(]\s*[，,、；;：:]*\s*[）)]/g, '')
    .replace(/[，,、；;。：:]+$/, '')
    .replace(/。[，,]/, '。')
  return {
    rest,
    rules: {
      firstLeads: first,
      markLeads: marked,
      added: more ? { units: more[1]!, supporting: /配合|参与/.test(more[0]) } : null,
      deadline,
      sameBelow,
    },
  }
}

export const none: StandingRules = { firstLeads: false, markLeads: false, added: null, deadline: '', sameBelow: false }

export function hasRule(rules: StandingRules): boolean {
  return rules.firstLeads || rules.markLeads || rules.added !== null
}

function standingDeadline(text: string): string {
  for (const pattern of standingDeadlines) {
    const found = pattern.exec(text)?.[1]?.trim()
    if (found !== undefined && /[\d一二三四五六七八九十年月底末长期持续]/.test(found)) return found
  }
  return ''
}
