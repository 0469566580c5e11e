/**
 * Words of Chinese unit names: how long names are shortened in notices. Each long word stands for the same body as its
 * short word; applied longest first. Source: names printed in county and city notices of 2019–2024.
 */
export const shortenedWords: readonly (readonly [long: string, short: string])[] = [
  ['人力资源和社会保障', '人社'],
  ['人力资源社会保障', '人社'],
  ['国民经济和社会发展', '发展'],
  ['发展和改革', '发改'],
  ['发展改革', '发改'],
  ['工业和信息化', '工信'],
  ['自然资源和规划', '自然资源'],
  ['住房和城乡建设', '住建'],
  ['住房城乡建设', '住建'],
  ['交通运输', '交通'],
  ['农业和农村', '农业农村'],
  ['文化广电和旅游', '文广旅'],
  ['文化广电旅游', '文广旅'],
  ['文化和旅游', '文旅'],
  ['文化旅游', '文旅'],
  ['卫生健康', '卫健'],
  ['退役军人事务', '退役军人'],
  ['应急管理', '应急'],
  ['市场监督管理', '市场监管'],
  ['综合行政执法', '综合执法'],
  ['城市管理综合执法', '综合执法'],
  ['行政审批服务', '行政审批'],
  ['政务服务管理', '政务'],
  ['政务服务数据管理', '政务'],
  ['政务服务', '政务'],
  ['地方金融监督管理', '金融'],
  ['地方金融', '金融'],
  ['国有资产监督管理', '国资'],
  ['机构编制', '编'],
  ['纪律检查', '纪'],
  ['纪检监察', '纪监'],
  ['人民法院', '法院'],
  ['人民检察院', '检察院'],
  ['人民政府', '政府'],
  ['人民代表大会', '人大'],
  ['工商业联合会', '工商联'],
  ['中国人民银行', '人行'],
  ['人民银行', '人行'],
  ['国家税务总局', '税务'],
  ['供电公司', '供电'],
  ['委员会', '委'],
  ['办公室', '办'],
  ['管理局', '局'],
  ['监督局', '局'],
  ['管委会', '管委'],
  ['街道办事处', '街道'],
  ['服务中心', '中心'],
]

/** Level words in front of a name; the longest first. */
export const levelWords: readonly string[] = ['自治区', '自治州', '自治县', '省', '市', '县', '区', '州', '旗']

/** Endings that may be missing without meaning another body (县纪委监委机关 / 县纪委监委). */
export const silentEndings: readonly string[] = ['机关']

/** Printed collective names and the kind of unit they mean (各镇 → towns). */
export const groupWords: readonly { readonly pattern: RegExp; readonly kinds: readonly string[] }[] = [
  {
    pattern: /^各(乡镇|镇乡|镇|乡|街道|镇街|乡镇街道|镇（街道）|镇街道)(党委|政府|人民政府|党委、政府)?$/,
    kinds: ['town'],
  },
  { pattern: /^各(开发园区|开发区|园区|功能区|开发区（园区）|产业园区)(管委会)?$/, kinds: ['park'] },
  { pattern: /^各(镇|乡镇|镇街|街道)(和|、|及|，)?(各)?(开发区|园区|开发园区)$/, kinds: ['town', 'park'] },
  { pattern: /^(县|市|区)?各(部门|有关部门|相关部门|委办局)$/, kinds: ['department', 'coordinationOffice'] },
  {
    pattern: /^(县|市|区)?各(部门单位|单位|有关单位|相关单位)$/,
    kinds: ['department', 'coordinationOffice', 'stationed'],
  },
  { pattern: /^(各)?驻.{1,4}(部省市属)?单位$/, kinds: ['stationed'] },
  { pattern: /^各(行业协会|协会|商会|行业协会商会)$/, kinds: ['association'] },
]

/** What kind of body a printed name suggests; the first pattern that fits. */
export const kindPatterns: readonly { readonly pattern: RegExp; readonly kind: string }[] = [
  { pattern: /营商办|优化营商环境.*办公室/, kind: 'coordinationOffice' },
  { pattern: /法院$/, kind: 'court' },
  { pattern: /检察院$/, kind: 'procuratorate' },
  { pattern: /(镇|乡|街道|街道办事处)$/, kind: 'town' },
  { pattern: /(园区|开发区|高新区|功能区|产业园|自贸区|自贸试验区|管委会)$/, kind: 'park' },
  { pattern: /(融媒体中心|电视台|广播电台|报社|日报|传媒集团)$/, kind: 'media' },
  { pattern: /(商会|协会|工商联|总工会|妇联|科协|残联|团县委|团市委|学会)$/, kind: 'association' },
  {
    pattern: /(供电公司|电力公司|税务局|人行.*支行|中心支行|烟草公司|海关|气象局|银保监.*|邮政.*|分公司)$/,
    kind: 'stationed',
  },
  { pattern: /生态环境局$/, kind: 'stationed' },
]
