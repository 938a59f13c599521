// Which errors end a connection until somebody signs in.

import { expect, test } from 'vitest'
import { asksForSignIn } from './asks-for-sign-in.ts'

test.each([
  ['CONNECTED_SERVICES_ACCOUNT', 'AUTHENTICATION_FAILED', 'REAUTHENTICATE', true],
  ['CONNECTED_SERVICES_ACCOUNT', 'AUTHENTICATION_FAILED', undefined, true],
  ['CONNECTED_SERVICES_ACCOUNT', 'PERMISSION', undefined, true],
  ['CONNECTED_SERVICES_ACCOUNT', 'SUBSCRIPTION', undefined, false],
  ['PERMISSION', 'UNKNOWN', 'REAUTHENTICATE', false],
  ['VEHICLE_STATE', 'DEVICE_PAIRING_REQUIRED', 'REAUTHENTICATE', false],
  [undefined, undefined, undefined, false],
])('%s, %s, %s: %s', (type, code, resolutionType, ends) => {
  const resolution = resolutionType === undefined ? undefined : { type: resolutionType }
  expect(asksForSignIn({ type, code, resolution })).toBe(ends)
})
