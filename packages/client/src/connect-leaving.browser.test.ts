// A connection whose tab is to leave for Connect, and what comes in between. Leaving itself is left out.

import { afterEach, expect, test, vi } from 'vitest'
import { createConnect } from './connect.ts'

let stay: () => void = () => {}

vi.mock('./late.ts', async importOriginal => ({
  ...(await importOriginal<typeof import('./late.ts')>()),
  leave: async (_: unknown, onStay: () => void) => {
    stay = onStay
  },
}))

afterEach(() => vi.restoreAllMocks())

async function start() {
  const seen: string[] = []
  vi.spyOn(window, 'open').mockReturnValue({ closed: false, focus() {}, close() {} } as Window)
  const connect = createConnect({
    clientId: 'app',
    redirectUri: '/redirect.html',
    exchange: '/exchange',
    onEvent: ({ status }) => seen.push(status),
  })
  stay = () => expect.fail('it has not left yet')
  const ending = connect.open({ presentation: 'redirect' })
  await import('./late.ts')
  await new Promise(resolve => setTimeout(resolve))
  return { connect, seen, ending }
}

test('whoever stays on the page finds it idle, and whoever waits for an ending is told', {
  tags: ['F68'],
}, async () => {
  const { connect, seen, ending } = await start()
  stay()
  expect(await ending).toEqual({ status: 'cancelled', reason: 'returned_to_app' })
  expect(connect.getSession()).toEqual({ status: 'idle' })
  expect(seen).toEqual(['redirecting', 'idle'])
})

test('a popup that is opened while the tab seems to leave takes its place', {
  tags: ['F68'],
}, async () => {
  const { connect, seen, ending } = await start()
  void connect.open()
  expect(await ending).toEqual({ status: 'cancelled', reason: 'superseded' })
  expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' })
  expect(seen).toEqual(['redirecting', 'idle', 'waiting'])
  connect.cancel()
})

test('leaving in place of a popup that was lost supersedes it', { tags: ['F10'] }, async () => {
  const { connect } = await start()
  stay()
  const popup = { closed: false, focus() {}, close: vi.fn() }
  vi.mocked(window.open).mockReturnValue(popup as unknown as Window)
  const first = connect.open()
  popup.closed = true
  await vi.waitFor(() => expect(connect.getSession()).toMatchObject({ popup: 'lost' }))
  void connect.open({ presentation: 'redirect' })
  expect(await first).toEqual({ status: 'cancelled', reason: 'superseded' })
  expect(connect.getSession()).toEqual({ status: 'redirecting' })
  connect.cancel()
})

test('in development, the console shows why a session failed', { tags: ['F64'] }, async () => {
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { connect } = await start()
  connect.cancel()
  vi.mocked(window.open).mockReturnValue(null)
  const ending = await connect.open()
  expect(shown.mock.calls).toEqual([[Object(ending).error]])
  expect(Object(ending).error.message).toContain('Browsers open a window only as part of a click')
})
