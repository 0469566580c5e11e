import type { TellingWay } from '@yingshang/core/cases/case-words'
import { independentKinds, type UnitKind } from '@yingshang/core/units/unit'
import type { Queryable } from '../platform/database/pools.ts'
import { refused } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { actOnCase, type Written } from './act-on-case.ts'
import type { CaseServices } from './circumstances.ts'

/** 转其他机关: to a body of the county, or to one by its name. */
export function transferTo(
  services: CaseServices,
  occasion: Occasion,
  caseId: string,
  body: { readonly unitId: string | null; readonly to: string; readonly why: string; readonly tell: TellingWay },
): Promise<Written> {
  return actOnCase(services, occasion, caseId, async ({ texts }) => {
    const to = body.unitId === null ? outside(body.to) : await unitNamed(services.databases.app, body.unitId)
    return {
      command: {
        type: 'transfer',
        to: to.name,
        independent: to.independent,
        why: texts.keepNote('reason', body.why),
        tell: body.tell,
      },
    }
  })
}

/** A body that stands in no tree: a court or procuratorate is told by its name. */
function outside(name: string) {
  if (name === '') throw refused({ code: 'case.transfer-nowhere' })
  return { name, independent: /(法院|检察院)$/.test(name) }
}

async function unitNamed(db: Queryable, unitId: string) {
  const found = await db.query<{ name: string; kind: UnitKind }>(
    'select name, kind from app.unit where id = $1 and active',
    [unitId],
  )
  const unit = found.rows[0]
  if (!unit) throw refused({ code: 'case.unit-unknown' })
  return { name: unit.name, independent: independentKinds.includes(unit.kind) }
}
