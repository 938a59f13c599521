// The pages: what a person sees and where each choice leads.

import { expect } from 'vitest'
import { test } from '../../test/fixtures.ts'
import { connectUrl, createVisitor, type Visitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

const me = { email: 'me@example.com', password: 'x' }

function returned(visitor: Visitor): Record<string, string> {
  return Object.fromEntries(new URL(visitor.address()).searchParams)
}

test('make skips the brand page if it is exactly an id, and a VIN beats make', async ({
  visitor,
}) => {
  await visitor.goTo(connectUrl({ make: 'TESLA' }))
  expect(visitor.text()).toContain('Sign in to Tesla')
  for (const make of ['tesla', 'MERCEDES_BENZ', 'LAND_ROVER']) {
    await visitor.goTo(connectUrl({ make }))
    expect(visitor.text()).toContain('Choose your car brand')
  }
  const vin = { single_select: 'true', single_select_vin: '0SCKAXX0000000000' }
  await visitor.goTo(connectUrl({ make: 'TESLA', ...vin }))
  expect(visitor.text()).toContain('Sign in to Kia')
})

test('make outside its country shows the brands of the country', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ make: 'RENAULT' }))
  expect(visitor.text()).toContain('Choose your car brand')
  await visitor.goTo(connectUrl({ make: 'RENAULT', flags: 'country:FR' }))
  expect(visitor.text()).toContain('Sign in to Renault')
})

test('Ford connects in a browser unless its cars are live, which the page says', async ({
  visitor,
}) => {
  await visitor.goTo(connectUrl({ make: 'FORD' }))
  expect(visitor.text()).toContain('connected in a browser')
  await visitor.press('Back to application')
  expect(returned(visitor).error).toBe('user_manually_returned_to_application')
  for (const mode of ['simulated', 'test']) {
    await visitor.goTo(connectUrl({ make: 'FORD', mode, approval_prompt: 'force' }))
    await visitor.press('Sign in', me)
    await visitor.press('Allow')
    expect(returned(visitor)).toHaveProperty('code')
  }
})

test('the search finds brands without accents and escapes what was typed', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ flags: 'country:DE' }))
  await visitor.goTo(`${visitor.address()}&q=skoda`)
  expect(visitor.text()).toContain('Škoda</button>')
  expect(visitor.text()).not.toContain('Tesla</button>')
  await visitor.goTo(visitor.address().replace('q=skoda', 'q=%3Cimg%20src=x%3E'))
  expect(visitor.text()).not.toContain('<img')
  expect(visitor.text()).toContain('&lt;img')
})

test('a missing password is said on the page and keeps the email', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ make: 'TESLA' }))
  await visitor.press('Sign in', { email: 'me@example.com', password: '' })
  expect(visitor.status()).toBe(422)
  expect(visitor.text()).toContain('role="alert"')
  expect(visitor.text()).toContain('value="me@example.com"')
  expect(visitor.text()).toMatch(/id="password"[^>]* autofocus/)
  expect(visitor.text()).not.toMatch(/id="username"[^>]* autofocus/)
  await visitor.press('Sign in', { email: '', password: '' })
  expect(visitor.text()).toMatch(/id="username"[^>]* autofocus/)
  expect(visitor.text().match(/ autofocus/g)).toHaveLength(1)
})

test('no page ever contains the password', async ({ simulator, visitor }) => {
  await visitor.goTo(connectUrl({ make: 'TESLA' }))
  await visitor.press('Sign in', { email: 'me@example.com', password: 'canary-password' })
  expect(visitor.text()).not.toContain('canary-password')
  expect(JSON.stringify(simulator.snapshot())).not.toContain('canary-password')
})

test('single select offers radio buttons and grants one vehicle only', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ make: 'TESLA', single_select: 'true' }))
  await visitor.press('Sign in', me)
  expect(visitor.text().match(/type="radio"/g)).toHaveLength(2)
  const vins = [...visitor.text().matchAll(/name="vehicle" value="([^"]+)"/g)].map(([, vin]) => vin)
  await visitor.press('Allow', { vehicle: vins.map(vin => vin ?? '') })
  const accessToken = await visitor.redeem()
  const list = await visitor.read('/v2.0/vehicles', accessToken)
  expect(list.body).toMatchObject({ paging: { count: 1, offset: 0 } })
})

test('single select by VIN offers that vehicle; a login for another has no match', async ({
  visitor,
}) => {
  const vin = '0SCTESL0000000001'
  await visitor.goTo(connectUrl({ single_select: 'true', single_select_vin: vin }))
  await visitor.press('Sign in', me)
  expect(visitor.text().match(/name="vehicle"/g)).toHaveLength(1)
  expect(visitor.text()).toContain(vin)
  await visitor.goTo(connectUrl({ single_select: 'true', single_select_vin: vin }))
  await visitor.press('Sign in', { ...me, email: '0SCTESL0000000002@bev.smartcar.com' })
  expect(visitor.text()).toContain('isn’t in this account')
})

