// Signed webhooks, checked against Node's own HMAC.

import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { messageFaults } from '../../test/message-faults.ts'
import { messageOf } from '../../test/message-of.ts'
import { answerChallenge } from './answer-challenge.ts'
import { verifyWebhook } from './verify-webhook.ts'

const token = 'management-token'
const body = '{ "eventId": "1",  "data": { "odometer": 5 } }'

function sign(text: string, secret = token) {
  return createHmac('sha256', secret).update(text).digest('hex')
}

function webhook(text: string, signature?: string) {
  return new Request('https://app.example.com/hook', {
    method: 'POST',
    body: text,
    ...(signature !== undefined && { headers: { 'sc-signature': signature } }),
  })
}

test('returns the body of a signed webhook as it came', { tags: ['T44'] }, async () => {
  expect(await verifyWebhook(webhook(body, sign(body)), token)).toBe(body)
})

test.each([
  ['no signature', undefined],
  ['an empty signature', ''],
  ['the signature of another token', sign(body, 'other')],
  ['the signature of another body', sign(`${body} `)],
  ['the signature of the body written again', sign(JSON.stringify(JSON.parse(body)))],
  ['a cut signature', sign(body).slice(0, 63)],
])('refuses %s', { tags: ['T44'] }, async (_, signature) => {
  expect(await verifyWebhook(webhook(body, signature), token)).toBeUndefined()
})

test('refuses a body that does not end', { tags: ['T44'] }, async () => {
  const text = 'x'.repeat(1024 * 1024 + 1)
  expect(await verifyWebhook(webhook(text, sign(text)), token)).toBeUndefined()
})

test('signs alike on a runtime without Node’s crypto', { tags: ['T44'] }, async () => {
  vi.resetModules()
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
  const webCrypto = vi.spyOn(crypto.subtle, 'sign')
  const elsewhere = await import('./verify-webhook.ts')
  expect(await elsewhere.verifyWebhook(webhook(body, sign(body)), token)).toBe(body)
  expect(await elsewhere.verifyWebhook(webhook(body, sign(body, 'other')), token)).toBeUndefined()
  expect(webCrypto).toHaveBeenCalledTimes(2)
  vi.restoreAllMocks()
})

test.each(['abc', '12', 'true', 'null', 'x'.repeat(256)])(
  'an answered challenge is no signed event: %s',
  { tags: ['T52'] },
  async challenge => {
    const signature = await answerChallenge(challenge, token)
    expect(await verifyWebhook(webhook(challenge, signature), token)).toBeUndefined()
  },
)

test('gives the byte order mark no other reading', { tags: ['T52'] }, async () => {
  const marked = `\u{feff}${body}`
  expect(await verifyWebhook(webhook(marked, sign(body)), token)).toBeUndefined()
  expect(await verifyWebhook(webhook(body, sign(marked)), token)).toBeUndefined()
})

test('says so when a body parser was there first', { tags: ['T44'] }, async () => {
  const read = webhook(body, sign(body))
  await read.text()
  const message = await messageOf(() => verifyWebhook(read, token))
  expect(messageFaults(message, 'body_read')).toEqual([])
})

test('a body that breaks off or never ends is no event', { tags: ['F64'] }, async () => {
  const broken = new ReadableStream({ start: controller => controller.error(new Error('reset')) })
  const endless = new ReadableStream({ pull: () => new Promise(() => {}) })
  function send(stream: ReadableStream) {
    const init = { method: 'POST', body: stream, duplex: 'half' as const }
    return verifyWebhook(new Request('https://app.example.com/hook', init), token)
  }
  expect(await send(broken)).toBeUndefined()
  const late = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal)
  const ended = send(endless)
  setTimeout(() => late.abort(), 20)
  expect(await ended).toBeUndefined()
  expect(AbortSignal.timeout).toHaveBeenCalledWith(10_000)
  vi.restoreAllMocks()
})

test('believes nothing while the management token is not set', { tags: ['T44'] }, async () => {
  await expect(verifyWebhook(webhook(body, 'a'.repeat(64)), '')).rejects.toThrow(/managementToken/)
})
