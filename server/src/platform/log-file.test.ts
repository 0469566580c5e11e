import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLogFile } from './log-file.ts'

let folder: string
let time = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yingshang-log-'))
  time = Date.UTC(2026, 2, 5, 15, 59)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

test('a file a day, by the day in China; private; a restart goes on with it', () => {
  const first = openLogFile(folder, () => time)
  first.write('a')
  time += 60_000
  first.write('b')
  first.close()
  const again = openLogFile(folder, () => time)
  again.write('c')
  again.close()
  expect(readdirSync(folder).toSorted()).toEqual(['server-2026-03-05.log', 'server-2026-03-06.log'])
  expect([read('server-2026-03-05.log'), read('server-2026-03-06.log')]).toEqual(['a\n', 'b\nc\n'])
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

test('a large day is parted, and a restart goes on with its last part', () => {
  const log = openLogFile(folder, () => time, 100)
  for (let n = 0; n < 30; n++) log.write(`line ${String(n).padStart(4, '0')}`)
  log.close()
  const parts = readdirSync(folder)
  expect(parts.length).toBeGreaterThan(2)
  for (const name of parts) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(112)
  const again = openLogFile(folder, () => time, 100)
  again.write('after')
  again.close()
  const last = `server-2026-03-05.${parts.length}.log`
  expect(read(last).endsWith('after\n')).toBe(true)
  const all = ['server-2026-03-05.log', ...parts.slice(1).map((_part, at) => `server-2026-03-05.${at + 2}.log`)]
  expect(all.flatMap((name) => read(name).trim().split('\n')).filter((line) => line !== 'after')).toHaveLength(30)
})

test('six months are kept, older files go, files of others stay', () => {
  const names = ['server-2025-08-30.log', 'server-2025-09-05.log', 'server-2025-08-01.2.log', 'notes-2020-01-01.log']
  for (const name of names) writeFileSync(join(folder, name), '')
  const log = openLogFile(folder, () => time)
  log.write('today')
  log.close()
  expect(readdirSync(folder).toSorted()).toEqual(['notes-2020-01-01.log', 'server-2025-09-05.log', 'server-2026-03-05.log'])
})

test('a folder that is gone stops the log, not the program', () => {
  const log = openLogFile(folder, () => time)
  rmSync(folder, { recursive: true })
  expect(() => log.write('lost')).not.toThrow()
  log.close()
})
