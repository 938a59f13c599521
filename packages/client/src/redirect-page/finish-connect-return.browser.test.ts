// The way back of a tab that left for Connect.

import { expect, test, vi } from 'vitest'
import {
  acknowledge,
  code,
  eventually,
  onChannel,
  openPlain,
  patient,
  plainPath,
  token,
} from '../../test/redirect-windows.ts'
import { channelName } from '../popup/message.ts'
import { hashOf } from '../state/read-state.ts'
import { createStateToken } from '../state/state-token.ts'

test.each([
  'https://evil.example/',
  '//evil.example/',
  '\\\\evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://[',
])('a way back to %s is not taken', { tags: ['T18'] }, async returnTo => {
  const record = { hash: await hashOf(token), createdMs: Date.now(), owner: 'app', returnTo }
  const { popup } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', JSON.stringify(record))
  })
  acknowledge(await eventually(() => onChannel[0]))
  await eventually(() => popup.closed)
  expect(JSON.stringify({ ...sessionStorage })).not.toContain(code)
})

test('the tab that left for Connect is returned to, with the answer left there for it', async () => {
  const returnTo = `${plainPath}?garage=1#cars`
  const record = { hash: await hashOf(token), createdMs: Date.now(), owner: 'app', returnTo }
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', JSON.stringify(record))
  })
  await eventually(() => popup.location.hash === '#cars')
  expect(popup.location.pathname + popup.location.search).toBe(`${plainPath}?garage=1`)
  expect(timers.size).toBe(0)
  const left = JSON.parse(popup.sessionStorage.getItem('smartcar-connect') ?? '')
  expect(left).toMatchObject({ ...record, answer: { state: token, params: { code } } })
})

test('another session’s way back is not taken, and its record not touched', {
  tags: ['T02'],
}, async () => {
  const hash = await hashOf(createStateToken())
  const record = JSON.stringify({ hash, createdMs: Date.now(), owner: 'app', returnTo: '/' })
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', record)
    realm.close = () => {}
  })
  const byHash = new BroadcastChannel(channelName((await hashOf(token)) ?? ''))
  const heard = new Promise(resolve => byHash.addEventListener('message', resolve, { once: true }))
  // It speaks on the channel of its hash once it has seen that no way back is its own.
  const repeat = setInterval(() => {
    for (const { run, ms } of timers.values()) if (ms === 300) run()
  })
  await heard
  clearInterval(repeat)
  byHash.close()
  expect(popup.location.pathname).toBe(plainPath)
  expect(popup.sessionStorage.getItem('smartcar-connect')).toBe(record)
})

test('where nothing can be left for the way back, the answer is spoken instead', {
  tags: ['F30'],
}, async () => {
  const hash = (await hashOf(token)) ?? ''
  const record = { hash, createdMs: Date.now(), owner: 'app', returnTo: '/elsewhere' }
  const { popup, timers } = await openPlain(`?code=${code}&state=${token}`, realm => {
    realm.sessionStorage.setItem('smartcar-connect', JSON.stringify(record))
    realm.Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  const heard: unknown[] = []
  const byHash = new BroadcastChannel(channelName(hash))
  byHash.onmessage = ({ data }) => heard.push(data)
  await vi.waitFor(() => {
    for (const { run, ms } of timers.values()) if (ms === 300) run()
    expect(heard).toContainEqual(expect.objectContaining({ params: { code } }))
  }, patient)
  byHash.close()
  expect(popup.location.pathname).toBe(plainPath)
})
