import { wordsIn, type Dice } from './dice.ts'

/** Made titles and body sentences in the manner of such notices, put together from pieces; nothing is quoted. */
const verbs = wordsIn(`
  推进 深化 优化 完善 规范 提升 做好 加强 改进 加快 持续做好 全面推行 探索 落实 巩固
`)
const matters = wordsIn(`
  企业迁移登记服务 “一照多址”登记 歇业备案办理 企业名称自主申报 印章刻制联办 银行开户预约 施工许可分段办理
  联合踏勘 竣工验收联办 用地清单制管理 管线迁改协调 低压小微接电服务 停电预告 用水报装服务 燃气接入服务
  存量房过户联办 带押过户 不动产登记查询 税费申报提醒 退税办理 发票额度调整 出口退税备案 通关预约查验 外贸企业辅导
  融资需求对接 首贷服务 续贷服务 信用修复 信用承诺 失信清理 政府采购履约保函 招标计划提前公开 保证金退还 电子开标
  合同网签 破产案件快速审理 商事案件调解 涉企执行 涉企案件回访 扫码入企检查 检查事项合并 “综合查一次”
  首违不罚清单 处罚裁量基准 包容审慎监管 知识产权质押 商标指导 专利快速预审 科技成果对接 用工余缺调剂 技能培训补贴
  人才公寓配租 子女入学服务 外籍人员办证 12345涉企工单 “企业服务日”活动 政策兑现 “免申即享”事项 政策体检
  公平竞争审查 清欠台账 价格收费公示 中介服务超市 证明事项清理 电子证照共享 数据目录 自助服务终端 帮办代办队伍
  “一件事”联办 “高效办成一件事” 跨区域通办 窗口作风 “好差评”整改 园区赋权事项 标准地出让 环评打捆审批
  排污许可 消防验收指导 物流通道 充电设施布点 5G站址开放 首问负责制 牵头部门会商 主体责任清单 窗口责任公示
  延时服务（试点） 工作日午间不打烊 消防通道清理 河道保洁 垃圾分类投放 扬尘管控 食品抽检 校园周边整治 老旧小区改造
  农村公路养护 燃气管网排查 防汛物资储备 直播助农 非遗工坊 公交线网调整 停车泊位共享 夜间经济街区 “一网通办”事项
`)
const ends = ['', '', '机制', '改革', '工作', '质效', '水平', '流程']
const bodies = wordsIn(`
  逐项梳理办理环节，能合并的合并，能取消的取消 在服务大厅设置专门窗口，安排专人引导
  对照先进地区做法，每项明确一名联系人 把申请材料压减到3份以内 办理时间由5个工作日压缩至2个工作日
  一是建立台账，二是逐户走访，三是定期通报 重点解决“多头跑”“反复跑”等问题 对个体工商户（含家庭农场）同样适用
  依托省统一平台汇集数据，不再要求重复填报 按月通报办理情况，对排名靠后的约谈提醒 推动水、电、气、网联合报装
  落实《优化营商环境条例》有关规定 由窗口统一收件、后台分类流转 选取2—3个园区先行试点，成熟后全面铺开
  会同金融机构开展专题对接 满意度保持在98%以上 建立“红黄绿”三色提醒 对发现的问题立行立改
  制作一图读懂和办事视频，方便企业查询 扩大电子印章使用范围（涉密事项除外） 全年开展不少于4次专题培训
  税务、社保等数据实时共享 公布咨询电话和邮箱 完善容缺受理清单；明确补正时限 形成可复制的做法3项以上
  确保平均响应时间不超过30分钟 具体事项按目录执行（目录另行公布） 由窗口负责统一答复 各单位每月25日前报送进展情况
  建立由分管领导牵头的工作专班 做到“三个一”：一窗受理、一表申请、一次办结 首次接待的部门要跟踪到底
`)
const goals = wordsIn(`
  坚持企业视角 对标先进地区 聚焦难点堵点 强化协同配合 突出数字赋能 注重群众评价 守住安全底线 加强组织统筹
  严格督导问效 浓厚宣传氛围 压实工作责任 健全保障机制
`)
const goalBodies = wordsIn(`
  把企业满意作为检验工作的标准，想问题、办事情都从企业出发。 找准差距，补齐短板，形成特色。
  各单位要主动认领，不推不拖，协同发力。 用好各类媒体，及时发布进展，营造良好氛围。
  主要负责同志要亲自过问，分管负责同志要具体抓。 对进展慢、成效差的予以通报。 力争到年底各项指标进入全省前列。
  领导小组办公室负责日常协调，各单位明确1名联络员。 牵头单位要切实负起责任，配合单位要积极支持。
  建立周调度、月通报制度，及时协调解决困难。
`)

export interface Sentences {
  /** A title not given before by this source. */
  title(): string
  /** A title of one whole sentence with commas. */
  sentence(): string
  /** Zero or more body sentences, each ending in 。 */
  body(least: number, most: number): string
  principle(): { title: string; body: string }
  heading(): string
}

const sections = wordsIn(`
  打造高效政务环境 营造公平市场环境 建设规范法治环境 强化要素保障 提升企业服务 优化审批流程 加强信用监管
  促进创新创业 降低经营成本 扩大开放合作 完善监管体系 健全沟通机制
`)

export function makeSentences(dice: Dice): Sentences {
  const order = dice.sample(matters, matters.length)
  const headings = dice.sample(sections, sections.length)
  let given = 0
  const matter = () => order[given++ % order.length] as string
  return {
    title: () => dice.pick(verbs) + matter() + dice.pick(ends),
    sentence: () =>
      `${dice.pick(verbs)}${matter()}，${dice.pick(['逐步扩大覆盖面', '实现线上线下同标准办理', '对符合条件的企业应办尽办', '方便企业就近办理', '做到一次告知、一次办好'])}`,
    body: (least, most) =>
      dice
        .sample(bodies, dice.int(least, most))
        .map((s) => `${s}。`)
        .join(''),
    principle: () => ({ title: dice.pick(goals), body: dice.sample(goalBodies, dice.int(1, 2)).join('') }),
    heading: () => headings.pop() ?? dice.pick(sections),
  }
}
