import { defineConfig } from 'vitest/config'

// Two projects: `rules` is pure and fast; `server` starts a real PostgreSQL once for all files. The limits only end what
// hangs: a machine may be slow or busy with other work without a test failing for it.
const patience = { expect: { poll: { timeout: 60_000 } }, testTimeout: 180_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    projects: [
      { test: { ...patience, name: 'rules', include: ['core/src/**/*.test.ts', 'core/testing/**/*.test.ts', 'tools/**/*.test.ts'] } },
      { test: { ...patience, name: 'web', include: ['web/src/**/*.test.ts'] } },
      {
        test: {
          ...patience,
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          globalSetup: ['server/testing/database-setup.ts'],
        },
      },
    ],
  },
})
