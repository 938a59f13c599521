// What a tab keeps of a session: by whom it can be taken up, and where nothing can be kept.

import { afterEach, expect, test, vi } from 'vitest'
import { hashOf } from '../state/read-state.ts'
import { createStateToken } from '../state/state-token.ts'
import {
  type RecordOwner,
  readRecord,
  recordKey,
  recordOwner,
  storeRecord,
} from './session-record.ts'

const owner = { clientId: 'app', redirectUri: '/redirect', exchange: '/exchange' }
const url = new URL('https://connect.smartcar.com/oauth/authorize?response_type=none&state=secret')

afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

test('keeps the hash of the token, never the token', { tags: ['T15'] }, async () => {
  const token = createStateToken()
  await storeRecord(token, owner, url, '/garage')
  const hash = await hashOf(token)
  expect(readRecord()).toMatchObject({ hash, owner: recordOwner(owner), returnTo: '/garage' })
  expect(JSON.stringify({ ...sessionStorage })).not.toContain(token)
  expect(readRecord()?.address).toBe(
    'https://connect.smartcar.com/oauth/authorize?response_type=none',
  )
})

test('keeps nothing without a hash, and says so', { tags: ['F32'] }, async () => {
  vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as never)
  expect(await storeRecord(createStateToken(), owner, url)).toBeUndefined()
  expect({ ...sessionStorage }).toEqual({})
})

test('says so where nothing can be stored', { tags: ['F30'] }, async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await storeRecord(createStateToken(), owner, url)).toBeUndefined()
})

test('forgets its own record, and no other', { tags: ['F11'] }, async () => {
  const forgetFirst = await storeRecord(createStateToken(), owner, url)
  const forgetSecond = await storeRecord(createStateToken(), owner, url)
  const second = sessionStorage.getItem(recordKey)
  forgetFirst?.()
  expect(sessionStorage.getItem(recordKey)).toBe(second)
  forgetSecond?.()
  expect({ ...sessionStorage }).toEqual({})
})

test('a record that cannot be read is none', { tags: ['F30'] }, () => {
  for (const text of ['', 'not JSON', 'null']) {
    sessionStorage.setItem(recordKey, text)
    expect(readRecord()).toBeUndefined()
  }
})

test.each<[string, RecordOwner]>([
  ['application', { ...owner, applicationId: 'another' }],
  ['client', { ...owner, clientId: 'another' }],
  ['redirect URI', { ...owner, redirectUri: '/another' }],
  ['exchange', { ...owner, exchange: '/another' }],
])('connections that differ in their %s are told apart', { tags: ['F11'] }, (_, other) => {
  expect(recordOwner(other)).not.toBe(recordOwner(owner))
})

test('the text of an exchange function is not kept', { tags: ['T32'] }, () => {
  async function exchange() {
    return 'a secret of the app'
  }
  expect(recordOwner({ ...owner, exchange })).not.toContain('secret')
})
