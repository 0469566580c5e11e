import { listRuleSets, readRuleSetVersion, type VersionHeadRow } from '@yingshang/core/rules/contract'
import { settingGroups } from '@yingshang/core/rules/setting-groups.zh'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { PlanTabs } from './plan-tabs.tsx'
import './rules.css'
import { SettingTables, showGroup } from './setting-table.tsx'
import { VersionList, versionStateWords } from './version-list.tsx'

/** 规则: every setting of the version in force, or of the one chosen, with its source; the versions; what changed. */
export function RulesPage() {
  const { campaign } = useSession()
  if (!campaign)
    return (
      <Page title="规则" state="办理时限、受理条件、预警和督办，都按这里的规则走。">
        <PlanTabs here="/rules" />
        <EmptyState title="还没有规则">发布方案后，方案写明的时限带着条款成为规则，没有写明的由本办自定。</EmptyState>
      </Page>
    )
  return <RulesOf campaignId={campaign.id} />
}

function RulesOf({ campaignId }: { campaignId: string }) {
  const [{ version }] = useUrlState({ version: 'text' } as const)
  const list = useRead(listRuleSets, { params: { campaignId } })
  const shown = list.data && (list.data.versions.find(({ id }) => id === version) ?? inForce(list.data.versions))
  return (
    <Page
      title="规则"
      state={shown && sentence(shown)}
      actions={
        <>
          {list.data?.mayPreview.allowed && (
            <LinkButton to="/rules/next" primary>
              编辑下一版
            </LinkButton>
          )}
          <PrintButton />
        </>
      }
    >
      <PlanTabs here="/rules" />
      <Loaded query={list}>
        {(found) => shown && <Version key={shown.id} versions={found.versions} shown={shown} />}
      </Loaded>
    </Page>
  )
}

function Version({ versions, shown }: { versions: readonly VersionHeadRow[]; shown: VersionHeadRow }) {
  const read = useRead(readRuleSetVersion, { params: { versionId: shown.id } }, { keep: true })
  return (
    <Loaded query={read}>
      {({ ruleSet, campaignId, clauses, differences }) => (
        <div className="rule-page">
          <aside className="rule-versions no-print">
            <Section title="历次版本">
              <VersionList versions={versions} shown={shown.id} />
            </Section>
            <Section title="本页内容">
              <ul className="plain rule-contents">
                {settingGroups.map(([group, title]) => (
                  <li key={group}>
                    <button type="button" className="as-link" onClick={() => showGroup(group)}>
                      {title}
                    </button>
                  </li>
                ))}
              </ul>
            </Section>
          </aside>
          <div>
            {differences.length > 0 && (
              <Section title={`与第 ${shown.number - 1} 版的不同`}>
                <DifferenceTable
                  label="与上一版的不同"
                  differences={differences}
                  campaignId={campaignId}
                  clauses={clauses}
                />
              </Section>
            )}
            <SettingTables
              ruleSet={ruleSet}
              campaignId={campaignId}
              clauses={clauses}
              changed={new Set(differences.map(({ path }) => path))}
            />
          </div>
        </div>
      )}
    </Loaded>
  )
}

function inForce(versions: readonly VersionHeadRow[]): VersionHeadRow | undefined {
  return versions.find(({ state }) => state === 'inForce') ?? versions.at(-1)
}

function sentence({ number, state, validFrom, selfSet }: VersionHeadRow): string {
  return `第 ${number} 版，${versionStateWords[state]}，自 ${dayText(validFrom)} 起。其中 ${selfSet} 项为本办自定，其余有条款或文件依据。`
}
