// The public surface of smartcar-connect-server.

export type { ApiClock } from './api/api-clock.ts'
export type { ChargeSchedule, ChargeWindow, SchedulePlace } from './api/charge-schedule.ts'
export {
  type CommandArguments,
  type CommandAttributes,
  type CommandName,
  commandCatalogue,
} from './api/command-catalogue.ts'
export type { Permission, Scope } from './api/permission.ts'
export type { Resolution } from './api/resolution.ts'
export type {
  CompatibleVehicle,
  Connection,
  Subscription,
  VehicleInfo,
  WebhookInfo,
} from './api/resources.ts'
export type {
  Signal,
  SignalBody,
  SignalCode,
  SignalError,
  SignalTimes,
} from './api/signal.ts'
export { type KnownSignalCode, signalCatalogue } from './api/signal-catalogue.ts'
export { createSmartcarApi } from './api/smartcar-api.ts'
export type {
  ChargeScheduleResult,
  CommandResult,
  CompatibleVehicleFilter,
  ConnectionFilter,
  Signals,
  SmartcarApi,
  SubscriptionFilter,
  VehicleRef,
} from './api/smartcar-api-contract.ts'
export {
  isSmartcarApiError,
  SmartcarApiError,
  type SmartcarApiErrorDetails,
  type SmartcarApiFailure,
} from './api/smartcar-api-error.ts'
export type { SmartcarApiOptions } from './api/smartcar-api-options.ts'
export type {
  BackendParams,
  BackendStore,
  ConnectBackendOptions,
  ConnectedContext,
} from './backend/backend-options.ts'
export { createConnectBackend } from './backend/connect-backend.ts'
export type { ConnectBackend, UserVehicleRef } from './backend/connect-backend-contract.ts'
export type { ConnectedVehicle } from './backend/connected-vehicle.ts'
export type { UserVehicle } from './backend/user-vehicle.ts'
export { createExchangeHandler } from './exchange/exchange-handler.ts'
export type {
  ExchangeContext,
  ExchangeHandlerOptions,
  ReauthenticationContext,
} from './exchange/exchange-options.ts'
export type { LimitKey } from './exchange/limit-key.ts'
export type { UnverifiedGrant } from './exchange/posted-grant.ts'
export { guardRequest } from './http/request-guard.ts'
export type { RequestHandler } from './http/request-handler.ts'
export type { ProblemCode } from './problems/problem-outcome.ts'
export type { Refusal, RefusalReason } from './problems/refusal.ts'
export {
  isVehicleAccessError,
  VehicleAccessError,
  type VehicleAccessErrorCode,
} from './problems/vehicle-access-error.ts'
export type { MachineCredentials } from './provider/machine-access.ts'
export {
  createMachineToken,
  type MachineToken,
  type MachineTokenOptions,
} from './provider/machine-token.ts'
export {
  isProviderError,
  ProviderError,
  type ProviderErrorCode,
  type ProviderErrorDetails,
} from './provider/provider-error.ts'
export type { Fetch } from './provider/provider-fetch.ts'
export type { GrantedVehicle } from './provider/read-grant.ts'
export type { SimulatorOptions } from './provider/simulator-option.ts'
export type { TokenProblem } from './provider/token-request.ts'
export type { Tokens } from './provider/tokens.ts'
export type { Failure, Step } from './reporting/failure.ts'
export type { OnEvent, ServerEvent } from './server-event.ts'
export type { AppSession } from './session/app-session.ts'
export type { SessionParams } from './session/connect-url.ts'
export { createSessionHandler } from './session/session-handler.ts'
export type {
  SessionAnswer,
  SessionContext,
  SessionHandlerOptions,
} from './session/session-options.ts'
export type { ConnectionRecord, ConnectionStore } from './stores/connection-store.ts'
export type {
  ClaimResult,
  ClaimState,
  ExchangeClaim,
  ExchangeState,
  ExchangeStore,
} from './stores/exchange-store.ts'
export { createMemoryStore, type MemoryStoreOptions } from './stores/memory.ts'
export type { Outcome } from './stores/outcome.ts'
export type {
  SessionSetup,
  StartedSession,
  StartedSessionLimits,
  StartedSessionStore,
} from './stores/started-session-store.ts'
export type { Store } from './stores/store.ts'
export type { SmartcarIds, StoredVehicle, VehicleStore } from './stores/vehicle-store.ts'
export type { EventClaim, WebhookEventStore } from './stores/webhook-event-store.ts'
export type { ConnectionOwner, ConnectionRef } from './vault/connection-ref.ts'
export type { VaultKey } from './vault/key-ring.ts'
export {
  type ConnectionInfo,
  createTokenVault,
  type TokenVault,
  type TokenVaultOptions,
} from './vault/token-vault.ts'
export { isVaultError, VaultError, type VaultErrorCode } from './vault/vault-error.ts'
export { answerChallenge } from './webhook/answer-challenge.ts'
export { verifyWebhook } from './webhook/verify-webhook.ts'
export type {
  OtherEvent,
  VehicleErrorEvent,
  VehicleProblem,
  VehicleStateEvent,
  WebhookEvent,
} from './webhook/webhook-event.ts'
export { createWebhookHandler } from './webhook/webhook-handler.ts'
export type { WebhookCallbacks, WebhookHandlerOptions } from './webhook/webhook-options.ts'
export type { WebhookRefusal } from './webhook/webhook-refusal.ts'
