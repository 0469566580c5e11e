import type { Dice } from '@yingshang/core/kernel/dice'

/** Made sentences of the demo. `{t}` is the task's title, `{n}` a small number, `{m}` a larger one, `{u}` the unit. */
const early = [
  '已召开专题会议研究“{t}”，明确分管负责人和经办科室，列出 {n} 项具体工作。',
  '已梳理“{t}”涉及的 {n} 个事项，完成现状摸底，形成问题清单。',
  '到周边县区学习“{t}”的做法，整理可借鉴的措施 {n} 条，正在起草本单位方案。',
  '“{t}”工作方案已经起草，正在征求相关科室意见，已收到修改建议 {n} 条。',
  '建立“{t}”工作台账，按周登记进度，首批 {n} 项已落实到人。',
  '走访企业 {m} 家，围绕“{t}”收集意见 {n} 条，正在逐条研究。',
]
const midway = [
  '“{t}”已完成 {n} 项，其余按计划推进；本期办理 {m} 件，没有收到不满意反映。',
  '会同相关单位召开协调会 {n} 次，“{t}”的数据对接已经打通，进入试运行。',
  '“{t}”试运行正常，窗口人员培训 {n} 场、{m} 人次，操作手册已经印发。',
  '已印发“{t}”实施细则，办事指南同步更新，线上线下口径一致。',
  '“{t}”本期惠及企业 {m} 家，平均办理时间比上期缩短，遗留问题 {n} 个正在解决。',
  '针对调度指出的问题完成整改 {n} 项，“{t}”整体进度正常。',
  '“{t}”受系统升级影响，{n} 个环节暂由人工流转，预计两周内恢复。',
]
const finishing = [
  '“{t}”主要工作已经完成，正在整理佐证材料，准备报送完成情况。',
  '“{t}”各项指标达到要求，抽查 {m} 件全部合格，正在做最后一次自查。',
  '完成“{t}”回访 {m} 家，企业反映较好，{n} 条建议已经采纳。',
  '“{t}”长效机制文件已经定稿，等候单位负责人审签。',
]
const results = [
  '“{t}”已按要求完成：明确责任科室和流程，办理 {m} 件，佐证材料已归档，下一步转为日常工作。',
  '“{t}”完成。共落实措施 {n} 项，更新办事指南 {n} 份，走访企业 {m} 家，未发现新的问题。',
  '“{t}”各项工作已经落实，印发文件 {n} 份，培训 {m} 人次，系统运行稳定，请予核查。',
  '已完成“{t}”，本单位自查合格。涉及的 {n} 个环节全部理顺，平均办理时间明显缩短，附情况说明。',
]
const rounds = [
  '本季度“{t}”已开展 {n} 次，覆盖企业和窗口 {m} 家，发现问题 {n} 个，已全部交办。',
  '本季度已按要求开展“{t}”，参加人员 {m} 人次，形成情况报告 {n} 份。',
]
const conclusions = [
  '全年坚持推进“{t}”，制度和流程运行平稳，共办理 {m} 件，建议转入常态。',
  '“{t}”年度小结：落实措施 {n} 项，企业回访 {m} 家，没有反弹，申请转入常态管理。',
]
const inner = [
  '科室已按分工完成“{t}”的具体工作，办理 {m} 件，材料已整理，请汇总。',
  '已完成“{t}”涉及本科室的 {n} 项工作，附明细，请汇总上报。',
]

export const returnReasons = [
  '佐证材料不全，只有文字说明。请补充文件、截图或者台账后再报。',
  '完成情况写得笼统，请逐项写明做了什么、办了多少件、效果怎样。',
  '抽查发现办事指南还没有更新，与报送内容不一致。请核实整改后再报。',
  '只写了计划，没有写结果。请在工作完成以后报送。',
  '企业回访中仍有意见，请先解决再报送，并附回访记录。',
]
export const secondReturnReasons = ['补充的材料仍缺 9 月以后的数据，请补齐。', '整改照片与现场不符，请重新核实。']
export const draftBackReasons = [
  '数据与上次调度口径不一致，请核对后再送签。',
  '请补充具体案例和办理件数，文字再精炼一些。',
]
export const dateReasons = [
  '涉及的业务系统由上级统一升级，接口开放时间推迟，需要顺延。',
  '需要与多个单位联合发文，会签尚未完成，申请适当延长。',
  '招标采购程序未走完，设备到货时间晚于预期，申请顺延。',
  '按上级新要求需要扩大试点范围，现有时间不足，申请延长。',
]
export const unitReasons = ['机构职能已经调整，这项工作现由对方单位负责，申请改由其办理。']
export const approvals = ['情况属实，同意。请按新的期限抓紧办理。', '同意顺延一次，不再延期。', '经核实，同意调整。']
export const refusals = [
  '其他单位同样受影响，已按期完成，不同意延期，请抓紧办理。',
  '理由不充分，期限不变。确有困难的，请分管负责人到营商办当面说明。',
]
export const passNotes = ['请按期完成并附明细，单位统一汇总。', '请牵头科室办理，遇到问题及时反馈。']
export const runNotes = '请填写本月实际进展，没有进展的说明原因和下一步打算。'

export function runTitle(month: number): string {
  return `2022年${month}月调度`
}

/** A made address on a reserved name: nobody takes it for a real one. */
export function publicationPlace(title: string, dice: Dice): string {
  return `县政府门户网站优化营商环境专栏《${title}》（示例地址 https://www.county.example/yshj/${dice.int(1000, 9999)}.html）`
}

type Tone = 'early' | 'midway' | 'finishing' | 'result' | 'round' | 'conclusion' | 'inner'
const tones: Readonly<Record<Tone, readonly string[]>> = {
  early,
  midway,
  finishing,
  result: results,
  round: rounds,
  conclusion: conclusions,
  inner,
}

export function sentence(tone: Tone, title: string, dice: Dice): string {
  return dice
    .pick(tones[tone])
    .replaceAll('{t}', title)
    .replaceAll('{n}', () => String(dice.int(2, 9)))
    .replaceAll('{m}', () => String(dice.int(12, 86)))
}

/** A few lines of evidence as a text file. */
export function evidence(title: string, unit: string, day: string, dice: Dice): { name: string; text: string } {
  const lines = Array.from(
    { length: dice.int(3, 6) },
    (_, place) => `${place + 1}. ${sentence(place === 0 ? 'early' : 'midway', title, dice)}`,
  )
  const head = [`${unit}关于“${title}”的完成情况说明`, `（演示材料，${day}）`, '']
  return { name: `${title}完成情况说明.txt`, text: [...head, ...lines, ''].join('\r\n') }
}
