import { signInNameOf } from '@yingshang/core/units/access'
import type { Keys } from '../platform/keys.ts'
import { afterIssuing, codeOf, slipRows } from '../platform/auth/activation.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { PlainFailure } from '../platform/plain-failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { newId } from '../platform/ledger/record.ts'
import { foundCounty } from './founding.ts'
import { draftPeople } from './people-draft.ts'
import { nextNumber } from './people-store.ts'
import { loadUnit } from './unit-store.ts'

export interface PrintedCode {
  readonly signInName: string
  readonly code: string
  readonly expiresAt: string
}

const operator = { kind: 'system', job: 'command line' } as const

async function administrators(db: Queryable, day: string): Promise<{ id: string; signInName: string }[]> {
  const found = await db.query<{ id: string; signInName: string }>(
    `select distinct p.id, p.sign_in_name as "signInName" from app.post t join app.person p on p.id = t.person_id
     where t.role = 'administrator' and not t.cancelled and (t.until_day is null or t.until_day >= $1) and p.active order by 2`,
    [day],
  )
  return found.rows
}

/**
 * The first administrator of a production: made once, at the machine; refused when there is one. Makes the county's
 * root unit when there is none. Answers the activation code for the printed slip; there is never a link.
 */
export async function createAdministrator(
  db: Queryable,
  keys: Keys,
  wish: { readonly county: string; readonly name: string; readonly division: string },
  day: string,
  now: number,
): Promise<PrintedCode> {
  if ((await administrators(db, day)).length > 0) {
    throw new PlainFailure(
      'admin.exists',
      '已经有系统管理员。新的管理员由现有管理员在“单位和人员”中设岗；无法登录时用 yingshang admin reset 工号',
    )
  }
  const occasion = { actor: operator, businessDay: day, now }
  const root = await db.query<{ id: string }>('select id from app.unit where parent_id is null and active')
  let personId: string | undefined
  if (root.rows[0]) personId = await registerBelowRoot(db, root.rows[0].id, wish.name, occasion)
  else {
    const founding = {
      division: wish.division,
      units: [{ name: wish.county, kind: 'county' as const }],
      people: [{ unit: wish.county, role: 'administrator' as const, name: wish.name }],
      fromDay: day,
      taskForces: [],
    }
    ;[personId] = await foundCounty(db, occasion, founding)
  }
  return issueCode(db, keys, personId!, false, occasion)
}

async function registerBelowRoot(
  db: Queryable,
  rootId: string,
  name: string,
  occasion: { actor: typeof operator; businessDay: string; now: number },
): Promise<string> {
  const personId = newId(occasion.now)
  return decideAndRecord(
    db,
    { ...occasion, commandId: newId(occasion.now) },
    async () => {
      const unit = await loadUnit(db, rootId)
      const { division, code, path } = unit.state
      const context = { unit: unit.state, homeUnitPath: path }
      const draft = draftPeople(db)
      const detailsCommitment = draft.details(personId, { name, mobile: null, officePhone: null, email: null })
      const signInName = signInNameOf(code, await nextNumber(db, code))
      await draft.apply(
        personId,
        { type: 'register', division, signInName, homeUnitId: rootId, detailsCommitment },
        context,
      )
      const post = {
        id: newId(occasion.now),
        kind: 'post',
        role: 'administrator',
        unitId: rootId,
        fromDay: occasion.businessDay,
        untilDay: null,
      } as const
      await draft.apply(personId, { type: 'openPost', post }, context)
      return { changes: draft.changes(), attachments: draft.attachments(), result: personId }
    },
    { retry: ['person_sign_in_name'] },
  )
}

/** A new code for an administrator who cannot get in, second factor forgotten too: only somebody at the machine can. */
export async function resetAdministrator(
  db: Queryable,
  keys: Keys,
  signInName: string,
  day: string,
  now: number,
): Promise<PrintedCode> {
  const found = (await administrators(db, day)).find((one) => one.signInName === signInName)
  if (!found) throw new PlainFailure('admin.unknown', `没有工号为“${signInName}”的系统管理员，请核对工号`)
  return issueCode(db, keys, found.id, true, { actor: operator, businessDay: day, now })
}

async function issueCode(
  db: Queryable,
  keys: Keys,
  personId: string,
  reset: boolean,
  occasion: { actor: typeof operator; businessDay: string; now: number },
): Promise<PrintedCode> {
  const slips = slipRows(keys.siteKey, [{ personId, reset }], null, occasion.now)
  const draft = draftPeople(db)
  await draft.apply(personId, { type: 'issueSlip', reset, expiresAt: slips.expiresAt })
  await decideAndRecord(db, { ...occasion, commandId: newId(occasion.now) }, async () => ({
    changes: draft.changes(),
    attachments: slips.attachments,
    result: null,
  }))
  await afterIssuing(db, keys.siteKey, [personId], slips.batchId, reset, occasion.now)
  const state = await draft.state(personId)
  if (state.status === 'none') throw new Error('a code was issued for nobody')
  const row = slips.attachments[0]!.rows[0] as { id: string }
  return { signInName: state.signInName, code: codeOf(keys.siteKey, row.id), expiresAt: slips.expiresAt }
}
