import type { PlanPackage, PlanTask } from '../src/plans/package.ts'

/** A task as an importer might give it, with two responsible units and nothing else. */
export function taskLike(over: Partial<PlanTask> = {}): PlanTask {
  return {
    list: 'a',
    no: '1',
    section: [],
    title: '样例事项',
    text: '样例事项',
    leadUnits: [],
    responsibleUnits: ['县甲局', '县乙局'],
    supportingUnits: [],
    groupUnits: [],
    catchAll: '',
    deadline: { text: '', kind: 'none', due: null, every: null },
    basis: [],
    lines: [1, 1],
    clause: 'a',
    ...over,
  }
}

/** A plan package around some tasks: one list, one stage. */
export function packageLike(tasks: PlanTask[], over: Partial<PlanPackage> = {}): PlanPackage {
  return {
    document: { title: '样例方案', docNumber: null, issuers: [], addressees: '', attachments: [] },
    clauses: [],
    stages: [{ no: 1, name: '第一阶段', periodText: '2022年6月', start: '2022-06-01', end: '2022-06-30' }],
    lists: [{ id: 'a', title: '样例清单' }],
    tasks,
    indicators: [],
    categories: [],
    rules: { complaint: { handle: null, extension: null, feedback: null, rework: null } },
    diagnostics: [],
    ...over,
  }
}
