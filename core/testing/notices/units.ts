import { wordsIn, type Dice } from './dice.ts'

/**
 * Generic names of public bodies by level. Places are made names (甲河县, 乙山市 …); the bodies are the usual ones.
 */
export interface Place {
  level: 'town' | 'county' | 'district' | 'city' | 'province' | 'national'
  /** 甲河县 */
  name: string
  /** What stands before a body's name: 县, 区, 市, 省, 镇. */
  prefix: string
  /** The sign of its document numbers: 甲办发. */
  sign: string
  units: string[]
  /** Bodies whose names hold parentheses. */
  nested: string[]
  /** Closed groups that stand for many units. */
  groups: string[]
  /** Two groups printed as one phrase between commas. */
  joinedGroups: string[]
  catchAlls: string[]
}

const stems = wordsIn('甲河 乙山 丙川 丁原 戊林 己台 庚湖 辛桥 壬溪 癸岭')

const bureaus = wordsIn(`
  发改委 工信局 财政局 商务局 司法局 公安局 民政局 教育局 科技局 人社局 自然资源局 住建局 交通局 水利局 农业农村局
  文广旅局 卫健委 应急局 审计局 市场监管局 医保局 统计局 信访局 政务办 行政审批局 金融办 综合执法局 大数据管理局
  综合指挥中心 机关事务服务中心 数据局 林草局 供销社 城投公司 档案馆 招商中心 营商环境建设局 邮政管理局
  经济开发区管委会 人防办 科协 妇联
`)
const longBureaus = wordsIn(`
  发展和改革委员会 工业和信息化局 人力资源和社会保障局 文化和旅游局 住房和城乡建设局 市场监督管理局
  政务服务管理办公室 地方金融监督管理局 城市管理局 退役军人事务局
`)
const partyBodies = wordsIn(`
  委组织部 委宣传部 委统战部 委政法委 委编办 纪委监委 政府办公室 委办公室 法院 检察院 工商联 总工会 残联 税务局
  供电公司 气象局 消防救援大队 烟草专卖局 水务集团 公积金中心 融媒体中心
`)
const provincial = wordsIn(`
  发展改革委 工业和信息化厅 财政厅 商务厅 司法厅 公安厅 民政厅 教育厅 科技厅 人力资源社会保障厅 自然资源厅
  住房城乡建设厅 交通运输厅 水利厅 农业农村厅 文化和旅游厅 卫生健康委 应急厅 审计厅 市场监管局 医保局 统计局
  信访局 数据局 药监局 知识产权局 委组织部 委宣传部 委政法委 委编办 高院 检察院 工商联 税务局 通信管理局 国资委
`)
const ministries = wordsIn(`
  国家发展改革委 教育部 科技部 工业和信息化部 公安部 民政部 司法部 财政部 人力资源社会保障部 自然资源部 生态环境部
  住房城乡建设部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 国家卫生健康委 人民银行 审计署 国务院国资委
  海关总署 税务总局 市场监管总局 金融监管总局 证监会 国家知识产权局 最高人民法院 药监局 文物局
`)
const townOffices = wordsIn(`
  党政办公室 经济发展局 财政和资产管理局 综合行政执法局 建设局 社会事业局 便民服务中心 农业农村局 平安法治办公室
  招商服务中心 企业服务中心 组织人事办公室 纪工委 应急管理和生态环境局
`)

/** 财政局 for 县财政局: some places never print the level. */
function bareNames(place: Place): Place {
  return {
    ...place,
    units: place.units.map((u) =>
      /^[县区市](?!委|政府|纪委|法院|检察院|总工会|残联|工商联)/.test(u) ? u.slice(1) : u,
    ),
    nested: [],
  }
}

function counted(prefix: string, list: readonly string[]): string[] {
  return list.map((body) => prefix + body)
}

function nestedOf(prefix: string): string[] {
  return [
    `${prefix}发改委（${prefix}信用办）`,
    `${prefix}委宣传部（${prefix}新闻出版局）`,
    `${prefix}政务办（${prefix}大数据管理局）`,
    `${prefix}委统战部（${prefix}侨办、${prefix}民宗局）`,
    `${prefix}自然资源局（林业局）`,
  ]
}

function catchAllsOf(prefix: string, own: string): string[] {
  return [
    `${prefix}各相关部门按职责分工负责`,
    `${prefix}各相关单位按职责分工负责`,
    `${prefix}直各有关部门`,
    `${prefix}级各有关部门和单位`,
    '各相关单位',
    '其他有关部门',
    `${own}有关部门`,
    `${prefix}有关部门按职责分工负责`,
    '各有关单位',
    `${prefix}各有关部门和单位`,
    prefix === '市' ? '各有关县（区）' : prefix === '县' ? '各有关镇（街道）' : '各有关街道',
  ]
}

