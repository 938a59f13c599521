// Smartcar Connect in a popup, for any page: the public surface.

export type { Exchange } from './answer/exchange.ts'
export type { Endpoint } from './backend/post-json.ts'
export type { CarsState } from './cars/car-list.ts'
export type { CarsOutcome, CarsProblem, CarsProblemCode } from './cars/cars-problem.ts'
export type { ConnectedVehicle } from './cars/connected-vehicle.ts'
export {
  type ConnectedCars,
  type ConnectedCarsOptions,
  createConnectedCars,
} from './cars/create-connected-cars.ts'
export type { CarUpdate } from './cars/live-updates.ts'
export { type Connect, type ConnectOverrides, createConnect } from './connect.ts'
export {
  ConnectError,
  type ConnectErrorCode,
  type ConnectErrorDetails,
  type IncompatibleVehicle,
  type ProviderErrorCode,
} from './errors.ts'
export type { FullGrant, Grant } from './grant.ts'
export type { BackendOptions, ConnectOptions, EndpointOptions } from './options/connect-options.ts'
export { buildConnectUrl, type ConnectParams, isConnectOption } from './options/connect-url.ts'
export {
  type PermissionInfo,
  type PermissionName,
  type PermissionTopic,
  permissions,
  type Scope,
} from './options/permissions.ts'
export type { PopupSize } from './popup/open-popup.ts'
export type { Presentation } from './popup/presentation.ts'
export type { CancelReason, Session, Settled } from './session.ts'
