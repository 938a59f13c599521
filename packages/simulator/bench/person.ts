// Somebody who connects cars: what the benchmarks send. Every answer is read to its end.

import type { Simulator } from '../src/simulator.ts'

const origin = 'http://localhost:4010'
const redirectUri = 'http://localhost:5173/callback'
const basic = { Authorization: `Basic ${btoa('demo-client:demo-secret')}` }

/** Every permission that a signal needs. */
const everything =
  'read_battery read_charge read_charge_records read_climate read_diagnostics read_engine_oil read_extended_vehicle_info read_fuel read_location read_odometer read_security read_service_history read_speedometer read_thermometer read_tires read_user_profile read_vehicle_info read_vin'

/** An answer that was read. */
export type Answer = {
  readonly status: number
  readonly location: string
  readonly text: string
}

/** Counts what is sent to a simulator. */
export type Line = {
  readonly simulator: Simulator
  /** How many requests were sent so far. */
  sent: number
}

/** Sends one request and reads its answer. @throws Error for an answer of another status. */
export async function send(
  line: Line,
  path: string,
  init: RequestInit = {},
  expected: readonly number[] = [200, 302, 303],
): Promise<Answer> {
  line.sent += 1
  const response = await line.simulator.fetch(new Request(new URL(path, origin), init))
  const text = await response.text()
  if (!expected.includes(response.status)) {
    throw new Error(`${init.method ?? 'GET'} ${path.slice(0, 80)} answered ${response.status}.`)
  }
  return { status: response.status, location: response.headers.get('Location') ?? '', text }
}

/** A form as the body of a POST. */
export function form(fields: Iterable<readonly [string, string]>, headers = {}): RequestInit {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  return { method: 'POST', body, headers }
}

/** The address at which an authorization begins. */
export function authorizePath(responseType: 'code' | 'none', state: string): string {
  return `/oauth/authorize?${new URLSearchParams({
    response_type: responseType,
    application_id: 'demo-client',
    redirect_uri: redirectUri,
    scope: everything,
    make: 'TESLA',
    // The same person would otherwise not be asked again.
    approval_prompt: 'force',
    state,
  })}`
}

/** Signs in and allows everything for all cars. Returns what comes back to the redirect URI. */
export async function goThroughConnect(
  line: Line,
  responseType: 'code' | 'none',
  email: string,
): Promise<URLSearchParams> {
  const started = await send(line, authorizePath(responseType, `state of ${email}`))
  const attempt = new URL(started.location, origin).searchParams.get('attempt') ?? ''
  await send(line, started.location)
  const signIn = form(Object.entries({ attempt, email, password: 'x' }))
  const { location } = await send(line, '/connect/sign-in', signIn)
  const { text } = await send(line, location)
  const chosen = [...text.matchAll(/name="(vehicle|permission)" value="([^"]+)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  const decision = form([['attempt', attempt], ['decision', 'allow'], ...chosen])
  const decided = await send(line, '/connect/vehicles', decision)
  return new URL(decided.location).searchParams
}

/** Version 2, complete: to the tokens. Returns the access token. */
export async function authorizeV2(line: Line, email: string): Promise<string> {
  const code = (await goThroughConnect(line, 'code', email)).get('code') ?? ''
  const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
  const tokens = await send(line, '/oauth/token', form(Object.entries(fields), basic))
  return String(JSON.parse(tokens.text).access_token)
}

/** The application's own token of version 3. */
export async function machineToken(line: Line): Promise<string> {
  const fields = {
    grant_type: 'client_credentials',
    client_id: 'client_demo',
    client_secret: 'demo-machine-secret',
  }
  const answer = await send(line, '/oauth2/token', form(Object.entries(fields)))
  return String(JSON.parse(answer.text).access_token)
}

/** A user with one of the vehicles. */
export type Owner = { readonly userId: string; readonly vehicleId: string }

/** Version 3, complete: to the connections that the application finds for the user. */
export async function authorizeV3(line: Line, token: string, email: string): Promise<Owner> {
  const userId = (await goThroughConnect(line, 'none', email)).get('user_id') ?? ''
  const query = new URLSearchParams({ 'filter[userId]': userId })
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await send(line, `/v3/connections?${query}`, { headers })
  const [connection] = JSON.parse(answer.text).data
  return { userId, vehicleId: connection.relationships.vehicle.data.id }
}

/** All signals of a vehicle in one request. Returns how many there were. */
export async function readSignals(
  line: Line,
  token: string,
  { userId, vehicleId }: Owner,
): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, 'sc-user-id': userId }
  const answer = await send(line, `/v3/vehicles/${vehicleId}/signals`, { headers })
  return JSON.parse(answer.text).data.length
}
