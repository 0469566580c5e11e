import { describe, expect, it } from 'vitest'
import { isCode, isTest, places, sources } from './sources.ts'

const write =
  /\b(insert\s+into|delete\s+from|truncate(\s+table)?|merge\s+into)\s+[a-z_$"]|\bupdate\s+(only\s+)?[a-z_$"{}]+(\.[a-z_]+)?(\s+(as\s+)?[a-z]+)?\s+set\b|\bcopy\s+[a-z_.]+\s+from\b/i

/** Files that write without `record`, each with the reason why its rows need no ledger entry. */
const exceptions: Readonly<Record<string, string>> = {
  'server/src/platform/auth/activation.ts': 'uses a printed slip up; who issued it stands in the ledger',
  'server/src/platform/auth/failures.ts': 'counts wrong tries and forgets them',
  'server/src/platform/auth/occurrences.ts': 'the sign-in log, which the app login may only add to',
  'server/src/platform/auth/passwords.ts': 'replaces a hash; that it was replaced stands in the ledger',
  'server/src/platform/auth/second-factor.ts': 'keeps the sealed secret; that it was enrolled stands in the ledger',
  'server/src/platform/auth/sessions.ts': 'sessions are access, not campaign data; they end and are deleted',
  'server/src/platform/auth/sign-in.ts': 'remembers known addresses of a person',
  'server/src/platform/auth/sign-in-link.ts': 'links are access, not campaign data',
  'server/src/platform/auth/totp.ts': 'marks a time step as used',
  'server/src/platform/http/session.ts': 'notes when a session was last seen',
  'server/src/platform/database/migrate.ts': 'writes down which migrations have run',
  'server/src/platform/database/self-test.ts':
    'tries what must be refused, on no row and in transactions that are rolled back',
  'server/src/platform/files/store.ts':
    'keeps the bytes of a file; the record that points to them carries their digest',
  'server/src/platform/jobs/daily.ts': 'remembers which days the daily scan has crossed',
  'server/src/platform/jobs/outbox.ts': 'moves effects that record wrote on to the job queue',
  'server/src/plans/trial.ts': 'moves the day of a trial, which is a setting of the installation and not campaign data',
  'server/src/platform/backup/restore.ts': 'fills an empty database with rows and their ledger together',
  'server/src/platform/backup/write.ts': 'notes a backup that was made, as the owner; the file is no campaign data',
  'server/src/platform/database/trial.ts': 'empties a trial for a new start; the ledger goes with everything else',
  'server/src/vault/erase.ts': 'removes sealed content after the ledger says that it was erased, and pieces of forms never sent',
  'server/src/vault/files.ts': 'keeps sealed pieces; the sealed description that record writes is what makes them a file',
  'server/src/vault/fingerprints.ts': 'fingerprints follow from what is sealed; nobody decides them',
  'server/src/vault/passphrase.ts': 'removes wrapped keys that a recorded change replaced',
  'server/src/reminders/address.ts': 'copies of news follow a decision that stands in the ledger; nothing is decided here',
  'server/src/reminders/queue.ts': 'how far a message got on its way is told by the channel, nobody decides it',
  'server/src/reminders/read-marks.ts': 'who has looked at a notification is no act of office',
  'server/src/platform/stamp.ts': 'stamps the empty installation once, before there is anybody to act',
}

const files = sources((path) => path.startsWith('server/src/') && isCode(path) && !isTest(path))
const writers = files.filter(
  ({ path, text }) => !path.startsWith('server/src/platform/ledger/') && write.test(text.replaceAll(/\s+/g, ' ')),
)

describe('who writes a table', () => {
  it('only record, besides the exceptions named here', () => {
    const wrong = writers.filter(({ path }) => !(path in exceptions))
    const where = wrong.flatMap((source) => [
      source.path,
      ...places(source, /\b(insert|update|delete|truncate|merge|copy)\b/i),
    ])
    expect(where.join('\n'), 'write through record or recordMany, so that state, ledger and outbox stay together').toBe(
      '',
    )
  })

  it('every exception is still one', () => {
    const stale = Object.keys(exceptions).filter((path) => !writers.some((writer) => writer.path === path))
    expect(stale.join('\n'), 'this file writes no more: take it off the list').toBe('')
  })

  it('knows a write when it sees one', () => {
    for (const bad of [
      'insert into app.task (id)',
      'update app.task set a = 1',
      'update ${table} t set x',
      'delete from app.task',
    ])
      expect(bad).toMatch(write)
    for (const good of [
      'select updated_at from app.task',
      '// update the state',
      'for update',
      'on conflict do nothing',
    ])
      expect(good).not.toMatch(write)
  })
})
