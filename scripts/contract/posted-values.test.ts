// Client and server agree on what is posted: whatever the one lets pass, the other takes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswer, resultKind } from '../../packages/client/src/answer/read-answer.ts'
import { canPost, postedValues } from '../../packages/client/src/backend/posted-values.ts'
import {
  buildConnectUrl,
  type ConnectParams,
} from '../../packages/client/src/options/connect-url.ts'
import { permissions } from '../../packages/client/src/options/permissions.ts'
import { answerNames } from '../../packages/client/src/popup/message.ts'
import { readMessage } from '../../packages/client/src/redirect-page/read-message.ts'
import { appStateOf } from '../../packages/client/src/state/read-state.ts'
import { createStateToken, wireState } from '../../packages/client/src/state/state-token.ts'
import { permissionNames } from '../../packages/server/src/api/permission.ts'
import { idempotencyKey } from '../../packages/server/src/exchange/idempotency-key.ts'
import { parsePostedGrant } from '../../packages/server/src/exchange/posted-grant.ts'
import * as server from '../../packages/server/src/http/posted-values.ts'
import { answerNames as serverAnswerNames } from '../../packages/server/src/options/answer-names.ts'
import { parseSessionRequest } from '../../packages/server/src/session/session-request.ts'
import { createSimulator } from '../../packages/simulator/src/simulator.ts'

const token = createStateToken()
const base = {
  clientId: 'demo-client',
  redirectUri: 'http://localhost:5173/smartcar-redirect.html',
}
const paths = {
  code: '/oauth/authorize?response_type=code',
  user_id: '/oauth/authorize?response_type=none',
  vehicle_id: '/oauth/reauthenticate?response_type=vehicle_id',
}

