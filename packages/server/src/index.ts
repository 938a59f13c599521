// The public surface of smartcar-connect-server.

export type { AppSession } from './app-session.ts'
export type { SessionParams } from './connect-url.ts'
export type { ConnectionOwner, ConnectionRef } from './connection-ref.ts'
export type { ConnectionRecord, ConnectionStore } from './connection-store.ts'
export { createExchangeHandler } from './exchange-handler.ts'
export type {
  ConnectedContext,
  ExchangeContext,
  ExchangeHandlerOptions,
  MachineCredentials,
} from './exchange-options.ts'
export type {
  ClaimResult,
  ExchangeClaim,
  ExchangeState,
  ExchangeStore,
  Outcome,
} from './exchange-store.ts'
export type { Flow, FlowLimits, FlowSetup, FlowStore } from './flow-store.ts'
export type { UnverifiedGrant } from './grant.ts'
export type { VaultKey } from './key-ring.ts'
export { createMachineToken, type MachineToken, type MachineTokenOptions } from './machine-token.ts'
export type { ProblemCode } from './problem.ts'
export type { GrantedVehicle } from './provider-api.ts'
export type { Fetch } from './provider-fetch.ts'
export type { RefusalReason } from './request-guard.ts'
export type { OnEvent, ServerEvent } from './server-event.ts'
export { createSessionHandler } from './session-handler.ts'
export type { SessionHandlerOptions, StartedSession } from './session-options.ts'
export type { Store } from './store.ts'
export { createMemoryStore, type MemoryStoreOptions } from './stores/memory.ts'
export {
  type ConnectionInfo,
  createTokenVault,
  type TokenVault,
  type TokenVaultOptions,
} from './token-vault.ts'
export type { Tokens } from './tokens.ts'
export { isVaultError, VaultError, type VaultErrorCode } from './vault-error.ts'
export { answerChallenge, verifyWebhook } from './webhook.ts'
