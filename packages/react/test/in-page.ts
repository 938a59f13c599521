// The `test` of the browser tests: a page that is clean after each test, and what is put into it.

import { cleanup, configure } from '@testing-library/react'
import { test as base, vi } from 'vitest'
import { createFakeConnect } from '../src/testing.ts'

// A busy machine is slow, not wrong: `waitFor` and `findBy…` have a second otherwise.
configure({ asyncUtilTimeout: 30_000 })

/**
 * Vitest's `test`. What was rendered is removed and every spy restored after each test. Fixtures:
 *
 * - `connect`: a fake `Connect` that is idle
 * - `popup`: a window that stays open and does nothing
 * - `open`: the spy on `window.open`, which gives that popup
 */
export const test = base
  .extend('page', { auto: true }, ({ task: _ }, { onCleanup }) => {
    onCleanup(() => {
      cleanup()
      vi.restoreAllMocks()
    })
  })
  .extend('connect', () => createFakeConnect())
  .extend('popup', () => ({
    closed: false,
    focus: vi.fn(),
    close: vi.fn(),
    postMessage: vi.fn(),
  }))
  .extend('open', ({ popup }) =>
    vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window),
  )
