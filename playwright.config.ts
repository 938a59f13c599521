// End-to-end tests: the whole demo on ports of its own, driven in Chromium.
import { defineConfig } from '@playwright/test'
import { browserLaunch } from './scripts/browser-launch.ts'

// Not the demo's usual ports, so that a demo somebody is looking at goes on undisturbed.
const ports = { SIMULATOR_PORT: '4110', API_PORT: '5274', PAGE_PORT: '5273' }

export default defineConfig({
  testDir: 'apps/demo/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  use: {
    baseURL: `http://localhost:${ports.PAGE_PORT}`,
    launchOptions: browserLaunch(),
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node scripts/demo.ts',
    env: ports,
    wait: { stdout: /The demo is ready/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
