import { Link } from '@tanstack/react-router'
import type { VersionHeadRow } from '@yingshang/core/rules/contract'
import { dayText } from '../../ui/day.ts'

export const versionStateWords: Record<VersionHeadRow['state'], string> = {
  inForce: '现行',
  coming: '未生效',
  past: '已停用',
}

interface VersionListProps {
  readonly versions: readonly VersionHeadRow[]
  readonly shown: string
}

/** The history: every version with its days, who published it and why. Nothing is taken out of it. */
export function VersionList({ versions, shown }: VersionListProps) {
  return (
    <ol className="time-line" aria-label="历次版本">
      {versions.map((version) => (
        <li key={version.id}>
          <div className="row">
            <Link
              to="/rules"
              search={{ version: version.id } as never}
              aria-current={version.id === shown ? 'true' : undefined}
              className="strong"
            >
              第 {version.number} 版
            </Link>
            <span className={version.state === 'inForce' ? 'tag strong' : 'tag'}>
              {versionStateWords[version.state]}
            </span>
            <span>自 {dayText(version.validFrom)} 起</span>
          </div>
          <p className="small quiet">
            {version.publishedBy ? `${version.publishedBy}，` : ''}
            {dayText(version.publishedOn)} 发布
            {version.number > 1 && `，改动 ${version.changed} 项`}
          </p>
          {version.reason !== '' && <p className="small">原因：{version.reason}</p>}
        </li>
      ))}
    </ol>
  )
}
