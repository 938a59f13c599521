// Unit tests in Node, browser tests and stories in Chromium: one project for each.

import { availableParallelism } from 'node:os'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig } from 'vitest/config'
import { headlessLaunch } from './scripts/browser/browser-launch.ts'
import { promises } from './scripts/proofs/promises.ts'

// A busy machine is slow, not wrong.
const patient = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
  setupFiles: [new URL('scripts/test/patient-waits.ts', import.meta.url).pathname],
}

// Many tests in Node wait for locks and deadlines, so one more than there are cores, of two.
const maxWorkers = Math.max(3, availableParallelism() - 1)

function inChromium() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: headlessLaunch() }),
    instances: [{ browser: 'chromium' as const }],
  }
}

export default defineConfig({
  test: {
    // Threats and faults; a tag that is not among them is refused.
    tags: Object.entries(promises).map(([name, description]) => ({ name, description })),
    projects: [
      {
        test: {
          name: 'unit',
          ...patient,
          environment: 'node',
          maxWorkers,
          // The browsers come first.
          sequence: { groupOrder: 1 },
          include: ['{packages,apps,scripts,.storybook}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, '**/*.browser.test.{ts,tsx}'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'browser',
          ...patient,
          // Vitest leaves one core free, which on two cores is half of them. More stall such a machine.
          maxWorkers: 2,
          // For tests that open a file of the repository in a window.
          provide: { root: import.meta.dirname },
          include: ['{packages,apps}/**/*.browser.test.{ts,tsx}'],
          browser: inChromium(),
        },
      },
      {
        // The oldest supported React, with every test of the package.
        plugins: [react()],
        resolve: { alias: { react: 'react-18', 'react-dom': 'react-dom-18' } },
        test: {
          name: 'react-18',
          ...patient,
          maxWorkers: 2,
          include: ['packages/react/**/*.browser.test.tsx'],
          browser: inChromium(),
        },
      },
      {
        // What takes longer than its place in the full test is worth.
        test: {
          name: 'docs',
          ...patient,
          environment: 'node',
          include: ['scripts/docs/*.docs-test.ts'],
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'stories', ...patient, browser: inChromium() },
      },
    ],
  },
})
