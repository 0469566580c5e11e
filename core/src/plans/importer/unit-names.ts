const ending =
  '局|委|办|部|厅|院|会|署|处|室|科|股|所|站|队|供销社|报社|合作社|旅行社|通讯社|新华社|联社|信用社|出版社|台|馆|校|厂|银行|支行|分行|商行|人行|农行|库|中心|公司|集团|政府|管委会|机关|政协|人大|联|工会|园|园区|新区|开发区|高新区|经开区|示范区|保税区|试验区|功能区|度假区|景区|片区|港区|板块|指挥部|专班|小组|党组|海关|税务|电信|移动|联通|铁塔|学院|大学|国资|科协|文联|作协|侨联|残联|协|基地|平台|单位|部门|镇|乡|街道|省|市|区|县|州|总队|支队|大队|邮政|烟草|供电|石油|机构|管理人|军区|兵团|法制|监委|纪委|人武|银联'
const unitEnding = new RegExp(`(?:${ending})$`)
const levelStart = /^(?:县|市|区|省|州|旗|盟|国家|国务院|中国|中央|全国|自治|团|驻|各)/
const notAUnit = /[。：；！？“”]|^(?:等|和|及|与|由|会同)|^(?:地|州|盟|市|区|县|旗|省)$|的$|^(?:部门|单位|地区)$/

/** A name without the brackets after it: 县发改委（县信用办） → 县发改委. */
export function withoutBrackets(name: string): string {
  return name.replace(/[（(〔【[][^（()）〔〕【】[\]]*[）)〕】\]]/g, '').trim()
}

/** True when a word ends as names of public bodies end (局, 委, 办, 中心 …) and is neither a sentence nor a single character. */
export function looksLikeUnit(name: string): boolean {
  // 县“放管服”改革协调小组办公室: words quoted inside a name.
  const plain = withoutBrackets(name).replace(/“([^“”]{1,10})”(?=.)/, '$1')
  return (
    plain.length >= 2 &&
    plain.length <= 26 &&
    unitEnding.test(plain) &&
    !notAUnit.test(plain) &&
    !/^\d(?!2345)/.test(plain)
  )
}

const verbStart =
  /^(?:推进|推行|推广|推动|抓好|做好|做实|建好|建立|开展|加强|加快|提升|优化|完善|深化|落实|强化|健全|规范|打造|营造|构建|拓展|压减|压缩|整合|试行|清理|改造|降低|促进|创新|探索|巩固|改进)/
const shortNames =
  /^(?:妇联|残联|科协|文联|侨联|侨办|工会|法院|高院|中院|海关|邮政|烟草|供电|电信|移动|联通|编办|网信办|医保)$/

/** The stricter form: it also begins with a level (县, 市, 国家 …) or has at least three characters and no verb inside. */
export function isSurelyUnit(name: string): boolean {
  const plain = withoutBrackets(name)
  if (!looksLikeUnit(name)) return false
  if (shortNames.test(plain)) return true
  if (!levelStart.test(plain) && verbStart.test(plain)) return false
  if (/(?:单位|部门|平台|基地|项目|工作|机制|制度|政策|企业|服务)$/.test(plain)) return false
  return (
    levelStart.test(plain) ||
    (plain.length >= 3 &&
      plain.length <= 14 &&
      !/[在将为把被从以按不了已]|对(?!外|台)|应(?!急|用|对)|可(?!再)/.test(plain))
  )
}

/** Many units named by kind: 各镇, 各县（区）人民政府, 市各功能区管委会. */
export function isGroup(name: string): boolean {
  if (/各/.test(name) && name.length <= 40) return true
  const plain = withoutBrackets(name)
  return bareGroup.test(plain) || /^(?:全体|所有)[\u4e00-\u9fff]{0,8}(?:单位|部门)$/.test(plain)
}

const bareGroup =
  /^(?:(?:全[县市区省])?(?:县级市|省直管县|省直管县市|功能板块|功能区|县区|区县|市县|县市区|镇街|乡镇|镇乡|街镇|镇办|乡镇街道|镇街道|街道|园区|开发区|开发园区|产业园区|板块|管委会|镇|乡|村|社区|县|市|区|旗|盟|州|自治县|自治州|自治区|直辖市|设区市|地级市|各类园区|企业服务站|服务站|居|村居|社区居委会)(?:人民政府|政府|管委会|办事处|党委政府|党工委)?)$/

/** A word that can only go on with a group before it: 县级市 in 各区、县级市. */
export function continuesGroup(name: string): boolean {
  return bareGroup.test(withoutBrackets(name))
}

const openNoun = '部门|单位|地区|地方|机构|科室|职能|成员|方面|企业|镇|乡|街道|区|县|市|园|局|办|委'
const openEnded = new RegExp(`(?:有关|相关|涉及|其他|其它|其余|涉事)[\\u4e00-\\u9fff（）()、和及]{0,12}(?:${openNoun})`)

/** The open-ended rest of a list: 有关部门, 县各相关单位, 其他单位. */
export function isCatchAll(name: string): boolean {
  return name.length <= 40 && openEnded.test(name)
}
