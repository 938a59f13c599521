// Counts what a page has open: message listeners, timers, channels, objects and the heap.

import type { CDPSession, Page } from 'playwright'
import { liveObjects } from './live-objects.ts'

/** Numbers by name, such as `listeners` and `heapKilobytes`. */
export type Counts = Readonly<Record<string, number>>

// Also notes when a window is opened and when the backend is called, in `times`.
const watch = `
  const open = { listeners: new Set(), timers: new Set(), channels: new Set() }
  Object.assign(globalThis, { open_: open, times: {} })
  const { setTimeout, clearTimeout, addEventListener } = window
  window.setTimeout = (run, ms, ...given) => {
    const timer = setTimeout(() => { open.timers.delete(timer); run(...given) }, ms)
    open.timers.add(timer)
    return timer
  }
  window.clearTimeout = timer => { open.timers.delete(timer); clearTimeout(timer) }
  window.addEventListener = (type, listener, options) => {
    addEventListener.call(window, type, listener, options)
    if (options?.signal?.aborted) return
    open.listeners.add(listener)
    options?.signal?.addEventListener('abort', () => open.listeners.delete(listener))
  }
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) { super(name); open.channels.add(this) }
    close() { open.channels.delete(this); super.close() }
  }
  const openWindow = window.open
  window.open = (...given) => { times.open = performance.now(); return openWindow.apply(window, given) }
  const send = window.fetch
  window.fetch = (...given) => { times.fetch = performance.now(); return send(...given) }
`

/** Makes a page that is not loaded yet count what it opens. */
export function watchOpenThings(page: Page): Promise<unknown> {
  return page.addInitScript(watch)
}

/** Counts after a garbage collection. */
export async function countOpenThings(page: Page, cdp: CDPSession): Promise<Counts> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { jsEventListeners, documents } = await cdp.send('Memory.getDOMCounters')
  const objects = await liveObjects(cdp)
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const open: Counts = await page.evaluate(
    'Object.fromEntries(Object.entries(open_).map(([name, { size }]) => [name, size]))',
  )
  return {
    ...open,
    jsEventListeners,
    documents,
    objects,
    heapKilobytes: Math.round(usedSize / 1_024),
  }
}
