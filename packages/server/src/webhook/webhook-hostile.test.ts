// Deliveries that are odd, forged or repeated, at the webhook of a backend.

import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { managementToken, openBackend, vehiclesOf } from '../../test/open-backend.ts'
import type { WebhookEvent } from './webhook-event.ts'

function sign(body: string): string {
  return createHmac('sha256', managementToken).update(body).digest('hex')
}

function open() {
  const got: WebhookEvent[] = []
  function hear(event: WebhookEvent): void {
    got.push(event)
  }
  const opened = openBackend({
    onVehicleState: hear,
    onVehicleError: hear,
    onOtherEvent: hear,
  })
  async function send(body: string, signatures: readonly string[] = [sign(body)]): Promise<number> {
    const headers = new Headers(signatures.map(signature => ['SC-Signature', signature]))
    const address = 'http://localhost:5173/api/smartcar/webhook'
    const request = new Request(address, { method: 'POST', headers, body })
    return (await opened.backend.fetch(request)).status
  }
  return { ...opened, got, send }
}

function stateEvent(eventId: unknown, more: object = {}): string {
  return JSON.stringify({ eventId, eventType: 'VEHICLE_STATE', data: {}, ...more })
}

test('only one signature of exactly these bytes counts', { tags: ['T44'] }, async () => {
  const { send, got } = open()
  const body = stateEvent('e')
  const good = sign(body)
  const others = [[], [''], [good, good], [good, 'a'], [`sha256=${good}`], [good.slice(1)]]
  for (const signatures of others) expect(await send(body, signatures)).toBe(401)
  for (const other of [`${body} `, `\ufeff${body}`, stateEvent('f')]) {
    expect(await send(other, [good])).toBe(401)
  }
  expect(got).toEqual([])
  expect(await send(body, [good.toUpperCase()])).toBe(200)
  expect(got).toHaveLength(1)
})

test('a challenge signs nothing that could be an event', { tags: ['T44', 'T52'] }, async () => {
  const { send, got } = open()
  for (const challenge of [stateEvent('e'), '', 'a b', 'a'.repeat(257), ['a'], null]) {
    const asked = JSON.stringify({ eventType: 'VERIFY', data: { challenge } })
    expect(await send(asked, [])).toBe(400)
  }
  // What a challenge may be is no event when it comes back with its signature.
  for (const body of ['5', 'null', 'true', 'abc']) expect(await send(body)).toBe(400)
  expect(got).toEqual([])
})

test('one id is one event, whatever else it comes with', { tags: ['T44'] }, async () => {
  const { send, got } = open()
  const ids = ['e', 'a\0b', '\ud800', 'x'.repeat(100_000)]
  for (const id of ids) {
    expect(await send(stateEvent(id))).toBe(200)
    expect(await send(stateEvent(id, { triggers: ['again'] }))).toBe(200)
  }
  expect(got.map(event => event.id)).toEqual(['e', ...ids.slice(1).map(() => expect.any(String))])
  // Every database can keep it, and none of its indexes is too short for it.
  for (const event of got) expect(event.id).toMatch(/^[!-~]{1,256}$/)
})

test('a signed body that is odd breaks nothing', { tags: ['T13'] }, async () => {
  const { send } = open()
  const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  for (const body of ['', '[]', '{}', '{"eventType":5}', deep]) expect(await send(body)).toBe(400)
  expect(await send(stateEvent('big', { more: 'x'.repeat(1024 * 1024) }))).toBe(413)
  const odd = { errors: [null, 5, { signals: ['a.b'] }], signals: {}, vehicle: 5, user: [] }
  for (const eventType of ['VEHICLE_STATE', 'VEHICLE_ERROR', '__proto__', 'constructor']) {
    const meta = { deliveredAt: 'soon', mode: 5 }
    expect(await send(JSON.stringify({ eventType, data: odd, meta }))).toBe(200)
  }
})

test('an error from far ahead does not outlast what is told later', { tags: ['F71'] }, async () => {
  const { send, browser, store } = open()
  const [{ id = '' } = {}] = await vehiclesOf(await browser('ada').connect())
  const { smartcarUserId } = (await store.readVehicle('ada', id)) ?? {}
  function errorEvent(state: string, deliveredAt: number): string {
    const errors = [{ type: 'CONNECTED_SERVICES_ACCOUNT', code: 'AUTHENTICATION_FAILED', state }]
    const data = { user: { id: smartcarUserId }, vehicle: { id }, errors }
    return JSON.stringify({ eventType: 'VEHICLE_ERROR', data, meta: { deliveredAt } })
  }
  async function stateNow() {
    return (await store.readVehicle('ada', id))?.state
  }
  const aYear = 365 * 24 * 60 * 60_000
  expect(await send(errorEvent('ERROR', Date.now() + aYear))).toBe(200)
  expect(await stateNow()).toBe('needs_reauth')
  expect(await send(errorEvent('RESOLVED', Date.now() + 2 * 60_000))).toBe(200)
  expect(await stateNow()).toBe('connected')
})
