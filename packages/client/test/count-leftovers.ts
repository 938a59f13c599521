// For tests in a browser: counts what a session has open in the page.

import { vi } from 'vitest'

/** What is open at the moment. */
export type Leftovers = { channels: number; listeners: number; timers: number }

/** As it has to be whenever no session waits. */
export const nothing: Leftovers = { channels: 0, listeners: 0, timers: 0 }

/**
 * Watches what is opened and closed from now on; the function it returns counts. Wants fake timers,
 * and `vi.restoreAllMocks` and `vi.unstubAllGlobals` after the test.
 */
export function countLeftovers(): () => Leftovers {
  const channels = new Set<BroadcastChannel>()
  const listeners = new Set<unknown>()
  const add = window.addEventListener
  vi.spyOn(window, 'addEventListener').mockImplementation((type: string, ...rest: unknown[]) => {
    Reflect.apply(add, window, [type, ...rest])
    const { signal } = Object(rest[1]) as AddEventListenerOptions
    if (type !== 'message' || signal?.aborted) return
    listeners.add(rest[0])
    // Whoever ends otherwise than by its signal counts as left over.
    signal?.addEventListener('abort', () => listeners.delete(rest[0]))
  })
  vi.stubGlobal(
    'BroadcastChannel',
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name)
        channels.add(this)
      }
      override close() {
        channels.delete(this)
        super.close()
      }
    },
  )
  return () => ({
    channels: channels.size,
    listeners: listeners.size,
    timers: vi.getTimerCount(),
  })
}
