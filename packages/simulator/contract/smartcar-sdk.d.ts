// The parts of the official Node SDK that the contract test uses; it ships no types itself.

declare module 'smartcar' {
  type Access = { accessToken: string; refreshToken: string; expiration: Date }
  type Meta = { requestId: string; unitSystem?: string; dataAge?: Date; fetchedAt?: Date }
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
    attributes(): Promise<{ id: string; make: string; model: string; year: number; meta: Meta }>
    odometer(): Promise<{ distance: number; meta: Meta }>
    battery(): Promise<{ percentRemaining: number; range: number }>
    location(): Promise<{ latitude: number; longitude: number }>
    tirePressure(): Promise<{ frontLeft: number }>
    permissions(paging?: Record<string, unknown>): Promise<{ permissions: string[] }>
    lock(): Promise<{ status: string }>
    batch(paths: readonly string[]): Promise<Record<string, () => Record<string, unknown>>>
    getSignals(): Promise<{ body: { data: { id: string }[] } }>
    disconnect(): Promise<{ status: string }>
  }
  class SmartcarError extends Error {
    statusCode: number
    type: string
    code?: string
    requestId: string
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
    getConnections(
      token: string,
      filter?: Record<string, unknown>,
    ): Promise<{ connections: { vehicleId: string; userId: string }[] }>
  }
  export = smartcar
}
