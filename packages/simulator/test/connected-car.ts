// A car that a visitor connected, for tests of the vehicle APIs.

import type { Visitor } from './visitor.ts'

/** A car and the token that opens it. */
export type ConnectedCar = {
  /** The access token of version 2. */
  readonly accessToken: string
  /** The id of the first vehicle. */
  readonly id: string
  /** Its path in version 2. */
  readonly path: string
}

/** A scope of everything that version 2 has an endpoint for. */
export const everything =
  'read_vehicle_info read_vin read_odometer read_battery read_charge read_location read_fuel read_tires read_engine_oil read_security read_diagnostics read_service_history control_charge control_security control_navigation'

/** The login of a car with a battery and a tank, which has every part that there is. */
export const hybrid = '0SCKAXX0000000001@phev.smartcar.com'

/** Goes the whole way, with consent to everything unless another scope is given. */
export async function connectCar(
  visitor: Visitor,
  more: Readonly<Record<string, string>> = {},
  email = 'me@example.com',
): Promise<ConnectedCar> {
  await visitor.connect({ scope: everything, approval_prompt: 'force', ...more }, email)
  const accessToken = await visitor.redeem()
  const { vehicles } = (await visitor.read('/v2.0/vehicles', accessToken)).body as {
    vehicles: string[]
  }
  const id = vehicles[0] ?? ''
  return { accessToken, id, path: `/v2.0/vehicles/${id}` }
}
