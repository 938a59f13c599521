// Which connection of a page goes on with a session: the one that was clicked, or none.

import { expect, test } from 'vitest'
import { connectionOf } from '../../test/connection-of.ts'
import type { EndpointOptions } from '../options/connect-options.ts'
import { markOf, ownerOf } from './connection-mark.ts'

const base = { clientId: 'app', redirectUri: 'https://app.example/r', exchange: '/exchange' }

function page(...options: Partial<EndpointOptions>[]) {
  return options.map(more => connectionOf({ ...base, ...more }))
}

// The place on the second page of the connection that was clicked on the first, or -1.
async function findAgain(
  before: Partial<EndpointOptions>[],
  clicked: number,
  after: Partial<EndpointOptions>[],
) {
  const connections = page(...before)
  const connection = connections[clicked]
  if (!connection) throw new Error('The first page has no such connection.')
  const next = page(...after)
  const owner = await ownerOf(await markOf(connection, connections), next)
  return owner ? next.indexOf(owner) : -1
}

test.each<[string, Partial<EndpointOptions>[], number, Partial<EndpointOptions>[], number]>([
  ['the only one goes on', [{}], 0, [{}], 0],
  ['two alike: the first was clicked', [{}, {}], 0, [{}, {}], 0],
  ['two alike: the second was clicked', [{}, {}], 1, [{}, {}], 1],
  ['two alike, of which only one is there yet', [{}, {}], 1, [{}], -1],
  ['one, of which two are there now', [{}], 0, [{}, {}], -1],
  [
    'ids decide, whatever the order',
    [{ instanceId: 'a' }, { instanceId: 'b' }],
    0,
    [{ instanceId: 'b' }, { instanceId: 'a' }],
    1,
  ],
  [
    'another id is there alone',
    [{ instanceId: 'a' }, { instanceId: 'b' }],
    0,
    [{ instanceId: 'b' }],
    -1,
  ],
  [
    'all ids are others: the place decides',
    [{ instanceId: 'a' }, { instanceId: 'b' }],
    1,
    [{ instanceId: 'c' }, { instanceId: 'd' }],
    1,
  ],
  [
    'the state decides, whatever the order',
    [{ state: 'a' }, { state: 'b' }],
    1,
    [{ state: 'b' }, { state: 'a' }],
    0,
  ],
  ['a state that is made anew on each page', [{ state: '1' }], 0, [{ state: '2' }], 0],
  ['the vehicle is another one', [{ vehicleId: 'a' }], 0, [{ vehicleId: 'b' }], -1],
  [
    'the vehicle decides, whatever the order',
    [{ vehicleId: 'a' }, { vehicleId: 'b' }],
    0,
    [{ vehicleId: 'b' }, { vehicleId: 'a' }],
    1,
  ],
  [
    'headers that differ from page to page',
    [{ exchange: { url: '/e', headers: { csrf: '1' } } }],
    0,
    [{ exchange: { url: '/e', headers: { csrf: '2' } } }],
    0,
  ],
])('%s', { tags: ['F59'] }, async (_, before, clicked, after, expected) => {
  expect(await findAgain(before, clicked, after)).toBe(expected)
})

test.each<Partial<EndpointOptions>>([
  { applicationId: 'another', clientId: undefined },
  { clientId: 'another' },
  { redirectUri: 'https://app.example/another' },
  { exchange: '/another' },
  { session: '/session' },
  { externalId: 'another' },
])(
  'connections that differ in their options are told apart: %o',
  {
    tags: ['F11'],
  },
  async other => {
    expect(await findAgain([{}], 0, [other])).toBe(-1)
    expect(await findAgain([other], 0, [{}])).toBe(-1)
  },
)

test('applications are told apart by their id under either name', { tags: ['F11'] }, async () => {
  const [one, another] = ['one', 'another'].map(applicationId => ({
    applicationId,
    clientId: undefined,
  }))
  expect(await findAgain([one ?? {}], 0, [another ?? {}])).toBe(-1)
  expect(await findAgain([one ?? {}], 0, [one ?? {}])).toBe(0)
})

test('the mark holds hashes only', { tags: ['T32'] }, async () => {
  const [connection = connectionOf(base)] = page({ state: 'canary', instanceId: 'canary' })
  expect(JSON.stringify(await markOf(connection, [connection]))).not.toContain('canary')
})
