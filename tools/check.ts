import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// Types, lint and house rules for every workspace. Exits non-zero when any part fails.
const root = fileURLToPath(new URL('..', import.meta.url))
const parts: [string, string[]][] = [
  ['tsc', ['-p', 'core/tsconfig.json']],
  ['tsc', ['-p', 'core/tsconfig.test.json']],
  ['tsc', ['-p', 'server/tsconfig.json']],
  ['tsc', ['-p', 'web/tsconfig.json']],
  ['tsc', ['-p', 'e2e/tsconfig.json']],
  // A clause or page may land after what points to it, so pointers are judged by npm test only.
  [
    'vitest',
    [
      'run',
      '--project',
      'rules',
      'tools',
      '--exclude',
      '**/{cited-rules,documents}.test.ts',
      '--reporter=dot',
      '--silent',
    ],
  ],
  ['oxlint', ['--config', '.oxlintrc.json', 'core', 'server', 'web', 'tools', 'e2e', 'bench']],
]
let failed = 0
for (const [command, args] of parts) {
  const run = spawnSync(`node_modules/.bin/${command}`, args, { cwd: root, stdio: 'inherit' })
  if (run.status !== 0) failed++
}
if (failed > 0) process.exitCode = 1
