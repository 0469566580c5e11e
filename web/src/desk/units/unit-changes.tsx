import Button from 'antd/es/button'
import { useState } from 'react'
import { Section } from '../../ui/page.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { AliasForm, MoveForm, RenameForm } from './unit-change-forms.tsx'
import type { UnitDetail } from './unit-detail.ts'
import { CloseForm, MergeForm } from './unit-end-forms.tsx'

const changes = {
  rename: { title: '改名', Form: RenameForm, says: '原来的名称保留为别的叫法' },
  alias: { title: '别的叫法', Form: AliasForm, says: '文件里的其他写法，导入时认得出' },
  move: { title: '移到另一个上级', Form: MoveForm, says: '内设机构和下属单位一起移动' },
  merge: { title: '并入另一个单位', Form: MergeForm, says: '人员和没办结的任务一并转过去，不能撤回' },
  close: { title: '撤销', Form: CloseForm, says: '不再交办任务给它，不能撤回' },
} as const
type Change = keyof typeof changes

/**
 * Rename, other names, another place in the tree, merger, closing: each behind its own button, never side by side.
 * The panel outlives the buttons: after a merger it says what is left to settle.
 */
export function UnitChanges({ detail }: { detail: UnitDetail }) {
  const [doing, setDoing] = useState<Change>()
  const { title, Form } = changes[doing ?? 'rename']
  const close = () => setDoing(undefined)
  return (
    <>
      {detail.unit.active && (
        <Section title="变更" screenOnly>
          <ul className="plain change-list">
            {(Object.keys(changes) as Change[]).map((change) => (
              <li key={change}>
                <Button danger={change === 'close' || change === 'merge'} onClick={() => setDoing(change)}>
                  {changes[change].title}
                </Button>
                <span className="quiet">{changes[change].says}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {doing && (
        <SidePanel title={`${detail.unit.shortName}：${title}`} onClose={close}>
          <Form detail={detail} done={close} />
        </SidePanel>
      )}
    </>
  )
}
