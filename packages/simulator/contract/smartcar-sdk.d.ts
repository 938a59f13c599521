// The parts of the official Node SDK that the contract test uses; it ships no types itself.

declare module 'smartcar' {
  type Access = { accessToken: string; refreshToken: string; expiration: Date }
  type Signal = { id: string; attributes: { status: { value: string } } }
  type Meta = { requestId: string; unitSystem?: string; dataAge?: Date; fetchedAt?: Date }
  type Action = { status: string; message: string; meta: Meta }
  class AuthClient {
    constructor(options: Record<string, unknown>)
    getAuthUrl(scope: readonly string[], options?: Record<string, unknown>): string
    exchangeCode(code: string): Promise<Access>
    exchangeRefreshToken(token: string): Promise<Access>
  }
  class Vehicle {
    readonly id: string
    constructor(id: string, token: string, options?: Record<string, unknown>)
    subscribe(webhookId: string): Promise<{ webhookId: string; vehicleId: string; meta: Meta }>
    unsubscribe(amt: string, webhookId: string): Promise<{ status: string; meta: Meta }>
    vin(): Promise<{ vin: string; meta: Meta }>
    attributes(): Promise<{ id: string; make: string; model: string; year: number; meta: Meta }>
    odometer(): Promise<{ distance: number; meta: Meta }>
    battery(): Promise<{ percentRemaining: number; range: number }>
    batteryCapacity(): Promise<{ capacity: number }>
    nominalCapacity(): Promise<{ capacity: { nominal: number } | null }>
    charge(): Promise<{ isPluggedIn: boolean; state: string }>
    fuel(): Promise<{ range: number }>
    engineOil(): Promise<{ lifeRemaining: number }>
    location(): Promise<{ latitude: number; longitude: number }>
    tirePressure(): Promise<{ frontLeft: number }>
    lockStatus(): Promise<{ isLocked: boolean; doors: { type: string; status: string }[] }>
    diagnosticSystemStatus(): Promise<{ systems: { systemId: string; status: string }[] }>
    diagnosticTroubleCodes(): Promise<{ activeCodes: { code: string }[] }>
    serviceHistory(startDate?: string, endDate?: string): Promise<{ data: unknown[] }>
    permissions(paging?: Record<string, unknown>): Promise<{
      permissions: string[]
      paging: { count: number; offset: number }
    }>
    lock(): Promise<Action>
    unlock(): Promise<Action>
    startCharge(): Promise<Action>
    stopCharge(): Promise<Action>
    getChargeLimit(): Promise<{ limit: number }>
    setChargeLimit(limit: number): Promise<Action>
    sendDestination(latitude: number, longitude: number): Promise<Action>
    batch(paths: readonly string[]): Promise<Record<string, () => Record<string, unknown>>>
    request(
      method: string,
      path: string,
      body?: unknown,
      headers?: Record<string, string>,
    ): Promise<{ body: Record<string, unknown>; meta: Meta }>
    getSignals(): Promise<{ body: { data: Signal[] } }>
    getSignal(code: string): Promise<{ body: Signal }>
    disconnect(): Promise<{ status: string }>
  }
  class SmartcarError extends Error {
    statusCode: number
    type: string
    code?: string
    requestId: string
    docURL?: string
    detail?: { field: string; message: string }[]
    suggestedUserMessage?: string
    retryAfter?: string
    resolution?: { type: string; url?: string }
  }
  const smartcar: {
    hashChallenge(amt: string, challenge: string): string
    verifyPayload(amt: string, signature: string, body: object): boolean
    AuthClient: typeof AuthClient
    Vehicle: typeof Vehicle
    SmartcarError: typeof SmartcarError
    getVehicles(
      accessToken: string,
      paging?: Record<string, unknown>,
    ): Promise<{ vehicles: string[]; paging: { count: number; offset: number } }>
    getUser(accessToken: string): Promise<{ id: string }>
    getVehicle(accessToken: string, id: string): Promise<{ body: { id: string } }>
    getCompatibility(
      vin: string,
      scope: readonly string[],
      country: string | null,
      options: Record<string, unknown>,
    ): Promise<{ compatible: boolean; reason: string | null; capabilities: { capable: boolean }[] }>
    getCompatibilityMatrix(
      region: string,
      options: Record<string, unknown>,
    ): Promise<Record<string, { type: string; permissions: string[] }[]>>
    getConnections(
      token: string,
      filter?: Record<string, unknown>,
      paging?: Record<string, unknown>,
    ): Promise<{
      connections: { vehicleId: string; userId: string; connectedAt: string }[]
      paging: { cursor: string | null }
    }>
    deleteConnections(
      token: string,
      filter: Record<string, unknown>,
    ): Promise<{ connections: { vehicleId: string; userId: string }[] }>
    setApiVersion(version: string): void
  }
  export = smartcar
}
