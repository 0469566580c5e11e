import { Link, useNavigate } from '@tanstack/react-router'
import { listRuleSets, previewRuleSet, publishRuleSet, readRuleSetVersion } from '@yingshang/core/rules/contract'
import { groupOfSetting, settingGroups } from '@yingshang/core/rules/setting-groups.zh'
import { settingsOf, type SettingPath } from '@yingshang/core/rules/settings'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { useDraft } from '../../ui/draft-keeper.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { useSession } from '../frame/session.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { PublishVersion } from './publish-version.tsx'
import { RulePreview } from './rule-preview.tsx'
import './rules.css'
import { SettingRow, type Edit } from './setting-row.tsx'
import { useSettled } from './use-settled.ts'

type Versions = z.output<typeof listRuleSets.reply>
type Version = z.output<typeof readRuleSetVersion.reply>

/** 编辑下一版: the newest version with what is to change, what that does, and the publication. */
export function NextVersionPage() {
  const { campaign } = useSession()
  const list = useRead(
    listRuleSets,
    { params: { campaignId: campaign?.id ?? '' } },
    { enabled: campaign !== undefined },
  )
  const newest = list.data?.versions[0]
  const base = useRead(
    readRuleSetVersion,
    { params: { versionId: newest?.id ?? '' } },
    { enabled: newest !== undefined },
  )
  return (
    <Page
      title="编辑下一版规则"
      trail={<Link to="/rules">规则</Link>}
      state={
        newest &&
        `从第 ${newest.number} 版改起。发布后自选定的日期起生效，已经在办的仍按原来的版本；发布过的版本不能再改。`
      }
    >
      {!campaign && <p className="notice">还没有规则。发布方案后，规则随方案建立，再到这里改。</p>}
      {list.data?.mayPreview.refusal && <p className="notice">{sayRefusal(list.data.mayPreview.refusal)}</p>}
      {campaign && list.data?.mayPreview.allowed !== false && (
        <Loaded query={list}>
          {(versions) => (
            <Loaded query={base}>
              {(version) => (
                <VersionForm key={version.head.id} campaignId={campaign.id} versions={versions} base={version} />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Page>
  )
}

interface Draft {
  readonly validFrom: string
  readonly reason: string
  readonly edits: Readonly<Partial<Record<SettingPath, Edit>>>
}

interface VersionFormProps {
  readonly campaignId: string
  readonly versions: Versions
  readonly base: Version
}

function VersionForm({ campaignId, versions, base }: VersionFormProps) {
  const { me } = useSession()
  const navigate = useNavigate()
  const empty: Draft = { validFrom: versions.nextFrom, reason: '', edits: {} }
  const draft = useDraft<Draft>(`${me.personId}.rules.${campaignId}`, empty)
  const { validFrom, reason, edits } = draft.value
  const [exampleDay, setExampleDay] = useState<string>()
  const set = (part: Partial<Draft>) => draft.change({ ...draft.value, ...part })
  const setEdit = (path: SettingPath, edit: Edit | undefined) => {
    const { [path]: _old, ...others } = edits
    set({ edits: edit ? { ...others, [path]: edit } : others })
  }
  const proposal = { base: base.head.id, validFrom, edits: sent(edits) }
  const shownDay = exampleDay ?? validFrom
  const asked = useSettled({ ...proposal, exampleDay: shownDay })
  const preview = useRead(previewRuleSet, { params: { campaignId }, body: asked }, { keep: true })
  const stale = preview.isFetching || JSON.stringify(asked) !== JSON.stringify({ ...proposal, exampleDay: shownDay })
  const publish = useCommand(publishRuleSet)
  const problems = preview.data?.problems ?? []
  const settings = settingsOf(base.ruleSet)
  const send = async () => {
    const done = await publish.send({ params: { campaignId }, body: { ...proposal, reason } })
    if (!done) return
    draft.clear()
    void navigate({ to: '/rules', search: { version: done.versionId } as never })
  }
  return (
    <div className="rule-form">
      <div>
        {draft.restored && (
          <p className="notice">
            上次没有发布的改动还在这里。{' '}
            <button type="button" className="as-link" onClick={draft.clear}>
              全部不要，从头改
            </button>
          </p>
        )}
        <Section title="参照其他地方">
          <p className="small quiet">
            选一个地方，它公开的规定会填进下面对应的各项，并写明依据；其余各项不动。填好以后还可以再改。
          </p>
          <PlaceChoice
            onTake={({ settings: taken }) =>
              set({
                edits: {
                  ...edits,
                  ...Object.fromEntries(
                    taken.map(({ path, value, document = '' }) => [path, { value, document } satisfies Edit]),
                  ),
                },
              })
            }
          />
        </Section>
        {settingGroups.map(([group, title]) => (
          <Section key={group} title={title}>
            {settings
              .filter(({ path }) => groupOfSetting[path] === group)
              .map((now) => (
                <SettingRow
                  key={`${now.path} ${draft.restored}`}
                  now={now}
                  edit={edits[now.path]}
                  problems={problems.filter(({ path }) => `${path}.`.startsWith(`${now.path}.`)) as never}
                  campaignId={campaignId}
                  clauses={base.clauses}
                  onEdit={(edit) => setEdit(now.path, edit)}
                />
              ))}
          </Section>
        ))}
      </div>
      <aside className="rule-preview" aria-label="预览和发布" aria-busy={stale || undefined}>
        <Section title="预览和发布">
          <PublishVersion
            validFrom={validFrom}
            nextFrom={versions.nextFrom}
            reason={reason}
            problems={problems as never}
            nothing={proposal.edits.length === 0}
            refusal={versions.mayPublish.refusal}
            busy={publish.busy}
            problem={publish.problem}
            onChange={set}
            onPublish={() => void send()}
            willHappen={`第 ${base.head.number + 1} 版自 ${dayText(validFrom)} 起生效，改动 ${preview.data?.differences.length ?? 0} 项。发布后不能修改，也不能撤回。`}
          />
          {proposal.edits.length > 0 && (
            <Loaded query={preview}>
              {(found) =>
                found.differences.length === 0 ? (
                  <p className="quiet">改正以后，这里显示改了什么、日期怎么变。</p>
                ) : (
                  <RulePreview
                    preview={found}
                    campaignId={campaignId}
                    clauses={base.clauses}
                    exampleDay={shownDay}
                    onExampleDay={setExampleDay}
                  />
                )
              }
            </Loaded>
          )}
        </Section>
      </aside>
    </div>
  )
}

/** The edits as the route takes them; a document of one letter is none yet. */
function sent(edits: Draft['edits']) {
  return (Object.entries(edits) as [SettingPath, Edit][]).map(([path, { value, document }]) =>
    document.trim().length < 2 ? { path, value } : { path, value, document: document.trim() },
  )
}
