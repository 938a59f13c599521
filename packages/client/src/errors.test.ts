// ConnectError: a real error that carries what is known, and nothing secret.

import { expect, test } from 'vitest'
import { ConnectError } from './errors.ts'

test('is an Error with a stable code and a message that names it', () => {
  const error = new ConnectError('popup_blocked')
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe('ConnectError')
  expect(error.code).toBe('popup_blocked')
  expect(error.message).toContain('popup_blocked')
  expect(error.stack).toContain('errors.test.ts')
})

test('tells what happened in the words it was given', () => {
  const error = new ConnectError('network_error', { message: 'The backend could not be reached.' })
  expect(error.message).toContain('The backend could not be reached.')
})

test('has only the details that it was given', () => {
  const error = new ConnectError('expired')
  const names = ['cause', 'providerError', 'vehicle', 'status', 'problem', 'retryAfterSeconds']
  for (const name of names) expect(name in error, name).toBe(false)
})

test('lifts the details and keeps the cause', () => {
  const cause = new Error('socket')
  const details = {
    cause,
    providerError: 'vehicle_incompatible',
    providerErrorDescription: 'not supported',
    vehicle: { vin: '0SCAUDI012FE3B132', year: 2012 },
    status: 400,
    problem: { title: 'No' },
    retryAfterSeconds: 30,
  }
  expect(new ConnectError('vehicle_incompatible', details)).toMatchObject(details)
})

test('details of others never reach the message', { tags: ['T32'] }, () => {
  const error = new ConnectError('provider_error', {
    providerError: 'canary-error',
    providerErrorDescription: 'canary-description',
    problem: { title: 'canary-problem' },
    cause: new Error('canary-cause'),
  })
  expect(error.message).not.toContain('canary')
})
