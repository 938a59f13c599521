// The session comes after the browser has stopped counting the click: nothing is lost silently.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countClick } from '../../test/count-click.ts'
import { holdSessions, newAddress, spyOnOpen } from '../../test/session-answers.ts'
import { createConnect } from '../connect.ts'

// Leaving would take the test along.
vi.mock('../late.ts', async importOriginal => ({
  ...(await importOriginal<typeof import('../late.ts')>()),
  leave: async () => {},
}))

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

const blocked = { status: 'failed', error: { code: 'popup_blocked' } }

function start(presentation?: 'popup' | 'redirect' | 'auto') {
  const { answers, fetched } = holdSessions()
  return {
    answers,
    fetched,
    open: spyOnOpen(),
    connect: createConnect({ backend: newAddress(), presentation }),
  }
}

test('while the click counts, the popup opens as soon as the session is there', async () => {
  countClick(true)
  const { connect, answers, open } = start()
  void connect.open()
  expect(connect.getSession()).toEqual({ status: 'preparing' })
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  expect(open).not.toHaveBeenCalled()
  answers[0]?.()
  await vi.waitFor(() => expect(connect.getSession()).toEqual({ status: 'waiting', popup: 'open' }))
  connect.cancel()
})

test.each([
  ['in a timer that was set in the click, as WebKit opens none when a request is answered', 0, 50],
  ['at once when it comes more than a second later', 2_000, 0],
])('it opens %s', async (_, arrivedMs, openedMs) => {
  const looked = vi.spyOn(Navigator.prototype, 'userActivation', 'get')
  looked.mockReturnValue({ isActive: true, hasBeenActive: true })
  const { connect, answers, open } = start()
  await import('../late.ts')
  const realTimer = setTimeout
  async function until(isThere: () => boolean) {
    do await new Promise(resolve => realTimer(resolve))
    while (!isThere())
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    void connect.open()
    await until(() => answers.length > 0)
    vi.advanceTimersByTime(arrivedMs)
    answers[0]?.()
    // The click is looked at when the session is there.
    await until(() => looked.mock.calls.length > 0)
    await until(() => true)
    expect(open).toHaveBeenCalledTimes(openedMs > 0 ? 0 : 1)
    vi.advanceTimersByTime(openedMs)
    expect(open).toHaveBeenCalledTimes(1)
  } finally {
    vi.useRealTimers()
  }
  connect.cancel()
})

test.each([undefined, 'popup'] as const)(
  'once it does not, %s fails in plain words, and the next click opens at once',
  async presentation => {
    countClick(false)
    const { connect, answers, fetched, open } = start(presentation)
    const ending = connect.open()
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    answers[0]?.()
    expect(await ending).toMatchObject(blocked)
    expect(await ending).toMatchObject({
      error: { message: expect.stringContaining('the next click opens') },
    })
    expect(open).not.toHaveBeenCalled()
    countClick(true)
    void connect.open()
    expect(open).toHaveBeenCalledTimes(1)
    expect(fetched).toHaveBeenCalledTimes(1)
    connect.cancel()
  },
)

test('retry() is such a click', async () => {
  countClick(false)
  const { connect, answers, open } = start()
  const ending = connect.open()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.()
  expect(await ending).toMatchObject(blocked)
  void connect.retry()
  expect(open).toHaveBeenCalledTimes(1)
  connect.cancel()
})

test.each(['auto', 'redirect'] as const)(
  'with the presentation %s this tab leaves',
  async presentation => {
    countClick(false)
    const { connect, answers, open } = start(presentation)
    const ending = connect.open()
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    answers[0]?.()
    await vi.waitFor(() => expect(connect.getSession()).toEqual({ status: 'redirecting' }))
    expect(open).not.toHaveBeenCalled()
    connect.cancel()
    expect(await ending).toEqual({ status: 'cancelled', reason: 'aborted' })
  },
)

test('where the browser tells nothing and blocks the popup, the session is kept', async () => {
  vi.spyOn(Navigator.prototype, 'userActivation', 'get').mockReturnValue(undefined as never)
  const { connect, answers, fetched, open } = start()
  open.mockReturnValueOnce(null)
  const ending = connect.open()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.()
  expect(await ending).toMatchObject(blocked)
  expect(open).toHaveBeenCalledTimes(1)
  void connect.open()
  expect(open).toHaveBeenCalledTimes(2)
  expect(open.mock.calls[1]?.[0]).toBe(open.mock.calls[0]?.[0])
  expect(fetched).toHaveBeenCalledTimes(1)
  connect.cancel()
})

test('what comes for a click that was cancelled serves the next one', {
  tags: ['F52'],
}, async () => {
  countClick(true)
  const { connect, answers, fetched, open } = start()
  void connect.open()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  connect.cancel()
  expect(connect.getSession()).toEqual({ status: 'cancelled', reason: 'aborted' })
  answers[0]?.()
  void connect.open()
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(1))
  expect(fetched).toHaveBeenCalledTimes(1)
  connect.cancel()
})
