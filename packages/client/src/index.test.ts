// The public surface, and that having it costs nothing.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const touched: string[] = []
const browserOnly = [
  'window',
  'document',
  'location',
  'history',
  'top',
  'opener',
  'open',
  'origin',
  'screenX',
  'outerWidth',
  'addEventListener',
  'matchMedia',
  'BroadcastChannel',
  'localStorage',
  'sessionStorage',
]
let before: (string | symbol)[]

// Whoever reads one of these at import time leaves its name here.
beforeEach(() => {
  touched.length = 0
  vi.resetModules()
  for (const name of browserOnly) {
    const own = Object.getOwnPropertyDescriptor(globalThis, name)
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        touched.push(name)
        return undefined
      },
    })
    restore.push(() => {
      if (own) Object.defineProperty(globalThis, name, own)
      else Reflect.deleteProperty(globalThis, name)
    })
  }
  before = Reflect.ownKeys(globalThis)
})
const restore: (() => void)[] = []
afterEach(() => {
  for (const undo of restore.splice(0)) undo()
})

test('exports what the README and the React package build on', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "ConnectError",
      "buildConnectUrl",
      "createConnect",
      "createConnectedCars",
      "isConnectOption",
      "permissions",
    ]
  `)
  expect(Object.keys(await import('./redirect-page/finish-connect.ts'))).toEqual(['finishConnect'])
  expect(Object.keys(await import('./redirect-page/page.ts'))).toEqual(['redirectPage'])
  expect(Object.keys(await import('./redirect-page/vite.ts'))).toEqual(['smartcarConnect'])
})

test('importing it in Node reads nothing of a browser and leaves no global', {
  tags: ['F49'],
}, async () => {
  for (const entry of [
    './index.ts',
    './redirect-page/finish-connect.ts',
    './redirect-page/page.ts',
    './redirect-page/vite.ts',
  ]) {
    await import(entry)
  }
  expect(touched).toEqual([])
  expect(Reflect.ownKeys(globalThis).filter(key => !before.includes(key))).toEqual([])
})

test('the trap of the test above does spring', () => {
  void globalThis.location
  expect(touched).toEqual(['location'])
})
