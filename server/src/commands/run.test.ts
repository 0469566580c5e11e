import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from './registry.ts'
import { runCommandLine } from './run.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'yingshang-command-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function yingshang(...words: string[]) {
  const heard = { code: -1, out: '', error: '' }
  heard.code = await runCommandLine(words, {
    directory,
    print: (text) => (heard.out += text),
    complain: (text) => (heard.error += text),
  })
  return heard
}

describe('yingshang', () => {
  it('prints every command when no words are given', async () => {
    const { code, out } = await yingshang()
    expect(code).toBe(0)
    for (const command of commands) expect(out).toContain(`yingshang ${command.name}`)
  })

  it('says in one line that a command does not exist', async () => {
    const { code, error } = await yingshang('plan', 'burn')
    expect(code).toBe(2)
    expect(error).toMatch(/^没有“plan burn”这个命令.*\n$/)
  })

  it.each(['plan parse', 'plan lines'])('%s without a file says how it is used', async (name) => {
    const { code, error } = await yingshang(...name.split(' '))
    expect(code).toBe(2)
    expect(error).toContain(name)
  })

  it('answers one line and code 2 for a file that is missing, a folder, or too large', async () => {
    const large = path.join(directory, 'large.txt')
    writeFileSync(large, '')
    truncateSync(large, 500 * 1024 * 1024)
    for (const [file, code] of [
      ['missing.docx', 'plan.file-missing'],
      ['.', 'plan.file-not-a-file'],
      ['large.txt', 'plan.file-too-large'],
    ] as const) {
      const heard = await yingshang('plan', 'parse', file)
      expect(heard).toMatchObject({ code: 2, out: '' })
      expect(heard.error).toMatch(/^[^\n]+\n$/)
      expect(heard.error).toContain(code)
    }
  })

  it('writes long output through a pipe to the end, and finds the file from where the user stands', () => {
    writeFileSync(path.join(directory, 'long.txt'), `${'推进“一网通办”改革。\n'.repeat(9000)}完`)
    const run = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../cli.ts', import.meta.url)), 'plan', 'lines', 'long.txt'],
      {
        env: { ...process.env, INIT_CWD: directory },
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    expect(run.stderr.toString()).toBe('')
    expect(run.status).toBe(0)
    const lines = JSON.parse(run.stdout.toString()).lines as { text: string }[]
    expect(lines).toHaveLength(9001)
    expect(lines.at(-1)!.text).toBe('完')
  })
})