export function makePlace(dice: Dice): Place {
  const place = usualPlace(dice)
  return ['county', 'district', 'city'].includes(place.level) && dice.chance(0.07) ? bareNames(place) : place
}

function usualPlace(dice: Dice): Place {
  const stem = dice.pick(stems)
  const level = dice.weigh<Place['level']>([
    ['county', 8],
    ['city', 5],
    ['district', 4],
    ['province', 2],
    ['national', 1],
    ['town', 1],
  ])
  const sign = stem[0] as string
  if (level === 'national')
    return {
      level,
      name: `${stem}部际联席会议`,
      prefix: '',
      sign,
      units: ministries,
      nested: ['市场监管总局（国家标准委）', '中央宣传部（国家新闻出版署）'],
      groups: ['各省、自治区、直辖市人民政府', '各省（区、市）人民政府', '各地区'],
      joinedGroups: [],
      catchAlls: ['各有关部门', '有关部门按职责分工负责', '国务院有关部门'],
    }
  if (level === 'county' || level === 'district') {
    const prefix = level === 'county' ? '县' : '区'
    const lower =
      level === 'county'
        ? [
            '各镇',
            '各乡镇（街道）',
            '各乡镇人民政府',
            '各开发园区',
            '各园区管委会',
            '各镇（街道）',
            '各镇（办）',
            '各乡镇（中心）',
            '各功能区管委会',
          ]
        : [
            '各街道',
            '各街道（功能区）',
            '各街道办事处',
            '各功能板块',
            '各园区管委会',
            '各镇街',
            '各街镇',
            '各功能区管委会',
          ]
    return {
      level,
      name: stem + prefix,
      prefix,
      sign,
      units: [
        ...counted(prefix, bureaus),
        ...counted(prefix, partyBodies),
        ...counted(prefix, longBureaus),
        `团${prefix}委`,
        `人行${stem}支行`,
        `${stem}生态环境局`,
        `${stem}海关`,
        `中国电信${stem}分公司`,
        `国网${stem}${prefix}供电公司`,
        `${prefix}12345热线中心`,
      ],
      nested: nestedOf(prefix),
      groups: lower,
      joinedGroups:
        level === 'county' ? ['各镇、各园区管委会', '各乡镇、街道'] : ['各街道、功能区', '各街道办事处、各园区管委会'],
      catchAlls: catchAllsOf(prefix, `${prefix}政府`),
    }
  }
  if (level === 'city')
    return {
      level,
      name: `${stem}市`,
      prefix: '市',
      sign,
      units: [
        ...counted('市', bureaus),
        ...counted('市', partyBodies),
        ...counted('市', longBureaus),
        '团市委',
        `人民银行${stem}市分行`,
        `${stem}海关`,
        '市城投集团',
        '市消防救援支队',
        '市生态环境局',
      ],
      nested: nestedOf('市'),
      groups: [
        '各县（区）人民政府',
        '各县（市、区）人民政府',
        '各县区',
        '各功能板块',
        '各园区管委会',
        '各区、县级市',
        '各县（市、区）政府',
        '各地',
        '各县（市、区）',
      ],
      joinedGroups: ['各县区、功能板块', '各县（区）人民政府、市各功能区管委会', '各县（市、区）、各开发区管委会'],
      catchAlls: catchAllsOf('市', '市政府'),
    }
  if (level === 'province')
    return {
      level,
      name: `${stem}省`,
      prefix: '省',
      sign,
      units: [...counted('省', provincial), '团省委', `人民银行${stem}省分行`, `${stem}金融监管局`],
      nested: ['省委宣传部（省新闻出版局）', '省发展改革委（省能源局）', '省政府办公厅（省政务服务局）'],
      groups: ['各市、县（市、区）人民政府', '各地级以上市人民政府', '各设区市人民政府', '各市（州）人民政府'],
      joinedGroups: ['各市人民政府、各开发区管委会'],
      catchAlls: ['省有关部门', '省直各有关部门', '省各有关单位按职责分工负责', '各有关部门'],
    }
  return {
    level,
    name: `${stem}镇`,
    prefix: '镇',
    sign,
    units: [...counted('镇', townOffices), '派出所', '市场监管分局', '税务分局', '自然资源所', '供电所', '司法所'],
    nested: ['镇便民服务中心（退役军人服务站）', '镇经济发展局（科技局）'],
    groups: ['各村（社区）', '各村', '各村居'],
    joinedGroups: ['各村、社区', '各村（社区）、各企业服务站'],
    catchAlls: ['各有关部门', '镇各有关办（局）', '相关单位'],
  }
}
