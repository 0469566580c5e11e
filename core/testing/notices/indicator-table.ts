import type { Dice } from './dice.ts'
import { cellCovered, cellMerged, emptyDraft, type Draft } from './draft.ts'
import type { GoldIndicator } from './gold.ts'
import type { Place } from './units.ts'

const pool: Record<string, string[]> = {
  开办企业: ['办理环节', '办理耗时', '办理费用', '便利程度'],
  工程审批: ['审批环节', '审批时间', '申报材料', '满意度'],
  获得电力: ['接电环节', '接电时长', '接电成本'],
  用水用气: ['报装环节', '报装时长'],
  登记财产: ['登记环节', '登记便利度'],
  纳税: ['纳税时间', '纳税次数', '报税后流程'],
  跨境贸易: ['通关时间', '通关费用'],
  办理破产: ['审理周期', '府院联动'],
  执行合同: ['立案机制', '审判质效', '执行质效'],
  政务服务: ['网上办理能力', '事项便利度', '“好差评”', '信息公开'],
  市场监管: ['“双随机、一公开”', '企业诚信', '政务诚信', '综合监管（试点）'],
  知识产权: ['创造质量', '保护效果'],
  融资服务: ['首贷户数', '融资成本'],
  招标投标: ['电子化率', '公平竞争'],
}

const round = (n: number) => Math.round(n * 100) / 100
const show = (n: number) => String(round(n))

/** A table of indicators with weights (tabs, merged cells empty), with its answers. */
export function makeIndicatorTable(dice: Dice, place: Place): { draft: Draft; indicators: GoldIndicator[] } {
  const draft = emptyDraft()
  const form = dice.weigh([
    ['both', 6],
    ['parent-second', 2],
    ['leaf-only', 2],
    ['flat', 2],
    ['in-name', 0.7],
  ])
  const numbered = dice.pick(['in-name', 'column', 'none'])
  const unitsMerged = dice.chance(0.6)
  const weightHead = dice.pick(['分值', '权重', '权重（%）', '分值（总分100分）', '赋分'])
  const suffix = weightHead === '分值' && dice.chance(0.3) ? '分' : weightHead === '权重' && dice.chance(0.5) ? '%' : ''
  if (suffix) draft.tags.push(`indicator-weights:${suffix}`)
  const unitHead = dice.pick(['责任部门', '责任单位', '牵头部门', '牵头单位'])
  draft.tags.push(
    `indicators:${form}`,
    `indicator-numbers:${numbered}`,
    `indicator-units:${unitsMerged ? 'merged' : 'each'}`,
  )
  const names = dice.sample(Object.keys(pool), dice.int(4, 9))
  const indicators: GoldIndicator[] = names.map((name) => {
    const children =
      form === 'flat'
        ? []
        : dice
            .sample(pool[name] as string[], 4)
            .map((child) => ({ name: child, weight: dice.pick([0.5, 1, 1.5, 2, 2.25, 2.5, 3, 3.6, 4.5, 5]) }))
    const weight =
      children.length > 0 ? round(children.reduce((sum, c) => sum + c.weight, 0)) : dice.pick([4, 5, 8, 10, 12.5, 15])
    return { name, weight, responsible_departments: dice.sample(place.units, dice.int(1, 3)), children }
  })
  if (dice.chance(0.4)) indicators.push({ name: '创新事项', weight: 5, responsible_departments: [], children: [] })

  const no = numbered === 'column' ? ['序号'] : []
  const push = (cells: string[]) => draft.blocks.push({ text: cells.join('\t'), row: true })
  if (form === 'in-name') push([...no, '一级指标（分值）', '二级指标（分值）', unitHead])
  else if (form === 'flat') push([...no, dice.pick(['指标名称', '一级指标', '评价指标']), weightHead, unitHead])
  else if (form === 'leaf-only') push([...no, '一级指标', '二级指标', weightHead, unitHead])
  else if (form === 'parent-second') push([...no, '一级指标', weightHead, '二级指标', weightHead, unitHead])
  else push([...no, '一级指标', '二级指标', weightHead, cellCovered, unitHead])
  indicators.forEach((indicator, i) => {
    const number = numbered === 'column' ? [String(i + 1)] : []
    const name = (numbered === 'in-name' ? `${i + 1}.` : '') + indicator.name
    const units = indicator.responsible_departments.join('、')
    const rows = indicator.children.length > 0 ? indicator.children : [null]
    rows.forEach((child, k) => {
      const top = k === 0
      const lead = [...(number.length > 0 ? [top ? String(i + 1) : cellMerged] : []), top ? name : cellMerged]
      const unit = top || !unitsMerged ? units : cellMerged
      const own = top ? `${show(indicator.weight)}${suffix}` : cellMerged
      const leaf = child ? `${show(child.weight)}${suffix}` : ''
      const scored = (label: string, weight: number) => `${label}（${show(weight)}分）`
      if (form === 'in-name')
        push([
          ...lead.slice(0, -1),
          top ? scored(name, indicator.weight) : cellMerged,
          child ? scored(child.name, child.weight) : '',
          unit,
        ])
      else if (form === 'flat') push([...lead, own, unit])
      else if (form === 'leaf-only') push([...lead, child?.name ?? '', child ? leaf : own, unit])
      else if (form === 'parent-second') push([...lead, own, child?.name ?? '', leaf, unit])
      else push([...lead, child?.name ?? '', child ? own : '', child ? leaf : own, unit])
    })
  })
  if (form !== 'in-name' && dice.chance(0.3))
    push([
      ...no.map(() => ''),
      '合计',
      ...(form === 'flat' ? [] : ['']),
      show(indicators.reduce((sum, i) => sum + i.weight, 0)),
    ])
  return { draft, indicators }
}
