// End-to-end tests in Chromium: the whole demo on ports of its own, and the static Storybook.

import { defineConfig } from '@playwright/test'
import { headlessLaunch } from './scripts/browser/browser-launch.ts'

// Not the demo's usual ports, so that a demo somebody is looking at goes on undisturbed.
const { SIMULATOR_PORT = '4110', API_PORT = '5274', PAGE_PORT = '5273' } = process.env

const STORYBOOK_PORT = process.env.STORYBOOK_PORT ?? '6106'

export default defineConfig({
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  snapshotPathTemplate: '.storybook/looks/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A busy machine is slow, not wrong.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: headlessLaunch(),
    // Costs a fifth of the time: `--trace on` when a failure wants looking into.
    trace: 'off',
  },
  projects: [
    {
      name: 'demo',
      testDir: 'apps/demo/e2e',
      // The demo speaks the browser's language.
      use: { baseURL: `http://localhost:${PAGE_PORT}`, locale: 'en-GB' },
    },
    {
      name: 'storybook',
      testDir: '.storybook/e2e',
      use: { baseURL: `http://localhost:${STORYBOOK_PORT}/some/path/` },
    },
  ],
  webServer: [
    {
      command: 'node scripts/demo.ts',
      env: { SIMULATOR_PORT, API_PORT, PAGE_PORT, PAGE_RELOADS: 'never' },
      wait: { stdout: /The demo is ready/ },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
    {
      command: 'node .storybook/serve.ts',
      env: { STORYBOOK_PORT },
      wait: { stdout: /Storybook is ready/ },
      timeout: 120_000,
    },
  ],
})
