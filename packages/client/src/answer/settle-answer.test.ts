// What becomes of an answer, and what its failure must not tell.

import { expect, test } from 'vitest'
import { canPost } from '../backend/posted-values.ts'
import { settleAnswer } from './settle-answer.ts'

const token = 't'.repeat(43)
const url = new URL('https://connect.smartcar.com/oauth/authorize?response_type=code')

function answer(params: Record<string, string>) {
  const message = { type: 'smartcar-connect', id: '1,2', state: token, params } as const
  return { message, appState: undefined, key: 'key' }
}

test('an exchange function that quotes code and token in its error gives neither away', {
  tags: ['T32', 'F64'],
}, async () => {
  const settlement = await settleAnswer(
    {
      options: {
        exchange: async ({ code }) => {
          throw Object.assign(new Error(`sent ${code}`), { token, sent: { code } })
        },
      },
      url,
      canPost,
    },
    answer({ code: 'canary' }),
    () => {},
    new AbortController().signal,
  )
  expect(settlement).toMatchObject({
    ok: false,
    code: 'exchange_failed',
    details: { cause: { message: 'sent [secret]', token: '[secret]', sent: { code: '[secret]' } } },
  })
  const { cause } = Object(Object(settlement).details)
  expect(cause.stack).toContain('settle-answer.test')
  expect(cause.stack).not.toContain('canary')
})

test('what the provider says about an error does not repeat the token', {
  tags: ['T32'],
}, async () => {
  const params = { error: 'server_error', error_description: `state ${token} failed` }
  const settlement = await settleAnswer(
    { options: { exchange: '/exchange' }, url, canPost },
    answer(params),
    () => {},
    new AbortController().signal,
  )
  expect(settlement).toMatchObject({
    details: { providerErrorDescription: 'state [secret] failed' },
  })
})
