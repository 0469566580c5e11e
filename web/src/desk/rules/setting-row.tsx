import type { RuleSetProblem } from '@yingshang/core/rules/rule-set-version'
import { ruleSetProblemSentence, settingNames } from '@yingshang/core/rules/labels.zh'
import type { NamedSetting } from '@yingshang/core/rules/settings'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useId, type ComponentType } from 'react'
import type { EditorProps } from './edit-controls.tsx'
import { editors } from './setting-editors.tsx'
import { SettingSource, type Clause } from './setting-source.tsx'
import { SettingValue } from './setting-value.tsx'

/** What the next version is to say in place of the newest. */
export interface Edit {
  readonly value: unknown
  /** As typed; empty: 本办自定. */
  readonly document: string
}

interface SettingRowProps {
  readonly now: NamedSetting
  readonly edit: Edit | undefined
  readonly problems: readonly RuleSetProblem[]
  readonly campaignId: string
  readonly clauses: readonly Clause[]
  readonly onEdit: (edit: Edit | undefined) => void
}

/** One setting: what it says now, and, once opened, what it is to say, on which document, and what is wrong with it. */
export function SettingRow({ now, edit, problems, campaignId, clauses, onEdit }: SettingRowProps) {
  const { path, setting } = now
  const name = settingNames[path]
  const id = useId()
  const Editor = editors[path] as ComponentType<EditorProps<unknown>>
  const wrong = edit ? problems : []
  return (
    <div
      className="rule-setting"
      role="group"
      aria-labelledby={id}
      aria-describedby={wrong.length > 0 ? `${id}-wrong` : undefined}
    >
      <b id={id}>{name}</b>
      <div className={edit ? 'quiet' : undefined}>
        {edit && '现在：'}
        <SettingValue path={path} value={setting.value} />
        <p className="small">
          <SettingSource source={setting.source} campaignId={campaignId} clauses={clauses} />
        </p>
      </div>
      <div>
        {edit ? (
          <Button size="small" aria-label={`不改了“${name}”`} onClick={() => onEdit(undefined)}>
            不改了
          </Button>
        ) : (
          <Button
            size="small"
            aria-label={`改“${name}”`}
            onClick={() => onEdit({ value: setting.value, document: '' })}
          >
            改
          </Button>
        )}
      </div>
      {edit && (
        <div className="rule-editor">
          <Editor label={name} value={edit.value} onChange={(value) => onEdit({ ...edit, value })} />
          {wrong.length > 0 && (
            <div id={`${id}-wrong`} className="wrong" role="alert">
              {[...new Set(wrong.map(ruleSetProblemSentence))].map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          )}
          <Input
            aria-label={`${name}：依据的文件`}
            placeholder="依据的文件和条款；不填就是本办自定"
            maxLength={120}
            value={edit.document}
            onChange={(event) => onEdit({ ...edit, document: event.target.value })}
          />
        </div>
      )}
    </div>
  )
}
