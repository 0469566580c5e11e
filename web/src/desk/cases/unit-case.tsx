import { Link } from '@tanstack/react-router'
import type { UnitCase } from '@yingshang/core/cases/unit-contract'
import { caseActionNames, caseKindNames, caseStatusNames, extensionStatusNames } from '@yingshang/core/cases/labels.zh'
import { offeredCaseActions } from '@yingshang/core/cases/case-actions'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { dayText } from '../../ui/day.ts'
import './cases.css'

const roleNames: Record<UnitCase['role'], string> = { lead: '承办', supporting: '配合', firstContact: '首问' }

/** One case of my unit: what it is, until when, why it came back, and the next step. */
export function UnitCaseLine({ found }: { found: UnitCase }) {
  const next = nextStep(found)
  return (
    <article className="my-part unit-case" aria-label={found.title}>
      <div className="row spread">
        <p>
          <Link to={`/cases/${found.id}`} className="strong">
            {found.title}
          </Link>
        </p>
        <div className="row">
          <span className="strong">{caseStatusNames[found.status]}</span>
          {found.alert !== 'none' && <AlertMark level={found.alert} left={found.timeLeft} />}
        </div>
      </div>
      <p className="small quiet">
        <span className={found.role === 'lead' ? 'tag strong' : 'tag'}>{roleNames[found.role]}</span>　
        <span className="keep">{found.number}</span>　{caseKindNames[found.kind]}
        {found.head && `　${found.head.name}`}
        {found.role !== 'lead' && found.leadUnit && `　牵头 ${found.leadUnit.name}`}
        {found.round > 1 && `　第 ${found.round} 轮`}
        {found.extension && `　延期${extensionStatusNames[found.extension]}`}
      </p>
      <p>
        {found.dueOn === null ? <span className="quiet">现在不计时</span> : `${dayText(found.dueOn)}到期`}
        {next && <span>　下一步：{next}</span>}
      </p>
      {found.returned !== null && <p className="strong said">退回修改：{found.returned}</p>}
      {found.urgedOn && <p className="official">{found.urgedOn} 营商办催办</p>}
    </article>
  )
}

/** The first thing this person may do. */
function nextStep({ actions, status, role }: UnitCase): string | undefined {
  const names = actions.filter((one) => one.allowed).map((one) => one.name)
  const work = status === 'signed' ? ['reportResult', 'draft', 'givePart'] : undefined
  const name = work?.find((one) => names.includes(one)) ?? names[0]
  const known = offeredCaseActions.find((one) => one === name)
  if (known === undefined) return role === 'lead' && status === 'drafted' ? '等负责人签发' : undefined
  if (known === 'reportResult' && status === 'drafted') return '签发'
  return caseActionNames[known]
}
