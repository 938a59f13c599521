// A page of the small world: a realm with the parts of a browser that the client uses.

import { createHash, webcrypto } from 'node:crypto'
import { createContext, runInContext } from 'node:vm'
import type { Page, Tab, World } from './parts.ts'
import { clientScript, redirectScript } from './scripts.ts'

/** What is loaded: the app, or the redirect page in a popup. */
export type Load =
  | { kind: 'app'; visit: 'navigate' | 'reload' }
  | { kind: 'redirect'; search: string; opener: Tab; handle: object }

const origin = 'https://app.example'
/** How many connections with the same options the app has. */
export const connectionCount = 2

/** Loads a page into a tab. */
export function startPage(world: World, tab: Tab, load: Load): Page {
  const listeners = new Set<{ type: string; run: (event: object) => void }>()
  const page: Page = {
    isGone: false,
    connections: [],
    popups: [],
    faults: [],
    hear(data, source) {
      const event = { isTrusted: true, origin, source, data: structuredClone(data) }
      for (const { type, run } of [...listeners]) if (type === 'message') run(event)
    },
  }
  let clicked = 0
  const timers = new Map<number, () => void>()
  let timerCount = 0

  class Channel {
    onmessage: (event: object) => void = () => {}
    #entry: { page: Page; hear: (data: unknown) => void }
    #group: Set<{ page: Page; hear: (data: unknown) => void }>
    constructor(name: string) {
      this.#group = world.channels.get(name) ?? new Set()
      world.channels.set(name, this.#group)
      this.#entry = {
        page,
        hear: data => this.onmessage({ isTrusted: true, origin, source: null, data }),
      }
      this.#group.add(this.#entry)
    }
    postMessage(data: unknown) {
      const text = structuredClone(data)
      for (const entry of this.#group) {
        if (entry === this.#entry) continue
        world.later(entry.page, 1, () => this.#group.has(entry) && entry.hear(text))
      }
    }
    close() {
      this.#group.delete(this.#entry)
    }
  }

  const storage = {
    getItem: (key: string) => tab.storage.get(key) ?? null,
    setItem: (key: string, value: string) => void tab.storage.set(key, value),
    removeItem: (key: string) => void tab.storage.delete(key),
  }
  const realm: Record<string, unknown> = {
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    AbortController,
    atob,
    btoa,
    origin,
    location: {
      origin,
      href: `${origin}/`,
      pathname: load.kind === 'app' ? '/' : '/redirect',
      search: load.kind === 'app' ? '' : load.search,
    },
    history: { replaceState() {} },
    document: { hasFocus: () => true, documentElement: { dataset: {} } },
    // `in` is how the client asks whether there is a record.
    sessionStorage: new Proxy(storage, { has: (_, key) => tab.storage.has(String(key)) }),
    BroadcastChannel: Channel,
    Date: { now: () => world.nowMs },
    performance: {
      now: () => world.nowMs,
      getEntriesByType: () => [{ type: load.kind === 'app' ? load.visit : 'navigate' }],
    },
    crypto: {
      getRandomValues: (array: Uint8Array) => webcrypto.getRandomValues(array),
      subtle: {
        digest: async (_: string, bytes: Uint8Array) =>
          new Uint8Array(createHash('sha256').update(bytes).digest()).buffer,
      },
    },
    setTimeout(run: (...values: unknown[]) => void, ms: number, ...values: unknown[]) {
      const id = ++timerCount
      timers.set(
        id,
        world.later(page, ms, () => run(...values)),
      )
      return id
    },
    clearTimeout: (id: number) => timers.get(id)?.(),
    addEventListener(
      type: string,
      run: (event: object) => void,
      options?: { signal?: AbortSignal },
    ) {
      const entry = { type, run }
      listeners.add(entry)
      options?.signal?.addEventListener('abort', () => listeners.delete(entry))
    },
    removeEventListener() {},
    reportError: (error: unknown) => page.faults.push(error),
    screenX: 0,
    screenY: 0,
    outerWidth: 1000,
    outerHeight: 800,
    close: () => {
      page.isGone = true
      tab.page = undefined
    },
    opener:
      load.kind === 'redirect'
        ? {
            postMessage(data: unknown) {
              const opener = load.opener.page
              if (opener) world.later(opener, 1, () => opener.hear(data, load.handle))
            },
          }
        : null,
    open(address: string) {
      const popup: Tab = { storage: new Map(), page: undefined, isPopup: true }
      world.tabs.push(popup)
      popup.page = { ...page, isGone: false, connections: [], popups: [], faults: [] }
      const handle = {
        get closed() {
          return !popup.page
        },
        focus() {},
        postMessage(data: unknown) {
          const { page: answering } = popup
          if (answering) world.later(answering, 1, () => answering.hear(data, null))
        },
        close: () => {
          if (popup.page) popup.page.isGone = true
          popup.page = undefined
        },
      }
      page.popups.push({ tab: popup, handle, address: new URL(address), index: clicked })
      return handle
    },
  }
  Object.assign(realm, { self: realm, top: realm, window: realm })
  const context = createContext(realm)
  if (load.kind === 'redirect') {
    runInContext(redirectScript, context)
    return page
  }
  const { createConnect } = runInContext(`${clientScript}; client`, context)
  for (let index = 0; index < connectionCount; index++) {
    const connect = createConnect(() => ({
      clientId: 'app',
      redirectUri: '/redirect',
      appUser: world.user,
      exchange: async ({ code }: { code: string }) => {
        world.exchanges.push({ code, tab, index, user: world.user })
        return 'data'
      },
    }))
    const open = connect.open
    page.connections.push({
      ...connect,
      open() {
        clicked = index
        return open()
      },
    })
    connect.subscribe(() => {})
  }
  return page
}
