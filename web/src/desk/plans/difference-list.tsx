import { changedFieldNames } from '@yingshang/core/plans/labels.zh'
import type { Plan } from './plan-draft.ts'

const words = { new: '新增', changed: '改动', gone: '不再列出', same: '不变' } as const

/** A revision beside the running plan: what is new, changed, gone; unchanged tasks only as a count. */
export function DifferenceList({ plan }: { plan: Plan }) {
  const same = plan.differences.filter((one) => one.kind === 'same').length
  return (
    <div className="stack tight">
      <p className="quiet">
        {(['new', 'changed', 'gone'] as const)
          .map((kind) => `${words[kind]} ${plan.differences.filter((one) => one.kind === kind).length} 项`)
          .join('，')}
        ，不变 {same} 项。已办的工作都保留。
      </p>
      <ul className="plain">
        {plan.differences
          .filter((one) => one.kind !== 'same')
          .map((one) => (
            <li key={`${one.kind}-${one.no}-${one.title}`} className="understood-task" style={{ padding: '8px 0' }}>
              <span className="tag strong">{words[one.kind]}</span>{' '}
              <span className="strong">
                {one.no}　{one.title}
              </span>
              {one.changes.map((change) => (
                <p key={change.field} className="small">
                  {changedFieldNames[change.field]}：<del className="quiet">{change.before === '' ? '（空）' : change.before}</del> →{' '}
                  {change.after === '' ? '（空）' : change.after}
                </p>
              ))}
            </li>
          ))}
      </ul>
    </div>
  )
}
