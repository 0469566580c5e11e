import type { PlanPackage } from '@yingshang/core/plans/package'

const kinds = { indicator: '指标', satisfaction: '满意度', innovation: '创新' } as const

/** The hundred points: headings, their parts, weights and the units in charge. */
export function IndicatorTree({ indicators }: { indicators: PlanPackage['indicators'] }) {
  const sum = indicators.reduce((total, one) => total + one.weight, 0)
  return (
    <table className="list" aria-label="考核指标">
      <thead>
        <tr>
          <th>序号</th>
          <th>指标</th>
          <th className="only-wide">类别</th>
          <th>责任单位</th>
          <th className="number">分值</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((one) => [
          <tr key={one.no + one.name}>
            <td>{one.no}</td>
            <td className="strong">{one.name}</td>
            <td className="only-wide quiet">{kinds[one.kind]}</td>
            <td>{one.units.join('、')}</td>
            <td className="number strong">{one.weight}</td>
          </tr>,
          ...one.children.map((child) => (
            <tr key={one.no + one.name + child.name}>
              <td />
              <td style={{ paddingLeft: 16 }}>{child.name}</td>
              <td className="only-wide" />
              <td>{child.units.join('、')}</td>
              <td className="number">{child.weight}</td>
            </tr>
          )),
        ])}
        <tr>
          <td colSpan={4} className="strong">
            合计
          </td>
          <td className="number strong">{Number(sum.toFixed(4))}</td>
        </tr>
      </tbody>
    </table>
  )
}
