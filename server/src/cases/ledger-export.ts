import type { Readable } from 'node:stream'
import { timeLeftSentence } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { timeLeftOn } from '@yingshang/core/kernel/alert-level'
import type { CaseFilter } from '@yingshang/core/cases/contract'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import { currentRound, type LiveCase } from '@yingshang/core/cases/case-state'
import {
  awaitsNames,
  caseKindNames,
  caseSourceNames,
  caseStatusNames,
  conclusionNames,
  environmentNames,
  satisfactionNames,
  tellingWayNames,
} from '@yingshang/core/cases/labels.zh'
import { firstAnswerLate, grantedDaysOf, ratingOf, type Round } from '@yingshang/core/cases/round'
import { alertNames } from '@yingshang/core/tasks/labels.zh'
import type { Queryable } from '../platform/database/pools.ts'
import { sheetStream, type SheetColumn } from '../platform/http/sheet.ts'
import { caseQuery, orderSql } from './case-query.ts'
import { namesOf, type Names } from './names.ts'
import { caseColumns, demandOffice, rulesByVersion, type FoundCase } from './queue-view.ts'
import type { Viewer } from './viewer.ts'

/** The columns a county's 投诉台账 has. Who sent a case in is in none of them. */
export const caseLedgerColumns: readonly SheetColumn[] = [
  { header: '序号', width: 6, align: 'center' },
  { header: '编号', width: 20 },
  { header: '收到日期', width: 12, align: 'center' },
  { header: '来源', width: 12 },
  { header: '种类', width: 8, align: 'center' },
  { header: '问题分类', width: 18 },
  { header: '问题类型', width: 14 },
  { header: '环境', width: 10 },
  { header: '事项（脱敏）', width: 34 },
  { header: '首问单位', width: 14 },
  { header: '承办单位', width: 14 },
  { header: '配合单位', width: 16 },
  { header: '交办日期', width: 12, align: 'center' },
  { header: '首次期限', width: 12, align: 'center' },
  { header: '现期限', width: 12, align: 'center' },
  { header: '延期（天）', width: 8, align: 'center' },
  { header: '退单、移交', width: 10, align: 'center' },
  { header: '首次反馈结果', width: 14, align: 'center' },
  { header: '办理结果', width: 12 },
  { header: '核查确认', width: 12, align: 'center' },
  { header: '反馈反映人', width: 14, align: 'center' },
  { header: '满意度', width: 10, align: 'center' },
  { header: '状态', width: 12, align: 'center' },
  { header: '办结方式', width: 12 },
  { header: '办结日期', width: 12, align: 'center' },
  { header: '亮灯', width: 14, align: 'center' },
]

interface LedgerCase extends FoundCase {
  readonly state: LiveCase
}

const batchSize = 500

/** 投诉台账 under the current filter as a workbook, whatever its size. */
export async function caseLedger(
  db: Queryable,
  viewer: Viewer,
  filter: CaseFilter,
): Promise<{ name: string; stream: Readable }> {
  demandOffice(viewer)
  const { where, values } = caseQuery(filter, viewer)
  const ids = await db.query<{ id: string }>(
    `select c.id from app.case c join app.case_text t on t.id = c.text_id where ${where} order by ${orderSql('number', false)}`,
    values,
  )
  async function* batches() {
    for (let from = 0; from < ids.rows.length; from += batchSize) {
      const some = ids.rows.slice(from, from + batchSize).map((row) => row.id)
      const found = await db.query<LedgerCase>({
        name: 'cases:ledger-rows',
        text: `select ${caseColumns('$2')}, c.state from app.case c join app.case_text t on t.id = c.text_id
          where c.id = any($1::uuid[]) order by array_position($1::uuid[], c.id)`,
        values: [some, viewer.businessDay],
      })
      const rules = await rulesByVersion(db, found.rows)
      const names = await namesOf(db, {
        units: found.rows.flatMap(({ state }) => [
          state.file.facts.firstContactUnitId,
          ...state.file.rounds.flatMap((round) => [round.leadUnitId, ...round.supporting.map((one) => one.unitId)]),
        ]),
      })
      yield found.rows.map((row, place) => cells(row, from + place + 1, viewer, names, rules.get(row.rule_version)))
    }
  }
  const name = '投诉台账'
  const subtitle = `${viewer.businessDay} 导出，共 ${ids.rows.length} 件；一件有几轮办理的，逐轮分行列出`
  return { name, stream: sheetStream({ title: name, subtitle, name, columns: caseLedgerColumns }, batches()) }
}

function cells(
  row: LedgerCase,
  number: number,
  viewer: Viewer,
  names: Names,
  rules: CaseRules | undefined,
): (string | number)[] {
  const { state } = row
  const { facts, rounds } = state.file
  const each = (tell: (round: Round) => string) => rounds.map(tell).join('\n')
  const day = (date: string | null) => date ?? ''
  const named = (list: readonly { code: string; name: string }[] | undefined, code: string | null) =>
    code === null ? '' : (list?.find((one) => one.code === code)?.name ?? code)
  const lamp = alertNames[row.alert]
  const left = row.due_on === null ? null : timeLeftOn(viewer.calendar, { dueOn: row.due_on }, viewer.businessDay)
  return [
    number,
    row.number,
    row.received_on,
    caseSourceNames[row.source],
    caseKindNames[row.kind],
    named(rules?.categories, row.category),
    named(rules?.heads, row.problem_head),
    row.environment === null ? '' : environmentNames[row.environment],
    row.title,
    facts.firstContactUnitId === null ? '' : names.unit(facts.firstContactUnitId).name,
    each((round) => (round.leadUnitId === null ? '' : names.unit(round.leadUnitId).name)),
    each((round) => round.supporting.map((one) => names.unit(one.unitId).name).join('、')),
    each((round) => day(round.assignedOn)),
    each((round) => day(round.firstDueOn)),
    each((round) => day(round.deadline?.dueOn ?? null)),
    each((round) => (grantedDaysOf(round) > 0 ? String(grantedDaysOf(round)) : '')),
    each((round) => movedWords(round)),
    each((round) => `${day(round.firstResultOn)}${firstAnswerLate(round) ? '（逾期）' : ''}`),
    each((round) => (round.outcome === null ? '' : conclusionNames[round.outcome])),
    each((round) => day(round.verifiedOn)),
    each(
      (round) =>
        `${day(round.informedOn)}${round.informedBy === null ? '' : `（${tellingWayNames[round.informedBy]}）`}`,
    ),
    each((round) => satisfactionWords(round)),
    state.kind === 'accepted' ? awaitsNames[state.awaits] : caseStatusNames[state.kind],
    state.kind === 'concluded' ? conclusionNames[state.conclusion.kind] : '',
    state.kind === 'concluded' ? state.conclusion.on : '',
    left && currentRound(state.file) ? `${lamp}\n${timeLeftSentence(left)}` : lamp,
  ]
}

function movedWords(round: Round): string {
  const words = []
  if (round.declines.length > 0) words.push(`退单 ${round.declines.length}`)
  if (round.handOvers.length > 0) words.push(`移交 ${round.handOvers.length}`)
  return words.join('，')
}

/** Silence has its own word and is never blank: blank means that nobody was asked yet. */
function satisfactionWords(round: Round): string {
  const rating = ratingOf(round)
  return rating === null ? '' : satisfactionNames[rating]
}
