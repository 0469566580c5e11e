import { defineConfig } from '@playwright/test'
import { prepareBrowser } from '../tools/browser.ts'

const launch = await prepareBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.journey.ts', 'kit/**/*.spec.ts'],
  outputDir: '../test-results/traces',
  reporter: [['line'], ['json', { outputFile: '../test-results/journeys.json' }]],
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0, // a journey that passes the second time is a defect
  // The limits only end what hangs: a busy machine is no defect.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    // Far from Beijing on purpose: a screen that uses the browser's own zone shows the wrong day and is found out.
    timezoneId: 'America/Los_Angeles',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...launch,
      // No name is looked up outside; `*.lan` leads to this machine, for the journey over a name that is not localhost.
      args: [
        ...launch.args,
        '--host-resolver-rules=MAP *.lan 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
})
