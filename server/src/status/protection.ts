import type { Queryable } from '../platform/database/pools.ts'

const forbidden = {
  改写留痕: 'update ledger.entry set body = body where false',
  删除留痕: 'delete from ledger.entry where false',
  删除数据: 'delete from app.person where false',
  查看队列: 'select 1 from ledger.outbox where false',
}

/**
 * Tries with the program's own login what it must not be able to do, and answers what it could. `where false` changes
 * nothing where it could.
 */
export async function forbiddenButAllowed(app: Queryable): Promise<string[]> {
  const allowed: string[] = []
  for (const [name, sql] of Object.entries(forbidden)) {
    const code = await app.query(sql).then(
      () => 'allowed',
      (error: { code?: string }) => error.code,
    )
    // 42501: insufficient privilege.
    if (code === 'allowed') allowed.push(name)
    else if (code !== '42501') throw new Error('the protection could not be tried')
  }
  return allowed
}
