/**
 * A name for the campaign that fits a header: the plan inside a transmittal title (…关于印发X的通知 → X), without what
 * only says that it is a plan. The full title stays with the plan.
 */
export function campaignNameOf(title: string): string {
  const inner = /关于(?:印发|转发|下发)[《]?(.+?)[》]?的通知$/.exec(title.trim())?.[1] ?? title.trim()
  const plain = inner.replace(/^《(.*)》$/, '$1').replace(/\s+/g, '')
  const named = plain.replace(/(?:的)?(?:工作)?(?:实施方案|行动方案|工作方案|实施意见|方案)$/, '')
  return named.length >= 4 ? named : plain
}