// Texts of every character, of those that JSON and addresses write longer, and around the limits.
const unit = fc.oneof(
  fc.constantFrom('"', '\\', '\t', '\n', '\r', '%', '&', '+', ' ', 'a', 'é', '車', '🚗', '\u2028'),
  fc.constantFrom('\0', '\u007f', '\u0085', '\ud83d', '\udc00'),
  fc.nat(0xffff).map(code => String.fromCharCode(code)),
)
const printable = fc.integer({ min: 0x21, max: 0x7e }).map(code => String.fromCharCode(code))
const anyText = fc.oneof(
  fc.string({ unit, maxLength: 12 }),
  fc.string({ unit: printable, maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom('"', '\\', '\n', 'a', 'é', '🚗'),
      fc.constantFrom(64, 85, 128, 129, 250, 256, 257, 500, 512, 1000, 1001, 1024, 1025),
    )
    .map(([character, times]) => character.repeat(times)),
)

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** The address of Connect; `undefined` where the client refuses the options at the click. */
function connectUrl(params: Partial<ConnectParams>): URL | undefined {
  try {
    return buildConnectUrl({ ...base, ...params }, wireState(token, params.state))
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return undefined
  }
}

test('both tables say the same', () => {
  expect(server.postedValues).toEqual(postedValues)
  expect([...serverAnswerNames].sort()).toEqual(['state', ...answerNames].sort())
})

test('both know the same permissions', () => {
  expect(permissionNames).toEqual(permissions.map(({ name }) => name).toSorted())
})

test('an app state that passes the click comes back whole, and the server takes it', {
  tags: ['T13', 'F18'],
}, () => {
  let carried = 0
  fc.assert(
    fc.property(anyText, state => {
      const sent = connectUrl({ state })?.searchParams.get('state')
      if (!sent) return
      carried++
      const message = readMessage(`?${new URLSearchParams({ code: 'c', state: sent })}`)
      expect(message?.params).toEqual({ code: 'c' })
      const grant = { code: 'c', state: appStateOf(message?.state ?? '') ?? '' }
      expect(grant.state).toBe(state)
      expect(parsePostedGrant(bytesOf(grant))).toMatchObject({ unverified: { state } })
      expect(parseSessionRequest(bytesOf({ state }))).toEqual({ state })
    }),
    { numRuns: 1000 },
  )
  expect(carried).toBeGreaterThan(200)
})

test('ids that pass the click are taken by the server', { tags: ['T13'] }, () => {
  let carried = 0
  fc.assert(
    fc.property(anyText, text => {
      if (text && connectUrl({ vehicleId: text })) {
        carried++
        expect(parseSessionRequest(bytesOf({ vehicleId: text }))).toEqual({ vehicleId: text })
        expect(parsePostedGrant(bytesOf({ vehicleId: text }))).toMatchObject({ vehicleId: text })
      }
      if (text && connectUrl({ externalId: text })) {
        carried++
        const unverified = { externalId: text }
        expect(parsePostedGrant(bytesOf({ code: 'c', ...unverified }))).toMatchObject({
          unverified,
        })
      }
    }),
    { numRuns: 1000 },
  )
  expect(carried).toBeGreaterThan(200)
})

test('a grant that the client reads is one that the server parses, value by value', {
  tags: ['T13', 'T18'],
}, () => {
  const virtualKeyUrl = anyText.map(text => `https://www.tesla.com/_ak/${text}`)
  const value = fc.oneof(anyText, fc.constantFrom('an-id', ''))
  const answer = fc.record(
    {
      code: value,
      user_id: value,
      vehicle_id: value,
      external_id: value,
      virtual_key_url: fc.oneof(virtualKeyUrl, anyText),
    },
    { requiredKeys: [] },
  )
  const kinds = fc.constantFrom('code', 'user_id', 'vehicle_id')
  let parsed = 0
  fc.assert(
    fc.property(answer, kinds, (params, kind) => {
      const url = new URL(paths[kind as keyof typeof paths], 'https://connect.smartcar.com')
      const read = readAnswer(params, resultKind(url), canPost, 'mine')
      if (!read.ok) return
      parsed++
      const posted = JSON.parse(JSON.stringify(read.grant))
      const { code, ...unverified } = posted
      expect(parsePostedGrant(bytesOf(posted))).toEqual({
        kind: { code: 'code', user_id: 'user', vehicle_id: 'vehicle' }[kind],
        ...(kind === 'code' && { code }),
        ...(kind === 'user_id' && { userId: posted.userId }),
        ...(kind === 'vehicle_id' && { vehicleId: posted.vehicleId }),
        unverified,
      })
    }),
    { numRuns: 2000 },
  )
  expect(parsed).toBeGreaterThan(100)
})

test('the longest grant passes the redirect page and the size limit of the server', {
  tags: ['T13'],
}, () => {
  function longest(name: server.PostedName, character: string) {
    return character.repeat(server.postedValues[name][0])
  }
  // Written with `%` in an address, and with a backslash in JSON, these take the most room.
  const wire = wireState(token, longest('state', '\n'))
  const start = 'https://tesla.com/?'
  const answer = {
    code: longest('code', '\\'),
    user_id: longest('userId', '\\'),
    vehicle_id: longest('vehicleId', '\\'),
    external_id: longest('externalId', '\\'),
    virtual_key_url: start + longest('virtualKeyUrl', '\\').slice(start.length),
    state: wire,
  }
  const message = readMessage(`?${new URLSearchParams(answer)}`)
  const read = readAnswer(message?.params ?? {}, 'code', canPost, appStateOf(wire))
  expect(read.ok && Object.values(read.grant).every(Boolean)).toBe(true)
  const body = bytesOf(read.ok && read.grant)
  expect(body.length).toBeLessThanOrEqual(server.maxPostedBytes)
  expect(body.length).toBeGreaterThan(server.maxPostedBytes / 2)
  expect(parsePostedGrant(body)).toMatchObject({ kind: 'code' })
})

test('the client’s keys are keys of the server', () => {
  for (let round = 0; round < 100; round++) {
    const key = createStateToken()
    const headers = { 'Idempotency-Key': key }
    expect(idempotencyKey(new Request('https://app.example', { headers }))).toBe(key)
  }
})

test('the simulator takes every address that passes the click', async () => {
  const { fetch } = createSimulator()
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (state, externalId, user) => {
      const url = connectUrl({ state, externalId, user, make: 'tesla', flags: { country: 'de' } })
      if (!url) return
      const local = new URL(url.pathname + url.search, 'http://localhost:4010')
      const response = await fetch(new Request(local, { redirect: 'manual' }))
      expect(response.status, await response.text()).toBeLessThan(400)
    }),
    { numRuns: 200 },
  )
})