test('no vehicle chosen is said on the page', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ make: 'TESLA' }))
  await visitor.press('Sign in', me)
  await visitor.press('Allow', { vehicle: [] })
  expect(visitor.status()).toBe(422)
  expect(visitor.text()).toContain('Choose at least one vehicle.')
})

test('consent to nothing is refused, and the boxes stay as the person left them', async ({
  visitor,
}) => {
  await visitor.goTo(connectUrl({ make: 'TESLA', scope: 'read_odometer read_location' }))
  await visitor.press('Sign in', me)
  const [, second = ''] = visitor.text().matchAll(/name="vehicle" value="([^"]+)"/g)
  await visitor.press('Allow', { vehicle: second[1] ?? '', permission: [] })
  expect(visitor.status()).toBe(422)
  expect(visitor.text()).toContain('Allow at least one thing, or deny access.')
  expect(visitor.text().match(/ checked>/g)).toHaveLength(1)
  expect(visitor.text()).toContain(`value="${second[1]}" checked>`)
  expect(visitor.text()).toMatch(/value="read_odometer" autofocus>/)
  await visitor.press('Allow', { permission: 'read_location' })
  const list = await visitor.read('/v2.0/vehicles', await visitor.redeem())
  expect(list.body).toMatchObject({ paging: { count: 1 } })
})

test('without a vehicle, what was unticked stays unticked', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ make: 'TESLA', scope: 'read_odometer read_location' }))
  await visitor.press('Sign in', me)
  await visitor.press('Allow', { vehicle: [], permission: 'read_location' })
  expect(visitor.text().match(/value="([^"]*)" checked>/g)).toEqual([
    'value="read_location" checked>',
  ])
})

test('required only locks a box: it makes no vehicle unsupported', async ({ visitor }) => {
  // No Tesla has a tank.
  await visitor.goTo(connectUrl({ make: 'TESLA', scope: 'required:read_fuel' }))
  await visitor.press('Sign in', me)
  await visitor.press('Allow')
  expect(returned(visitor)).toHaveProperty('code')
})

test('a vehicle that is not in the account cannot be slipped in', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ make: 'TESLA' }))
  await visitor.press('Sign in', me)
  await visitor.press('Allow', { vehicle: '0SCTESL9999999999' })
  expect(visitor.status()).toBe(422)
})

test('an optional permission can be declined, a required one cannot', async ({ visitor }) => {
  const scope = 'required:read_vin read_odometer read_location'
  await visitor.goTo(connectUrl({ make: 'TESLA', scope }))
  await visitor.press('Sign in', me)
  expect(visitor.text()).not.toContain('value="read_vin"')
  await visitor.press('Allow', { permission: ['read_location', 'control_security'] })
  const accessToken = await visitor.redeem()
  const { vehicles } = (await visitor.read('/v2.0/vehicles', accessToken)).body as {
    vehicles: string[]
  }
  const granted = await visitor.read(`/v2.0/vehicles/${vehicles[0]}/permissions`, accessToken)
  expect(granted.body).toMatchObject({ permissions: ['read_vin', 'read_location'] })
})

test('consent is remembered for the same person, brand and scope, until it is forced', async ({
  visitor,
}) => {
  async function again(more: Record<string, string>, who = me): Promise<boolean> {
    await visitor.goTo(connectUrl({ make: 'TESLA', ...more }))
    await visitor.press('Sign in', who)
    return visitor.address().startsWith('http://localhost:5173/')
  }
  expect(await again({})).toBe(false)
  await visitor.press('Allow')
  expect(await again({})).toBe(true)
  expect(returned(visitor)).toHaveProperty('code')
  expect(await again({ approval_prompt: 'force' })).toBe(false)
  expect(await again({ scope: 'read_location' })).toBe(false)
  expect(await again({ make: 'KIA' })).toBe(false)
  expect(await again({ mode: 'simulated' })).toBe(false)
  expect(await again({}, { ...me, email: 'you@example.com' })).toBe(false)
  // Two vehicles were connected, so single select has to ask which.
  expect(await again({ single_select: 'true' })).toBe(false)
})

test('response_type=none brings a user id and no code', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ make: 'TESLA', response_type: 'none', external_id: 'e-1' }))
  await visitor.press('Sign in', me)
  await visitor.press('Allow')
  expect(returned(visitor)).toEqual({
    user_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    external_id: 'e-1',
    virtual_key_url: expect.stringMatching(/^https:\/\/www\.tesla\.com\//),
    state: 's-1',
  })
})

test('an external id stays with the user until the literal null clears it', async ({ visitor }) => {
  const ids: (string | undefined)[] = []
  for (const more of [{ external_id: 'e-1' }, {}, { external_id: 'null' }, {}]) {
    await visitor.goTo(connectUrl({ make: 'KIA', approval_prompt: 'force', ...more }))
    await visitor.press('Sign in', me)
    await visitor.press('Allow')
    ids.push(returned(visitor).external_id)
  }
  expect(ids).toEqual(['e-1', 'e-1', undefined, undefined])
})

