// The challenge of a webhook's set-up, checked against Node's own HMAC.

import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerChallenge } from './answer-challenge.ts'

const token = 'management-token'
const event = '{ "eventId": "1",  "data": { "odometer": 5 } }'

test('answers the challenge of the set-up', async () => {
  expect(await answerChallenge('abc', token)).toBe(
    createHmac('sha256', token).update('abc').digest('hex'),
  )
})

test.each(['', event, '{}', '[]', '"a"', 'a b', 'a\n', 'x'.repeat(257)])(
  'signs no challenge that could be a webhook: %s',
  { tags: ['T44'] },
  async challenge => {
    await expect(answerChallenge(challenge, token)).rejects.toThrow(TypeError)
  },
)

test('answers nothing while the management token is not set', { tags: ['T44'] }, async () => {
  await expect(answerChallenge('abc', '')).rejects.toThrow(/managementToken/)
})
