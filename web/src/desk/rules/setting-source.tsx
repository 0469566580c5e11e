import { selfSetMark } from '@yingshang/core/rules/labels.zh'
import type { SettingSource as Source } from '@yingshang/core/rules/setting'
import { ClauseLink } from '../../ui/clause-link.tsx'

export interface Clause {
  readonly id: string
  readonly number: string
  readonly heading: string
}

interface SettingSourceProps {
  readonly source: Source
  readonly campaignId: string | null
  readonly clauses: readonly Clause[]
}

/** Where a value comes from: the clause, one tap away; another document by its name; or the office itself. */
export function SettingSource({ source, campaignId, clauses }: SettingSourceProps) {
  if (source.kind === 'selfSet') return <span className="quiet">{selfSetMark}</span>
  if (source.kind === 'document') return <span>{source.document}</span>
  const clause = clauses.find(({ id }) => id === source.clause)
  const name = clause ? `${clause.number}${clause.heading}` : '方案条款'
  if (campaignId === null) return <span>{name}</span>
  return (
    <ClauseLink campaignId={campaignId} clauseId={source.clause}>
      {name}
    </ClauseLink>
  )
}
