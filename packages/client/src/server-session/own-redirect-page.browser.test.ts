// `redirectUri` beside `backend`: the redirect page is the app's own, and both sides must name the same one.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countClick } from '../../test/count-click.ts'
import { holdSessions, newAddress, spyOnOpen } from '../../test/session-answers.ts'
import { createConnect } from '../connect.ts'
import { createStateToken } from '../state/state-token.ts'

const path = '/smartcar-redirect.html'

beforeEach(() => countClick(true))
afterEach(() => vi.restoreAllMocks())

function comingBackTo(redirectUri: string): Response {
  const state = createStateToken()
  const query = new URLSearchParams({ response_type: 'none', redirect_uri: redirectUri, state })
  const url = `https://connect.smartcar.com/oauth/authorize?${query}`
  return Response.json({ url, state, expiresInMs: 900_000 })
}

async function click(redirectUri: string | undefined, answered: string) {
  const { answers, fetched } = holdSessions()
  const open = spyOnOpen()
  const connect = createConnect({ backend: newAddress(), redirectUri })
  void connect.open()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.(comingBackTo(answered))
  await vi.waitFor(() => expect(connect.getSession().status).not.toBe('preparing'))
  const session = connect.getSession()
  connect.cancel()
  return { session, open, fetched }
}

test.each([
  ['a path', path],
  ['an address', `${location.origin}${path}`],
  ['nothing, where the server alone decides', undefined],
  ['an empty text, as of a variable that is not set', ''],
])('opens where the server names the same page: %s', { tags: ['F70'] }, async (_, redirectUri) => {
  const { session, open, fetched } = await click(redirectUri, `${location.origin}${path}`)
  expect(session).toEqual({ status: 'waiting', popup: 'open' })
  expect(open).toHaveBeenCalledTimes(1)
  expect(fetched.mock.calls[0]?.[1]?.body).toBe('{}')
})

test.each([
  ['another page of this origin', path, `${location.origin}/api/redirect`],
  ['a page of another origin', path, `https://www.app.example${path}`],
  [
    'a page of another origin that both name',
    `https://www.app.example${path}`,
    `https://www.app.example${path}`,
  ],
])(
  'opens nothing where the server comes back to %s, and names it',
  { tags: ['F70', 'F45'] },
  async (_, redirectUri, answered) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { session, open } = await click(redirectUri, answered)
    expect(session).toMatchObject({
      status: 'failed',
      error: {
        code: 'popup_unsupported',
        message: expect.stringContaining(
          `\`redirectUri\` is ${answered}, not of ${location.origin}`,
        ),
      },
    })
    expect(open).not.toHaveBeenCalled()
  },
)
