// What comes next on the way through Connect, for every state that an attempt can be in.

import { expect, test } from 'vitest'
import type { AuthorizeRequest } from '../memory/attempt.ts'
import { currentPage, nextStep, type Progress, type Step } from './next-step.ts'
import type { Page } from './page.ts'

const request: AuthorizeRequest = {
  clientId: 'demo-client',
  redirectUri: 'http://localhost:5173/callback',
  responseType: 'code',
  permissions: [],
  approvalPrompt: 'auto',
  mode: 'live',
  singleSelect: false,
  country: 'US',
  scenario: 'happy',
}

const me = 'me@example.com'
const incompatible = 'smartcar@vehicle-incompatible.com'
const noVehicles = 'smartcar@no-vehicles.com'

function page(name: Page): Step {
  return { kind: 'page', page: name }
}

function error(name: Extract<Step, { kind: 'error' }>['error']): Step {
  return { kind: 'error', error: name }
}

// brand, email and consent at the car maker; the scenario; a vehicle to sign in for again; whether
// the person agreed before; then the next step, and the page that a GET shows.
type Row = readonly [
  brandId: string | undefined,
  email: string | undefined,
  carMakerAgreed: boolean,
  scenario: string,
  vehicleId: string | undefined,
  isApproved: boolean,
  step: Step,
  shown: Page,
]

const vehicle = '36ab27d0-fd9d-4455-823a-ce30af709ffc'

test.each<Row>([
  [undefined, undefined, false, 'happy', undefined, false, page('brand'), 'brand'],
  [undefined, me, false, 'happy', undefined, true, page('brand'), 'brand'],
  ['CARRIAGE', me, false, 'happy', undefined, true, page('brand'), 'brand'],
  ['KIA', undefined, false, 'happy', undefined, false, page('sign-in'), 'sign-in'],
  ['KIA', undefined, false, 'happy', undefined, true, page('sign-in'), 'sign-in'],
  ['KIA', undefined, true, 'car-maker', vehicle, true, page('sign-in'), 'sign-in'],
  ['KIA', undefined, false, 'access-denied', undefined, false, page('sign-in'), 'sign-in'],
  ['FORD', me, false, 'happy', undefined, true, page('sign-in'), 'sign-in'],
  ['KIA', me, false, 'happy', undefined, false, page('vehicles'), 'vehicles'],
  ['KIA', me, false, 'happy', undefined, true, { kind: 'grant' }, 'vehicles'],
  ['KIA', me, false, 'happy', vehicle, false, { kind: 'reauthenticate' }, 'sign-in'],
  ['KIA', me, false, 'happy', vehicle, true, { kind: 'reauthenticate' }, 'sign-in'],
  ['KIA', me, false, 'car-maker', undefined, false, page('car-maker'), 'car-maker'],
  ['KIA', me, false, 'car-maker', undefined, true, page('car-maker'), 'car-maker'],
  ['KIA', me, false, 'car-maker', vehicle, true, page('car-maker'), 'car-maker'],
  ['KIA', me, true, 'car-maker', undefined, false, page('vehicles'), 'vehicles'],
  ['KIA', me, true, 'car-maker', undefined, true, { kind: 'grant' }, 'vehicles'],
  ['KIA', me, true, 'car-maker', vehicle, false, { kind: 'reauthenticate' }, 'sign-in'],
  ['KIA', incompatible, false, 'happy', undefined, true, page('incompatible'), 'incompatible'],
  ['KIA', incompatible, false, 'car-maker', vehicle, true, page('incompatible'), 'incompatible'],
  ['KIA', me, false, 'vehicle-incompatible', undefined, true, page('incompatible'), 'incompatible'],
  ['KIA', noVehicles, false, 'happy', undefined, false, error('no_vehicles'), 'sign-in'],
  ['KIA', noVehicles, false, 'car-maker', undefined, true, error('no_vehicles'), 'sign-in'],
  ['KIA', me, false, 'access-denied', undefined, true, error('access_denied'), 'sign-in'],
  // The scenario beats the account.
  ['KIA', incompatible, false, 'server-error', undefined, false, error('server_error'), 'sign-in'],
])(
  'brand %s, email %s, car maker %s, scenario %s, vehicle %s, approved %s',
  (brandId, email, carMakerAgreed, scenario, vehicleId, isApproved, step, shown) => {
    const progress: Progress = {
      request: { ...request, scenario, ...(vehicleId !== undefined && { vehicleId }) },
      ...(brandId !== undefined && { brandId }),
      ...(email !== undefined && { email }),
      ...(carMakerAgreed && { carMakerAgreed }),
    }
    const before = structuredClone(progress)
    expect(nextStep(progress, isApproved)).toEqual(step)
    expect(currentPage(progress)).toBe(shown)
    expect(progress).toEqual(before)
  },
)
