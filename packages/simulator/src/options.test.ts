// Mistakes in the options.

import { expect, test } from 'vitest'
import type { Snapshot } from './memory/snapshot.ts'
import type { SimulatorOptions } from './options.ts'
import { createSimulator } from './simulator.ts'
import { demoApplication } from './world/applications.ts'

test('names the known scenarios when one is unknown', () => {
  expect(() => createSimulator({ scenario: 'sunny' })).toThrow(/“sunny”.*happy, coop, slow/)
})

test('refuses a secret that looks live, without showing it', () => {
  const secret = '3f6c1f2e-9f1a-4c55-8f0e-2a6d5b7c9e10'
  const live = { ...demoApplication, clientSecret: secret }
  const liveMachine = {
    ...demoApplication,
    machine: { clientId: 'client_x', clientSecret: secret },
  }
  for (const application of [live, liveMachine]) {
    let message = ''
    try {
      createSimulator({ applications: [application] })
    } catch (error) {
      message = error instanceof TypeError ? error.message : ''
    }
    expect(message).toMatch(/looks like a live one/)
    expect(message).not.toContain(secret)
  }
})

test.each(['callback', 'https://shop.example/#x', 'http://*:80', 'https://*.shop.example/'])(
  'refuses the redirect URI %s',
  uri => {
    const application = { ...demoApplication, redirectUris: [uri] }
    expect(() => createSimulator({ applications: [application] })).toThrow(TypeError)
  },
)

test.each(['simulator', '/simulator/', '/'])('refuses the base path %s', basePath => {
  expect(() => createSimulator({ basePath })).toThrow(/basePath/)
})

test.each([
  '',
  '*',
  '*.test',
  'http://simulator',
  'simulator:4010',
  '[::1]:4010',
  'a b',
  'a/b',
  'a@b',
])('refuses to allow the host “%s”', host => {
  expect(() => createSimulator({ hosts: [host] })).toThrow(/hosts/)
})

test('refuses a snapshot of something else', () => {
  const other = { format: 'other', version: 1, state: {} } as unknown as Snapshot
  expect(() => createSimulator({ snapshot: other })).toThrow(/Start without it/)
})

test.each<[option: string, options: SimulatorOptions]>([
  ['scenario', { scenario: 'sunny' }],
  ['hosts', { hosts: ['simulator:4010'] }],
  ['hosts', { hosts: 'simulator' as never }],
  ['applications', { applications: demoApplication as never }],
  ['basePath', { basePath: '/simulator/' }],
  ['applications', { applications: [{ ...demoApplication, redirectUris: ['callback'] }] }],
  [
    'applications',
    { applications: [{ ...demoApplication, redirectUris: ['https://x.example/ü'] }] },
  ],
  [
    'applications',
    {
      applications: [{ ...demoApplication, clientSecret: '3f6c1f2e-9f1a-4c55-8f0e-2a6d5b7c9e10' }],
    },
  ],
  ['snapshot', { snapshot: { format: 'smartcar-connect-simulator', version: 1 } as never }],
])('a refused %s ends with the address of its section', (option, options) => {
  let message = ''
  try {
    createSimulator(options)
  } catch (error) {
    message = error instanceof TypeError ? error.message : ''
  }
  // What happened, why it matters, what to do, and where to read on.
  expect(message.split(/[.”] /).length).toBeGreaterThanOrEqual(3)
  expect(message).toMatch(
    new RegExp(` See https://smartcar-connect\\.github\\.io/troubleshooting#${option}$`),
  )
})
