// Misspelt permissions on the server: told in development, once, and never refused.

import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { openBackend } from '../../test/open-backend.ts'
import { commandCatalogue } from '../api/command-catalogue.ts'
import { permissionNames } from '../api/permission.ts'
import { signalCatalogue } from '../api/signal-catalogue.ts'
import type { BackendStore } from '../backend/backend-options.ts'
import { createExchangeHandler } from '../exchange/exchange-handler.ts'
import { createMemoryStore } from '../stores/memory.ts'
import { scopeAdvice } from './scope-advice.ts'

let warn: MockInstance<typeof console.warn>
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test('every known permission is right, required or not', () => {
  expect(permissionNames.flatMap(scopeAdvice)).toEqual([])
  expect(permissionNames.map(name => `required:${name}`).flatMap(scopeAdvice)).toEqual([])
})

test.each([
  ['read_odometr', 'Did you mean read_odometer?'],
  ['odometer', 'Did you mean read_odometer?'],
  ['required:read_vehicle_inf', 'Did you mean required:read_vehicle_info?'],
  ['require:read_vin', 'Did you mean required:read_vin?'],
])('%s: %s', (entry, hint) => {
  expect(scopeAdvice(entry)).toEqual([expect.stringContaining(hint)])
})

test('what is near nothing is told without a guess', () => {
  expect(scopeAdvice('read_everything')[0]).toMatch(/"read_everything".*#scope$/)
  expect(scopeAdvice('read_everything')[0]).not.toContain('Did you mean')
})

test('a backend warns at its check, once, and takes the name', async () => {
  const scope = ['read_tire']
  await openBackend({ scope }).backend.check()
  await openBackend({ scope }).backend.check()
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.calls[0]?.[0]).toContain('read_tires')
})

test('a backend warns at its first request, also of what params asks for', async () => {
  const { browser } = openBackend({
    params: () => ({ make: 'KIA', scope: ['read_fuels'] }) as never,
    scope: undefined as never,
  })
  expect((await browser('ada').post('session', {})).status).toBe(200)
  expect(warn.mock.calls.flat().join()).toContain('read_fuel?')
})

test('an exchange handler warns of its own scope', async () => {
  const handler = createExchangeHandler({
    clientId: 'id',
    clientSecret: 'secret',
    redirectUri: 'https://app.example/r',
    origins: 'https://app.example',
    scope: ['read_chargee'],
    onTokens: async () => ({}),
  })
  await handler.check()
  expect(warn.mock.calls.flat().join()).toContain('read_charge?')
})

test('production is told nothing', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const store = { ...createMemoryStore(), check: undefined } as unknown as BackendStore
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const scope = ['read_climat']
  await openBackend({ scope, store, allowSimulatorInProduction: true }).backend.check()
  expect(warn).not.toHaveBeenCalled()
})

test('what signals and commands need is known', () => {
  const needed = [...Object.values(signalCatalogue), ...Object.values(commandCatalogue)]
  const unknown = needed.filter(({ permission }) => !permissionNames.includes(permission))
  expect(unknown).toEqual([])
})
