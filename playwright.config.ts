// End-to-end tests: the whole demo on ports of its own, driven in Chromium.
import { defineConfig } from '@playwright/test'
import { browserLaunch } from './scripts/browser-launch.ts'

// Not the demo's usual ports, so that a demo somebody is looking at goes on undisturbed.
const { SIMULATOR_PORT = '4110', API_PORT = '5274', PAGE_PORT = '5273' } = process.env

export default defineConfig({
  testDir: 'apps/demo/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A busy machine is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PAGE_PORT}`,
    launchOptions: browserLaunch(),
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node scripts/demo.ts',
    env: { SIMULATOR_PORT, API_PORT, PAGE_PORT, PAGE_RELOADS: 'never' },
    wait: { stdout: /The demo is ready/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
