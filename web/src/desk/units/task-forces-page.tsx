import {
  disbandTaskForce,
  prolongTaskForce,
  recallPerson,
  taskForces,
} from '@yingshang/core/units/task-forces-contract'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, ProblemNotice } from '../../ui/problem-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useSession } from '../frame/session.tsx'
import { SecondPerson, SetUpTaskForce } from './task-force-forms.tsx'
import { UnitTabs } from './unit-tabs.tsx'

type TaskForce = z.output<typeof taskForces.reply>['taskForces'][number]

/** 专班: seconded people with dates; their home unit stays what it was. */
export function TaskForcesPage() {
  const forces = useRead(taskForces)
  const [adding, setAdding] = useState(false)
  const [seconding, setSeconding] = useState<TaskForce>()
  const mayManage = forces.data?.mayManage ?? false
  return (
    <Page
      title="专班"
      state="抽调有起止日期，人事关系仍在原单位；涉及原单位的事项，本人回避。"
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setAdding(true)}>
            设立专班
          </Button>
        )
      }
    >
      <UnitTabs here="/task-forces" />
      <Loaded query={forces}>
        {(found) =>
          found.taskForces.length === 0 ? (
            <EmptyState title="没有专班">设立以后，抽调的人员和起止日期列在这里。</EmptyState>
          ) : (
            found.taskForces.map((force) => (
              <Force
                key={force.taskForceId}
                force={force}
                mayManage={found.mayManage}
                second={() => setSeconding(force)}
              />
            ))
          )
        }
      </Loaded>
      {adding && (
        <SidePanel title="设立专班" onClose={() => setAdding(false)}>
          <SetUpTaskForce done={() => setAdding(false)} />
        </SidePanel>
      )}
      {seconding && (
        <SidePanel title={`抽调人员到${seconding.name}`} onClose={() => setSeconding(undefined)}>
          <SecondPerson force={seconding} done={() => setSeconding(undefined)} />
        </SidePanel>
      )}
    </Page>
  )
}

function Force({ force, mayManage, second }: { force: TaskForce; mayManage: boolean; second: () => void }) {
  const { me } = useSession()
  const recall = useCommand(recallPerson)
  const prolong = useCommand(prolongTaskForce)
  const disband = useCommand(disbandTaskForce)
  const [prolonging, setProlonging] = useState(false)
  const [until, setUntil] = useState<string>()
  const [ask, dialog] = useConfirm()
  const params = { taskForceId: force.taskForceId }
  const running = force.disbandedOn === null
  return (
    <section className="section">
      <div className="row spread">
        <h2>{force.name}</h2>
        <span className="quiet">
          {force.unit.shortName} · {force.fromDay} 至 {force.untilDay}
          {force.disbandedOn && ` · ${force.disbandedOn} 解散`}
        </span>
      </div>
      <ProblemNotice problem={recall.problem ?? prolong.problem ?? disband.problem} />
      <ListTable
        label={`${force.name}的人员`}
        rows={force.members}
        rowKey={(member) => member.secondmentId}
        empty={<p className="quiet">还没有抽调人员。</p>}
        columns={[
          { key: 'name', title: '姓名', card: 'title', render: (member) => member.name },
          { key: 'home', title: '原单位', render: (member) => member.homeUnitName },
          { key: 'days', title: '抽调起止', render: (member) => `${member.fromDay} 至 ${member.untilDay}` },
          {
            key: 'today',
            title: '今天',
            render: (member) => (member.today ? '在专班' : <span className="quiet">不在</span>),
          },
          {
            key: 'recall',
            title: '可办的',
            hiddenTitle: true,
            card: 'plain',
            render: (member) =>
              mayManage && member.today ? (
                <button
                  type="button"
                  className="as-link"
                  onClick={() =>
                    ask({
                      title: `${member.name}今天结束抽调？`,
                      willHappen: '从明天起不再有专班的权限，专班里的办理记录保留。',
                      yes: '结束抽调',
                      run: () =>
                        recall.send({
                          params: { ...params, secondmentId: member.secondmentId },
                          body: { lastDay: me.businessDay },
                        }),
                    })
                  }
                >
                  结束抽调
                </button>
              ) : null,
          },
        ]}
      />
      {mayManage && running && (
        <div className="row no-print" style={{ marginTop: 10 }}>
          <Button onClick={second}>抽调人员</Button>
          {prolonging ? (
            <>
              <span>延长到</span>
              <DayField label="延长到" min={force.untilDay} value={until} onChange={setUntil} />
              <Button
                type="primary"
                disabled={!until || until <= force.untilDay || prolong.busy}
                onClick={() =>
                  void prolong.send({ params, body: { untilDay: until! } }).then((sent) => sent && setProlonging(false))
                }
              >
                延长
              </Button>
              <Button onClick={() => setProlonging(false)}>先不办</Button>
            </>
          ) : (
            <Button onClick={() => setProlonging(true)}>延长</Button>
          )}
          <Button
            danger
            onClick={() =>
              ask({
                title: `解散${force.name}？`,
                willHappen: '抽调一并结束。不能撤回。',
                yes: '解散',
                grave: true,
                run: () => disband.send({ params, body: { lastDay: me.businessDay } }),
              })
            }
          >
            解散
          </Button>
        </div>
      )}
      {dialog}
    </section>
  )
}
