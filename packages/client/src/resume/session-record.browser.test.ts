// What a tab keeps of a session, and where nothing can be kept.

import { afterEach, expect, test, vi } from 'vitest'
import { connectionOf } from '../../test/connection-of.ts'
import { hashOf } from '../state/read-state.ts'
import { createStateToken } from '../state/state-token.ts'
import { deleteRecord, readRecord, recordKey, storeRecord } from './session-record.ts'

const url = new URL('https://connect.smartcar.com/oauth/authorize?response_type=none&state=secret')
const connection = connectionOf({
  clientId: 'app',
  redirectUri: '/redirect',
  exchange: { url: '/exchange', headers: { 'X-CSRF': 'canary-header' } },
  state: 'canary-state',
  appUser: 'somebody-who-logged-in-since',
})
const watched = [connection]

afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

test('keeps hashes, never the token, the login or an option', {
  tags: ['T15', 'T32'],
}, async () => {
  const token = createStateToken()
  await storeRecord({ token, url, connection, appUser: 'canary-user', watched }, '/garage')
  const [hash, appUser] = [await hashOf(token), await hashOf('canary-user')]
  expect(readRecord()).toMatchObject({ hash, appUser, returnTo: '/garage' })
  const stored = JSON.stringify({ ...sessionStorage })
  expect(stored).not.toContain(token)
  expect(stored).not.toContain('canary')
  expect(readRecord()?.address).toBe(
    'https://connect.smartcar.com/oauth/authorize?response_type=none',
  )
})

test('keeps nothing without a hash, and says so', { tags: ['F32'] }, async () => {
  vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as never)
  expect(await storeRecord({ token: createStateToken(), url, connection, watched })).toBeUndefined()
  expect({ ...sessionStorage }).toEqual({})
})

test('says so where nothing can be stored', { tags: ['F30'] }, async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await storeRecord({ token: createStateToken(), url, connection, watched })).toBeUndefined()
})

test('deletes the record of the session that is meant, and no other', {
  tags: ['F11'],
}, async () => {
  const first = await storeRecord({ token: createStateToken(), url, connection, watched })
  const second = await storeRecord({ token: createStateToken(), url, connection, watched })
  const stored = sessionStorage.getItem(recordKey)
  deleteRecord(first ?? '')
  expect(sessionStorage.getItem(recordKey)).toBe(stored)
  deleteRecord(second ?? '')
  expect({ ...sessionStorage }).toEqual({})
})

test('a record that cannot be read is none', { tags: ['F30'] }, () => {
  for (const text of ['', 'not JSON', 'null']) {
    sessionStorage.setItem(recordKey, text)
    expect(readRecord()).toBeUndefined()
  }
})
