// What can be wrong with a call, apart from how version 2 and version 3 write it down.

/** The HTTP status of each kind of fault. @see https://smartcar.com/docs/errors/api-errors */
export const faultStatuses = {
  AUTHENTICATION: 401,
  PERMISSION: 403,
  RESOURCE_NOT_FOUND: 404,
  VALIDATION: 400,
  VEHICLE_STATE: 409,
  RATE_LIMIT: 429,
  BILLING: 430,
  SERVER: 500,
  COMPATIBILITY: 501,
  UPSTREAM: 502,
  CONNECTED_SERVICES_ACCOUNT: 400,
} as const

/** The `type` of an error of the provider's APIs. */
export type FaultType = keyof typeof faultStatuses

/** One fault. Each version of the API makes its own document of it. */
export type Fault = {
  /** Its kind, which decides the status of the answer. */
  readonly type: FaultType
  /** What kind of that type it is. @default null */
  readonly code?: string
  /** A sentence for the developer. */
  readonly description: string
  /** What the application can do about it. @default nothing */
  readonly resolution?: { readonly type: string; readonly url?: string }
  /** The fields that are wrong, with `VALIDATION`. */
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  /** Seconds for the Retry-After header. Without it there is none. */
  readonly retryAfterSeconds?: number
}
