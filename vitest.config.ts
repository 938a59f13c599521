// Unit tests in Node, browser tests and stories in Chromium: one project for each.

import { availableParallelism } from 'node:os'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig } from 'vitest/config'
import { headlessLaunch } from './scripts/browser/browser-launch.ts'
import { promises } from './scripts/proofs/promises.ts'

// A busy machine is slow, not wrong.
const patient = { testTimeout: 60_000, hookTimeout: 60_000 }

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
          // Vitest leaves one core free, which on two cores is half of them. The browsers come first.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 1 },
          include: ['{packages,apps,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, '**/*.browser.test.{ts,tsx}'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'browser',
          ...patient,
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
          include: ['packages/react/**/*.browser.test.tsx'],
          browser: inChromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'stories', ...patient, browser: inChromium() },
      },
    ],
  },
})
