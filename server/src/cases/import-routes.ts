import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { mayImport, type BatchFacts, type ImportBatch } from '@yingshang/core/cases/import-batch'
import {
  profileGaps,
  suggestProfile,
  type ImportProfile,
  type ImportSource,
} from '@yingshang/core/cases/import-columns'
import { checkImport, importProgress, listImports, runImport, undoImport } from '@yingshang/core/cases/import-contract'
import { planImport, type ImportPlan } from '@yingshang/core/cases/import-plan'
import { placesOf } from '@yingshang/core/cases/import-rows'
import { hasSecretMark } from '@yingshang/core/kernel/secret-mark'
import { Failure, forbidden, refused } from '../platform/http/failure.ts'
import { serve, type Call } from '../platform/http/register.ts'
import type { Loaded } from '../platform/ledger/table.ts'
import { matchUnits } from '../units/for-others.ts'
import { readImport } from './import-reading.ts'
import { demandBatch, runBatch } from './import-run.ts'
import type { ImportFile } from './import-sheet.ts'
import { knownNumbers, lastProfile } from './import-tables.ts'
import { undoBatch } from './import-undo.ts'
import type { Entry } from './register-route.ts'

const largestFile = 20 * 1024 * 1024
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Cases by file: dry run, import, progress, undoing a wrong one. The office's own people only. */
export function importRoutes(app: FastifyInstance, entry: Entry): void {
  const { services } = entry
  const db = services.databases.app
  const { division } = services.installation
  const requireImporter = (call: Pick<Call, 'actor'>) => {
    const no = mayImport(call.actor)
    if (no) throw forbidden(no)
  }
  const planOf = async (file: ImportFile, profile: ImportProfile, source: ImportSource, businessDay: string) => {
    const unitIds = await unitsIn(entry, file, profile)
    const around = { businessDay, unitOf: (name: string) => unitIds.get(name), isSecret: hasSecretMark }
    const all = planImport(file, profile, around, new Set())
    const known = await knownNumbers(
      db,
      { division, source },
      all.fresh.map(({ number }) => number),
    )
    const fresh = all.fresh.filter(({ number }) => !known.has(number))
    return { ...all, fresh, known: known.size }
  }

  serve(app, listImports, async (call) => {
    requireImporter(call)
    const found = await db.query<Loaded<ImportBatch>>(
      `select id, state from app.import_batch where division = $1 order by id desc limit 50`,
      [division],
    )
    return found.rows.map(shown)
  })
  serve(app, importProgress, async (call) => {
    requireImporter(call)
    return shown(await demandBatch(entry, call.params.batchId))
  })
  serve(app, undoImport, async (call) => {
    requireImporter(call)
    return shown(await undoBatch(entry, call, call.params.batchId, call.body.reason))
  })

  void app.register(async (scope) => {
    scope.addContentTypeParser(
      [workbookType, 'application/octet-stream', 'text/csv'],
      { parseAs: 'buffer', bodyLimit: largestFile },
      (_request, body, done) => done(null, body),
    )

    serve(scope, checkImport, async (call) => {
      requireImporter(call)
      const bytes = bytesOf(call)
      const file = await readImport(bytes)
      const { source } = call.query
      const given = call.query.profile
      const profile = given ?? suggestProfile(file.header, await lastProfile(db, { division, source }))
      const gaps = profileGaps(profile, file.header)
      const open = gaps.missing.length + gaps.unknown.length > 0
      const plan = open ? unread(file) : await planOf(file, profile, source, call.businessDay)
      return {
        ...counted(plan),
        header: [...file.header],
        profile,
        missing: gaps.missing,
        unknown: gaps.unknown,
        preview: plan.fresh.slice(0, 10).map(({ row, number, receivedOn, receivedAt, kind, title }) => ({
          row,
          number,
          receivedOn,
          receivedAt,
          kind,
          title,
        })),
        digest: digestOf(bytes),
      }
    })

    serve(scope, runImport, async (call) => {
      requireImporter(call)
      const bytes = bytesOf(call)
      const { source, profile, digest, faulty } = call.query
      if (digestOf(bytes) !== digest) throw refused({ code: 'import.other-file' })
      const file = await readImport(bytes)
      const gaps = profileGaps(profile, file.header)
      if (gaps.missing.length > 0) throw refused({ code: 'import.columns-missing' })
      if (gaps.unknown.length > 0) throw refused({ code: 'import.columns-unknown' })
      const plan = await planOf(file, profile, source, call.businessDay)
      if (plan.faultyRows > 0 && faulty === 'refuse')
        throw refused({ code: 'import.has-faults', facts: { rows: plan.faultyRows } })
      const facts: BatchFacts = {
        source,
        division,
        profile,
        digest,
        rows: plan.rows,
        leftOut: plan.faultyRows,
        known: plan.known,
        planned: plan.fresh.length,
      }
      const batch = await runBatch(entry, call, facts, plan.fresh)
      return { ...counted(plan), batch: batch ? shown(batch) : null }
    })
  })
}

/** Units named in the file, matched for all rows at once; a name that means none or several is left out. */
async function unitsIn({ services }: Entry, file: ImportFile, profile: ImportProfile): Promise<Map<string, string>> {
  const at = placesOf(profile, file.header).unit
  if (at === undefined) return new Map()
  const names = [...new Set(file.rows.map(({ cells }) => (cells[at] ?? '').trim()))].filter((name) => name !== '')
  const matches = await matchUnits(services.databases.app, names)
  return new Map(matches.flatMap((match) => (match.unitId === undefined ? [] : [[match.name, match.unitId] as const])))
}

function unread(file: ImportFile): ImportPlan {
  return { rows: file.rows.length, fresh: [], known: 0, faults: [], faultyRows: 0 }
}

function counted(plan: ImportPlan) {
  const { rows, fresh, known, faultyRows, faults } = plan
  return { rows, fresh: fresh.length, known, faultyRows, faults }
}

function shown({ id, state }: Pick<Loaded<ImportBatch>, 'id' | 'state'>) {
  if (state.kind === 'none') throw new Error('an import that never began is not shown')
  const { source, rows, planned, leftOut, known } = state.facts
  const undo =
    state.kind === 'undoing' || state.kind === 'undone'
      ? { reason: state.reason, withdrawn: state.withdrawn, kept: state.kind === 'undone' ? state.kept : null }
      : null
  const { kind: status, on, registered } = state
  return { id, source, status, on, rows, planned, leftOut, known, registered, undo }
}

function bytesOf(call: Pick<Call, 'request'>): Buffer {
  const { body } = call.request
  if (Buffer.isBuffer(body) && body.length > 0) return body
  throw new Failure(400, { code: 'import.file-missing' })
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