test.each([
  ['smartcar@invalid-subscription.com', 'invalid_subscription'],
  ['0-vehicles@smartcar.com', 'no_vehicles'],
  ['smartcar@configuration-error.com', 'configuration_error'],
  ['smartcar@server-error.com', 'server_error'],
])('signing in as %s comes back as %s', async (email, error) => {
  const visitor = createVisitor(createSimulator())
  await visitor.goTo(connectUrl({ make: 'KIA' }))
  await visitor.press('Sign in', { email, password: 'x' })
  expect(returned(visitor)).toMatchObject({ error, state: 's-1' })
})

test.each([
  ['access-denied', 'access_denied'],
  ['invalid-subscription', 'invalid_subscription'],
  ['no-vehicles', 'no_vehicles'],
  ['returned-to-application', 'user_manually_returned_to_application'],
  ['configuration-error', 'configuration_error'],
  ['server-error', 'server_error'],
  ['user-cancelled', 'user_cancelled'],
])('scenario %s comes back as %s', async (scenario, error) => {
  const visitor = createVisitor(createSimulator())
  await visitor.goTo(connectUrl({ make: 'KIA', flags: `scenario:${scenario}` }))
  await visitor.press('Sign in', me)
  expect(returned(visitor).error).toBe(error)
})

test.each([
  ['Share car details', ['error', 'error_description', 'make', 'model', 'state', 'vin', 'year']],
  ['Don’t share', ['error', 'error_description', 'state']],
])('an unsupported car, answered with “%s”, comes back with %o', async (button, names) => {
  const visitor = createVisitor(createSimulator())
  await visitor.goTo(connectUrl({ make: 'KIA' }))
  await visitor.press('Sign in', { email: 'smartcar@vehicle-incompatible.com', password: 'x' })
  await visitor.press(button)
  expect(returned(visitor).error).toBe('vehicle_incompatible')
  expect(Object.keys(returned(visitor)).sort()).toEqual(names)
})

test('an unregistered redirect URI is a page and goes nowhere', async ({ visitor }) => {
  await visitor.goTo(connectUrl({ redirect_uri: 'https://evil.example/' }))
  expect(visitor.status()).toBe(400)
  expect(visitor.headers().has('Location')).toBe(false)
  expect(visitor.text()).toContain('redirect_uri is not registered')
})

test('the car maker’s page is on another origin and leads back', async () => {
  const visitor = createVisitor(createSimulator({ scenario: 'car-maker' }))
  await visitor.goTo(connectUrl({ make: 'KIA' }))
  await visitor.press('Sign in', me)
  expect(new URL(visitor.address()).origin).toBe('http://127.0.0.1:4010')
  await visitor.press('Agree and continue')
  expect(new URL(visitor.address()).origin).toBe('http://localhost:4010')
  await visitor.press('Allow')
  expect(returned(visitor)).toHaveProperty('code')
})

test('the opener policy is sent on the hop that the scenario names, and there only', async ({
  simulator,
}) => {
  async function policies(scenario: string): Promise<(string | null)[]> {
    const found: (string | null)[] = []
    const visitor = createVisitor({
      ...simulator,
      fetch: async request => {
        const response = await simulator.fetch(request)
        found.push(response.headers.get('Cross-Origin-Opener-Policy'))
        return response
      },
    })
    const options = { approval_prompt: 'force', flags: `scenario:${scenario}` }
    await visitor.goTo(connectUrl(options))
    await visitor.press('Tesla')
    await visitor.press('Sign in', me)
    await visitor.press('Allow')
    return found
  }
  // authorize, brand, choice, sign-in, signed in, vehicles, return
  const none: (string | null)[] = [null, null, null, null, null, null, null]
  expect(await policies('happy')).toEqual(none)
  expect(await policies('coop')).toEqual(none.with(3, 'same-origin'))
  expect(await policies('coop-authorize-same-origin')).toEqual(none.with(0, 'same-origin'))
  expect(await policies('coop-brand-noopener-allow-popups')).toEqual(
    none.with(1, 'noopener-allow-popups'),
  )
  expect(await policies('coop-vehicles-same-origin')).toEqual(none.with(5, 'same-origin'))
  expect(await policies('coop-return-same-origin-allow-popups')).toEqual(
    none.with(6, 'same-origin-allow-popups'),
  )
})

test('every page forbids scripts, framing and storing', async ({ visitor }) => {
  function check(): void {
    const policy = visitor.headers().get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('script-src')
    expect(visitor.headers().get('Cache-Control')).toBe('no-store')
    expect(visitor.headers().get('Referrer-Policy')).toBe('strict-origin')
    expect(visitor.text()).not.toMatch(/<script|style=|onclick=/)
  }
  await visitor.goTo(connectUrl({}))
  check()
  await visitor.press('Tesla')
  check()
  await visitor.press('Sign in', me)
  check()
})

test('an attempt ends after an hour', async ({ visitor }) => {
  await visitor.goTo(connectUrl({}))
  const { address } = visitor
  await visitor.moveClock(3_600_001)
  await visitor.goTo(address())
  expect(visitor.status()).toBe(410)
})
