import { Link, useParams } from '@tanstack/react-router'
import { awaitsNames, caseStatusNames } from '@yingshang/core/cases/labels.zh'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { useSession } from '../frame/session.tsx'
import { CaseDetail } from './case-detail.tsx'
import { useCase } from './use-case.ts'

/** One case as a page of its own. */
export function CasePage() {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const found = useCase(caseId).data
  const { office } = useSession()
  return (
    <Page
      title={found?.title ?? '办件'}
      state={found && `${found.number}　${found.awaits ? awaitsNames[found.awaits] : caseStatusNames[found.status]}`}
      trail={<Link to={office ? '/cases' : '/cases/mine'}>{office ? '办件' : '本单位办件'}</Link>}
      actions={<PrintButton />}
    >
      <CaseDetail caseId={caseId} />
    </Page>
  )
}
