// What a webhook may be set to.

import { expect, test } from 'vitest'
import { createSimulator } from '../simulator.ts'
import { demoApplication } from '../world/applications.ts'
import { isDeliverable, readWebhookSettings } from './webhook-settings.ts'

const good = { name: 'W', callbackUri: 'http://localhost:3000/hook' }

test.each<[unknown, RegExp]>([
  [{ ...good, name: '' }, /^name must be/],
  [{ ...good, name: 5 }, /^name must be/],
  [{ ...good, callbackUri: undefined }, /^callbackUri is not an absolute address/],
  [{ ...good, callbackUri: '/hook' }, /^callbackUri is not an absolute address/],
  [{ ...good, callbackUri: 'ftp://localhost/' }, /^callbackUri is neither/],
  [{ ...good, callbackUri: 'http://a:b@localhost/' }, /user name/],
  [{ ...good, callbackUri: 'https://shop.example/hook' }, /“shop.example”.*--allowed-host/],
  [{ ...good, callbackUri: 'http://localhost.evil.example/' }, /this machine only/],
  [{ ...good, callbackUri: 'https://api.smartcar.com/' }, /this machine only/],
  [{ ...good, errorCallbackUri: 'https://shop.example/' }, /^errorCallbackUri leads to/],
  [{ ...good, signals: ['nothing-here'] }, /“nothing-here” is the code of no signal/],
  [{ ...good, triggers: 'charge-ischarging, x' }, /“x” is the code of no signal/],
  [{ ...good, signals: 5 }, /code of no signal/],
  [{ ...good, signals: [{ toString: 1, valueOf: 1 }] }, /“\(no text\)” is the code of no signal/],
  [{ ...good, isEnabled: 'yes' }, /^isEnabled must be/],
  [{ ...good, autoSubscribe: 1 }, /^autoSubscribe must be/],
])('refuses %j', (given, problem) => {
  const reading = readWebhookSettings(given as Record<string, unknown>, [])
  expect(reading).toEqual({ ok: false, problem: expect.stringMatching(problem) })
})

test('what is left out stays, and null takes away', () => {
  const given = { ...good, errorCallbackUri: 'http://[::1]/e', signals: 'charge-ischarging' }
  const first = readWebhookSettings(given, [])
  const settings = {
    ...given,
    signals: ['charge-ischarging'],
    isEnabled: true,
    autoSubscribe: false,
  }
  expect(first).toEqual({ ok: true, settings })
  if (!first.ok) return
  expect(readWebhookSettings({ isEnabled: 'false' }, [], first.settings)).toEqual({
    ok: true,
    settings: { ...settings, isEnabled: false },
  })
  expect(readWebhookSettings({ signals: null, errorCallbackUri: '' }, [], first.settings)).toEqual({
    ok: true,
    settings: { ...good, isEnabled: true, autoSubscribe: false },
  })
})

test.each([
  ['http://127.0.0.1:1/', true],
  ['https://app.localhost/', true],
  ['http://backend:3000/hook', true],
  ['http://BACKEND/', true],
  ['http://backend.example/', false],
])('delivers to %s: %s', (address, expected) => {
  expect(isDeliverable(address, ['backend'])).toBe(expected)
})

test.each<[object, RegExp]>([
  [{ managementToken: undefined, webhooks: [good] }, /no managementToken/],
  [{ webhooks: good }, /no list/],
  [{ webhooks: [null] }, /^Webhook “undefined” of application “demo-client” cannot work: name/],
  [{ webhooks: [good, good] }, /id of its own/],
  [{ webhooks: [{ ...good, id: 'a/b' }] }, /id of its own/],
  [{ webhooks: [{ ...good, callbackUri: 'https://x.example' }] }, /“W”.*“x.example”/],
])('an application with %j is no option', (part, message) => {
  const application = { ...demoApplication, ...part }
  expect(() => createSimulator({ applications: [application] })).toThrow(message)
})
