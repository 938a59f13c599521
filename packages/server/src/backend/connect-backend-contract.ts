// What createConnectBackend returns, as types.

import type { SmartcarApi } from '../api/smartcar-api-contract.ts'
import type { ConnectedVehicle } from './connected-vehicle.ts'
import type { UserVehicle } from './user-vehicle.ts'

/** A user, and one of their vehicles by Smartcar's id, which may come from a browser. */
export type UserVehicleRef = {
  /** The app's own id of the user, as the option `user` returns it. */
  readonly user: string
  /** Smartcar's id of the vehicle. */
  readonly vehicleId: string
}

/** The backend of an app: a function for requests, and what the app itself can do. */
export type ConnectBackend = {
  /** Answers every request below its path; never rejects. */
  readonly fetch: (request: Request) => Promise<Response>
  /**
   * Judges the options and tries the store, for a deployment to find out before the first person does.
   *
   * With `address`, where the backend is for the browser, it also asks there for the redirect page and for
   * the answer to a challenge, without a login: give it once the server listens. Without, it sends nothing.
   *
   * @throws {TypeError} saying what is wrong and what to do.
   * @example
   * await smartcar.check({ address: 'https://app.example.com/api/smartcar' })
   */
  readonly check: (where?: { readonly address: string }) => Promise<void>
  /**
   * Opens a vehicle for its user. Nothing is sent to Smartcar before it is known to be theirs.
   *
   * @throws {VehicleAccessError} for a vehicle that is not this user's, or that has to be signed in to.
   */
  readonly vehicle: (ref: UserVehicleRef) => Promise<UserVehicle>
  /** The vehicles of a user, in the order in which they were connected. It reads the store alone. */
  readonly connections: (user: string) => Promise<readonly ConnectedVehicle[]>
  /**
   * Ends the application's access to a vehicle, for every user who has it.
   *
   * @throws {VehicleAccessError} for a vehicle that is not this user's.
   * @throws {SmartcarApiError} where Smartcar did not end it; the vehicle is still connected then.
   */
  readonly disconnect: (ref: UserVehicleRef) => Promise<void>
  /**
   * All of version 3.
   *
   * Danger: it reaches the cars of every person. Give it no id that a browser sent.
   */
  readonly api: SmartcarApi
}
