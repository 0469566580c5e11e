import { readFileSync } from 'node:fs'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { planPackage, type PlanPackage } from '@yingshang/core/plans/package'
import type { UnitDecision } from '@yingshang/core/plans/draft-state'
import { unitsOf } from '@yingshang/core/plans/draft-state'
import type { Services } from '../platform/capability.ts'
import { storeFile } from '../platform/files/store.ts'
import { newId } from '../platform/ledger/record.ts'
import { changePlan, keepDraft, planForReview, publishPlan, suggestUnits, type Published } from '../plans/for-others.ts'

const packFile = new URL('../../sample/guannan-2022/plan.json', import.meta.url)

/** The facts pack of the sample campaign: numbers, short names, units, dates, basis names, weights and periods. */
export function samplePackage(): PlanPackage {
  return planPackage.parse(JSON.parse(readFileSync(packFile, 'utf8')))
}

/** Further decisions before publishing, over the tasks of the draft. */
export type DraftDecisions = (
  tasks: readonly (PlanPackage['tasks'][number] & { readonly key: string })[],
) => readonly { readonly keys: readonly string[]; readonly decision: { dueOn?: string; mustPublish?: boolean } }[]

/**
 * Publishes the sample campaign the way an officer does: a draft, decisions on units, groups and catch-alls, publication.
 * Only for a new trial installation whose sample units exist.
 */
export async function publishSampleCampaign(
  services: Services,
  officer: PersonActor,
  businessDay: string,
  further: DraftDecisions = () => [],
): Promise<Published> {
  const now = services.clock.now()
  const occasion = () => ({ actor: officer, businessDay, now, commandId: newId(now) })
  const { pack, lines } = withPrintedLines(samplePackage())
  const text = lines.map((line) => line.text).join('\n')
  const name = '样例行动（仅要点）.txt'
  const stored = { name, kind: 'text', content: Buffer.from(text), purpose: 'plan', actor: officer, now } as const
  const file = { id: await storeFile(services.databases.app, stored), name }
  const understood = { file, format: 'txt', lines, package: pack, purpose: { kind: 'campaign' } } as const
  const { planId } = await keepDraft(services, occasion(), understood)
  const plan = (await planForReview(services.databases.app, planId))!
  const found = await suggestUnits(services, plan.draft)
  const change = (body: Parameters<typeof changePlan>[3]) => changePlan(services, occasion(), planId, body)

  const decisions: Record<string, UnitDecision> = {}
  // Names that stand only in the table of indicators stay open: the first import of the notice shows how they are merged.
  const handling = new Set(pack.tasks.flatMap(unitsOf))
  for (const unit of found.units.filter(({ name }) => handling.has(name))) {
    const unitId = unit.unitId ?? unit.candidates[0]?.unitId
    decisions[unit.name] = unitId
      ? { kind: 'unit', unitId }
      : { kind: 'create', name: unit.name, unitKind: 'department' }
  }
  await change({ type: 'decideUnits', decisions: decisions as never })
  for (const group of new Set(pack.tasks.flatMap((task) => task.groupUnits))) {
    const unitIds = found.groups.find((one) => one.name === group)?.unitIds ?? []
    await change({ type: 'expandGroup', group, unitIds })
  }
  await decideCatchAlls(services, plan.draft.package.tasks, change)
  for (const { keys, decision } of further(plan.draft.package.tasks))
    if (keys.length > 0) await change({ type: 'decideTasks', keys: [...keys], decision })
  for (const one of pack.diagnostics) {
    if (one.severity === 'error') await change({ type: 'settle', code: one.code, note: '样例数据，已核对' })
  }
  const ready = (await planForReview(services.databases.app, planId))!
  return publishPlan(services, occasion(), planId, ready.version)
}

/** A task that names units is theirs alone; one with nothing but a catch-all is every department's. */
async function decideCatchAlls(
  services: Services,
  tasks: readonly (PlanPackage['tasks'][number] & { readonly key: string })[],
  change: (body: Parameters<typeof changePlan>[3]) => Promise<unknown>,
): Promise<void> {
  const open = tasks.filter((task) => task.catchAll !== '')
  const bare = open.filter((task) => unitsOf(task).length === 0 && task.groupUnits.length === 0)
  const named = open.filter((task) => !bare.includes(task))
  const all = await services.databases.app.query<{ id: string }>(
    "select id from app.unit where active and kind = 'department' order by sort_order",
  )
  const departments = all.rows.map((row) => row.id)
  if (named.length > 0)
    await change({ type: 'decideTasks', keys: named.map((task) => task.key), decision: { catchAllNobody: true } })
  if (bare.length > 0)
    await change({
      type: 'decideTasks',
      keys: bare.map((task) => task.key),
      decision: { catchAllUnitIds: departments },
    })
}

/** The pack has no document behind it: one line is printed for each list and task, and the tasks point at their lines. */
function withPrintedLines(pack: PlanPackage): { pack: PlanPackage; lines: { no: number; text: string }[] } {
  const lines: { no: number; text: string }[] = []
  const print = (text: string) => lines.push({ no: lines.length + 1, text })
  print(pack.document.title)
  for (const stage of pack.stages) print(`${stage.name}（${stage.periodText}）`)
  const tasks: PlanPackage['tasks'] = []
  for (const list of pack.lists) {
    print(list.title)
    for (const task of pack.tasks.filter((one) => one.list === list.id)) {
      const units = [...unitsOf(task), ...task.groupUnits, ...(task.catchAll ? [task.catchAll] : [])].join('、')
      const rest = [
        units && `责任单位：${units}`,
        task.basis.length > 0 && `依据：${task.basis.join('、')}`,
        task.deadline.text && `完成时限：${task.deadline.text}`,
      ]
      print(`${task.no}. ${task.title}（${rest.filter(Boolean).join('；')}）`)
      tasks.push({ ...task, lines: [lines.length, lines.length] })
    }
  }
  return { pack: { ...pack, tasks, diagnostics: [] }, lines }
}
