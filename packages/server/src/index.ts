// The public surface of smartcar-connect-server.

export { createExchangeHandler } from './exchange/exchange-handler.ts'
export type {
  ExchangeContext,
  ExchangeHandlerOptions,
  ReauthenticationContext,
} from './exchange/exchange-options.ts'
export type { LimitKey } from './exchange/limit-key.ts'
export type { UnverifiedGrant } from './exchange/posted-grant.ts'
export type { RequestHandler } from './http/request-handler.ts'
export type { ProblemCode } from './problems/problem-outcome.ts'
export type { RefusalReason } from './problems/refusal.ts'
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
export type { ConnectionOwner, ConnectionRef } from './vault/connection-ref.ts'
export type { VaultKey } from './vault/key-ring.ts'
export {
  type ConnectionInfo,
  createTokenVault,
  type TokenVault,
  type TokenVaultOptions,
} from './vault/token-vault.ts'
export { isVaultError, VaultError, type VaultErrorCode } from './vault/vault-error.ts'
export { answerChallenge, verifyWebhook } from './webhook/webhook.ts'
