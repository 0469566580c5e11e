import type { PlanPackage } from '@yingshang/core/plans/package'
import type { NoticeGold } from './gold.ts'

/** The package an importer without faults would give for a made notice; tests of the scorer start from it. */
export function perfectPackage(gold: NoticeGold): PlanPackage {
  const period = (element: keyof NoticeGold['complaint_rule']) => {
    const p = gold.complaint_rule[element]
    return p ? { ...p, clause: 'rule' } : null
  }
  return {
    document: { title: gold.doc, docNumber: null, issuers: [], addressees: '', attachments: [] },
    clauses: [],
    stages: gold.stages.map((s, i) => ({ no: i + 1, name: '', periodText: s.period_text, start: s.start, end: s.end })),
    lists: [{ id: 'list', title: '' }],
    tasks: gold.tasks.map((t) => ({
      list: 'list',
      no: t.no,
      section: t.section === '' ? [] : t.section.split(' / '),
      title: t.title_or_first_sentence,
      text: t.title_or_first_sentence,
      leadUnits: [...t.lead_units],
      responsibleUnits: [...t.responsible_units],
      supportingUnits: [],
      groupUnits: [...t.group_units],
      catchAll: t.catch_all,
      deadline: { text: t.deadline_text, kind: t.deadline_kind, due: t.deadline_due, every: null },
      basis: t.basis_text === '' ? [] : [t.basis_text],
      lines: t.lines,
      clause: 'list',
    })),
    indicators: gold.indicators.map((i, n) => ({
      no: String(n + 1),
      name: i.name,
      weight: i.weight,
      kind: 'indicator',
      units: i.responsible_departments,
      children: i.children.map((c) => ({ ...c, units: [] })),
    })),
    categories: [],
    rules: {
      complaint: {
        handle: period('handle'),
        extension: period('extension'),
        feedback: period('feedback'),
        rework: period('rework'),
      },
    },
    diagnostics: [],
  }
}
