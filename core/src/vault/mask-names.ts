import type { Found } from './mask-reasons.ts'

// The commonest family names of the 2020 census report of the Ministry of Public Security and the common double ones.
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺'
const doubled = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|宇文|长孙|端木|百里|南宫|独孤|轩辕'
const given = '[\\u4e00-\\u9fff]'
const family = `(?:${doubled}|[${single}])`

/** A name cannot go on with these: they begin the next word of the sentence. */
const notGiven =
  '的是在有我他她们你您这那和与及或并但因为于到从被把向对将就也都又还很太最请要想能会可已已经去来了过着吗呢吧啊电话手机住址家身公司个男女系今去每反映投诉举报联系现'
const givenName = `(?:(?![${notGiven}])${given})`

const cues = [
  '我叫',
  '我的名字叫',
  '我名叫',
  '名叫',
  '本人叫',
  '本人姓名',
  '本人是',
  '本人',
  '我是',
  '我姓名',
  '姓名',
  '名字',
  '联系人',
  '经办人',
  '投诉人',
  '举报人',
  '反映人',
  '申请人',
  '申诉人',
  '委托人',
  '代理人',
  '法定代表人',
  '法人代表',
  '法人',
  '店主',
  '户主',
  '业主',
  '老板',
  '负责人',
  '经营者',
  '股东',
  '签名',
  '落款',
  '署名',
  '收件人',
  '家属',
  '丈夫',
  '妻子',
  '爱人',
  '儿子',
  '女儿',
  '父亲',
  '母亲',
  '哥哥',
  '弟弟',
  '姐姐',
  '妹妹',
  '邻居',
  '朋友',
  '同事',
  '员工',
  '职工',
  '房东',
  '租客',
  '承租人',
  '客户',
  '司机',
  '工人',
  '村民',
  '经理',
  '会计',
  '请联系',
  '可联系',
]
/** After these a word may be anything; the others nearly always bring a name. */
const weakCues =
  /(?:我是|本人是|本人|老板|负责人|法人|名字|业主|家属|丈夫|妻子|爱人|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|邻居|朋友|同事|员工|职工|房东|租客|客户|司机|工人|村民|经理|会计|请联系|可联系)$/u

const cuePattern = new RegExp(`(${cues.join('|')})(?:\\s|[是为叫::,,((\\[【/]){0,3}(${family}${givenName}{1,3})`, 'gu')
const closing =
  /^(?:[\s,,。.;;、!!??::))\]】\d(("“/]|$|先生|女士|小姐|的|是|和|与|在|于|因|从|向|对|将|就|被|把|要|想|来|去|电话|手机|住|家|身份证|联系|反映|投诉|举报|男|女|于|到|今|现|也|有|不|没|开|经营|租|系|等|说|称|已|一|本|为|我|欠|拖|给|让|说|骗|拿|收|同|带|年|今年)/u

/** Words that begin like a name and are none. */
const notNames =
  /^(?:高兴|高度|安全|安置|方面|方便|方式|任何|任职|成立|成功|时间|时候|强烈|强制|项目|向上|关于|关心|关注|单位|单独|计划|计算|万元|商户|商店|商铺|商家|金额|常年|常住|江苏|江西|江南|安徽|海南|云南|明天|明确|应该|应当|经常|来自|和谐|都是|都在|全部|全体|全家|全县|全市|原来|原告|原因|原先|官方|花钱|解决|车主|车辆|房东|房子|房主|边上|查询|何时|何地|白天|白酒|田地|石材|文件|文化|温州|路边|路口|管理|管委|连云|连续|苏州|徐州|常州|宁波|包工|包装|司机|古镇|池塘|简单|简易|党员|党委|农民|居民|个体|周边|周围|周末|周一|周二|周三|周四|周五|游客|华东|马上|马路|左右|左边|台湾|保安|保证|银行|楚州|易于|黄金|叶片|牛奶|米面|康复|严重|严格|曾经|曾在|白白|童装|广告|钟表|毛巾|汤山|汪洋|季度|平时|段时间|史上|孔子|应聘|封闭|屠宰|谈话|计生|符合|连锁|全国|单身|万分|余下|余额|许多|许可|高价|高新|高中|高速|高级|金融|常务|安装|安排|于是|向来|程序|程度|范围|章程|管道|任务|石化|水产|齐全|祝愿|成品|项下|向您|石膏|和我|来信|来访|明知|官员|应收|全年|时常|解释|单价|查处|查封|都没|保护|保险|原本|乐意|习惯)/u

/** Names after the words that introduce one. A name found once is covered wherever it stands. */
export function namesIn(text: string): Found[] {
  const names = new Set<string>()
  for (const match of text.matchAll(cuePattern)) {
    const word = match[2]!
    if (notNames.test(word)) continue
    const after = match.index + match[0].length
    const name = longestThatCloses(text, after - word.length, word, weakCues.test(match[1]!))
    if (name) names.add(name)
  }
  for (const kin of text.matchAll(beforeKin)) if (!notNames.test(kin[1]!)) names.add(kin[1]!)
  for (const commissioned of text.matchAll(commission)) names.add(commissioned[1]!)
  for (const signed of text.matchAll(signature)) if (!notNames.test(signed[1]!)) names.add(signed[1]!)
  return everywhere(text, [...names], 'name')
}

/** 某某某是我丈夫. */
const beforeKin = new RegExp(
  `(?<![\\u4e00-\\u9fff])(${family}${given}{1,2})是我的?(?:丈夫|妻子|爱人|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|老板|员工|同事|朋友|邻居)`,
  'gu',
)
/** 受某某某委托. */
const commission = new RegExp(`受(${family}${givenName}{1,2})的?委托`, 'gu')

/** A line of its own at the end, with or without a day: 某某某 2022年3月5日. */
const signature = new RegExp(
  `\\n[\\s\\u3000]*(${family}${given}{1,2})[\\s\\u3000]*(?:\\n?[\\s\\u3000]*\\d{4}[年./-]\\d{1,2}[月./-]\\d{1,2}日?)?[\\s\\u3000]*$`,
  'gu',
)

function longestThatCloses(text: string, start: number, word: string, weak: boolean): string | undefined {
  const least = new RegExp(`^(?:${doubled})`, 'u').test(word) ? 3 : 2
  for (let length = Math.min(word.length, least + 1); length >= least; length--) {
    if (closing.test(text.slice(start + length, start + length + 3))) return word.slice(0, length)
  }
  // Nothing closes it: after a strong cue the usual three signs are covered rather than left.
  return weak ? undefined : word.slice(0, Math.min(word.length, least + 1))
}

/** Every place where one of these words stands; words of one sign are never looked for. */
export function everywhere(text: string, words: readonly string[], reason: Found['reason']): Found[] {
  const found: Found[] = []
  for (const word of words) {
    if (word.length < 2) continue
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, reason })
  }
  return found
}
