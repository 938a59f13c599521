// What errors say to developers, and that the docs have a section for each.

import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { ConnectError, type ConnectErrorCode } from '../errors.ts'
import { buildConnectUrl } from '../options/connect-url.ts'
import { adviceOn, adviceTopics, tellDeveloper } from './advice.ts'
import { refuse } from './refuse.ts'

const docs = readFileSync(new URL('../../../../docs/troubleshooting.md', import.meta.url), 'utf8')
const sections = [...docs.matchAll(/^### `?([\w]+)`?$/gm)].map(([, name = '']) => name)

const codes: { [code in ConnectErrorCode]: true } = {
  popup_blocked: true,
  popup_failed: true,
  not_loaded: true,
  login_changed: true,
  popup_unsupported: true,
  invalid_response: true,
  state_mismatch: true,
  expired: true,
  exchange_failed: true,
  exchange_timeout: true,
  network_error: true,
  provider_error: true,
  access_denied: true,
  invalid_subscription: true,
  vehicle_incompatible: true,
  no_vehicles: true,
  configuration_error: true,
  server_error: true,
}

test.each(Object.keys(codes) as ConnectErrorCode[])(
  '%s says what happened, why it matters, what to do, and where to read on',
  code => {
    const { message } = new ConnectError(code)
    const address = `https://smartcar-connect.github.io/troubleshooting#${code}`
    expect(message).toMatch(/^Smartcar Connect: [A-Z][^.]+\. [A-Z]/)
    expect(message.endsWith(` See ${address}`)).toBe(true)
    expect(message).toContain(adviceOn(code))
    expect(adviceOn(code).length).toBeGreaterThan(50)
  },
)

test('each topic has a section in docs/troubleshooting.md', () => {
  expect(adviceTopics.filter(topic => !sections.includes(topic))).toEqual([])
})

test.each([
  ['approvalPrompt', { approvalPrompt: 'always' }],
  ['mode', { mode: 'production' }],
  ['scope', { scope: ['read odometer'] }],
  ['flags', { flags: { country: 'D E' } }],
  ['singleSelect', { singleSelect: 'yes' }],
  ['singleSelectVin', { singleSelect: true, singleSelectVin: 'short' }],
  ['responseType', { responseType: 'token' }],
  ['redirectUri', { redirectUri: 'redirect.html' }],
  ['connectOrigin', { connectOrigin: 'localhost' }],
  ['state', {}],
])('a refused %s is told in words, with no regular expression', (option, params) => {
  const good = { clientId: 'app', redirectUri: 'https://app.example/redirect.html' }
  const state = option === 'state' ? 'x'.repeat(3_000) : 'state'
  function build() {
    return buildConnectUrl({ ...good, ...params } as typeof good, state)
  }
  expect(build).toThrow(TypeError)
  expect(build).toThrow(`\`${option}\` `)
  expect(build).toThrow(new RegExp(`#${option}$`))
  // Neither a pattern's anchors nor its classes.
  expect(build).not.toThrow(/\^|\$\/|\\[wdSs]|\[\^/)
})

test('an unknown option points to the section about options', () => {
  expect(sections).toContain('options')
  expect(() => refuse('onSucces', 'is not an option', 'options')).toThrow(/`onSucces` .*#options$/)
})

test('shows the developer what a console does not show of an error', () => {
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
  const problem = { code: 'client_refused' }
  const told = new ConnectError('exchange_failed', { problem, status: 502 })
  const untold = new ConnectError('network_error')
  const providerErrorDescription = 'redirect_uri'
  const wrong = new ConnectError('configuration_error', { providerErrorDescription })
  for (const error of [told, untold, wrong]) tellDeveloper(error)
  expect(shown.mock.calls).toEqual([
    [told, { status: 502, problem }],
    [untold],
    [wrong, { providerErrorDescription }],
  ])
  shown.mockRestore()
})

test.each(['error', 'warn', 'log', 'info'] as const)(
  'an app whose onError is console.%s shows the error once',
  level => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
    const error = new ConnectError('network_error')
    // biome-ignore lint/suspicious/noConsole: as an app gives it
    const onError = console[level]
    tellDeveloper(error, () => ({ onError }))
    expect(shown).not.toHaveBeenCalled()
    shown.mockRestore()
  },
)

test('with another onError, or options that throw, the developer is told as well', () => {
  const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
  const error = new ConnectError('network_error')
  tellDeveloper(error, () => ({ onError: () => {} }))
  tellDeveloper(error, () => {
    throw new Error('broken')
  })
  expect(shown.mock.calls).toEqual([[error], [error]])
  shown.mockRestore()
})
