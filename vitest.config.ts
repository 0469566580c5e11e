import { defineConfig } from 'vitest/config'

// Two projects: `rules` is pure and fast; `server` starts a real PostgreSQL once for all files.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rules', include: ['core/src/**/*.test.ts', 'core/testing/**/*.test.ts', 'tools/**/*.test.ts'] } },
      { test: { name: 'web', include: ['web/src/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          globalSetup: ['server/testing/database-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
