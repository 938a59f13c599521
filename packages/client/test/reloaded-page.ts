// For tests of a session that is resumed after a reload.

// The tests write the record that the page before this one would have left.

import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createConnect } from '../src/connect.ts'
import type { FullGrant } from '../src/grant.ts'
import type { EndpointOptions } from '../src/options/connect-options.ts'
import { channelName } from '../src/popup/message.ts'
import { markOf } from '../src/resume/connection-mark.ts'
import { recordKey, type SessionRecord } from '../src/resume/session-record.ts'
import { hashOf } from '../src/state/read-state.ts'
import { createStateToken } from '../src/state/state-token.ts'
import { connectionOf } from './connection-of.ts'
import { countLeftovers, type Leftovers } from './count-leftovers.ts'

export const base = { clientId: 'app', redirectUri: `${location.origin}/redirect.html` }
const RealChannel = BroadcastChannel
export let token: string
export let hash: string
export let leftovers: () => Leftovers
export let stops: (() => void)[]
export let faults: unknown[]

function onFault(event: PromiseRejectionEvent) {
  return faults.push(event.reason)
}

beforeEach(async () => {
  token = createStateToken()
  hash = (await hashOf(token)) ?? ''
  stops = []
  faults = []
  addEventListener('unhandledrejection', onFault)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  leftovers = countLeftovers()
})
afterEach(() => {
  for (const stop of stops) stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  removeEventListener('unhandledrejection', onFault)
  sessionStorage.clear()
  expect(faults).toEqual([])
})

/** Of the only connection of its page. @param options added to those of `base` */
export async function leaveRecord(
  record: Partial<SessionRecord> = {},
  ageMs = 0,
  options: Partial<EndpointOptions> = {},
) {
  const connection = connectionOf({ ...base, exchange: async () => 'data', ...options })
  const mark = await markOf(connection, [connection])
  const appUser = await hashOf(options.appUser)
  const address = 'https://connect.smartcar.com/oauth/authorize?response_type=code'
  const whole = { hash, ...mark, appUser, createdMs: Date.now() - ageMs, address, ...record }
  sessionStorage.setItem(recordKey, JSON.stringify(whole))
}

// The page as it is after a reload: a new connection with the same options, and someone watching.
export function reload(options: Partial<EndpointOptions<string>> = {}) {
  const exchange = vi.fn(async (_: FullGrant) => 'data')
  const connect = createConnect<string>({ ...base, exchange, ...options })
  const stop = connect.subscribe(() => {})
  stops.push(() => {
    stop()
    connect.cancel()
  })
  return { connect, exchange }
}

// By now, whoever is to take a record up has done so.
export async function loaded() {
  await import('../src/late.ts')
  await new Promise(resolve => queueMicrotask(() => resolve(undefined)))
  await hashOf('')
}

export function messageOf(state: string, code: string, id = '1,2') {
  return { type: 'smartcar-connect', id, state, params: { code } }
}

export function hashChannel() {
  const channel = new RealChannel(channelName(hash))
  const acknowledged: unknown[] = []
  channel.onmessage = ({ data }) => acknowledged.push(data)
  stops.push(() => channel.close())
  return { channel, acknowledged }
}
