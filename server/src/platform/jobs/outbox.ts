import type pg from 'pg'

const perBatch = 1000

/**
 * Moves outbox rows to the job queue in batches, in one statement per batch, so that a row is either waiting or queued,
 * never both and never lost. Adding jobs inside the commit of a write would take graphile-worker's database-wide lock
 * there and cut writes to a fifth (foundations: Writing). Returns how many
 * were moved, at most `atMost`.
 */
export async function forwardOutbox(owner: pg.Pool, atMost = Number.POSITIVE_INFINITY): Promise<number> {
  let moved = 0
  for (;;) {
    const batch = await owner.query<{ n: number }>({
      name: 'outbox:forward',
      text: `
        with taken as (
          delete from ledger.outbox where id in (select id from ledger.outbox order by id limit $1 for update skip locked)
          returning id, task, payload),
        queued as (
          select graphile_worker.add_jobs(array_agg(json_populate_record(null::graphile_worker.job_spec,
            json_build_object('identifier', task, 'payload', payload, 'job_key', id::text)))) from taken having count(*) > 0)
        select (select count(*) from taken)::int as n, (select count(*) from queued) as q`,
      values: [Math.min(perBatch, atMost)],
    })
    const n = batch.rows[0]!.n
    moved += n
    if (n < perBatch || moved >= atMost) return moved
  }
}
