// The client's tests alone, for `mutate-browser.ts`: those of the other packages would only take time.

import { join } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig } from 'vitest/config'
import { browserLaunch } from '../browser/browser-launch.ts'
import { promises } from '../proofs/promises.ts'

const inBrowser = 'packages/client/src/**/*.browser.test.ts'

export default defineConfig({
  // Its dependencies lie outside of the copy.
  server: { fs: { strict: false } },
  cacheDir: 'vite-cache',
  test: {
    tags: Object.keys(promises).map(name => ({ name })),
    // Many a missing check shows in a test that waits forever.
    testTimeout: 5_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/client/src/**/*.test.ts'],
          exclude: [...configDefaults.exclude, inBrowser],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          provide: { root: join(import.meta.dirname, '../..') },
          include: [inBrowser],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
