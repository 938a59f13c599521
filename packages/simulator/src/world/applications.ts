// The applications that may use the simulator: who they are and where they may be sent back to.

/** An application as it would be registered at the provider. */
export type Application = {
  /** The id, which requests send as `application_id` or `client_id`. */
  readonly clientId: string
  /** The secret, made up for the simulator. A value that looks live is refused. */
  readonly clientSecret: string
  /**
   * The name on the Connect pages.
   *
   * @default the client id
   */
  readonly name?: string
  /**
   * Redirect URIs, compared exactly. `http://localhost:*`, with any loopback host in the place
   * of `localhost`, allows every port and path there. The first exact one is the default.
   */
  readonly redirectUris: readonly string[]
  /**
   * The scope of requests that have none.
   *
   * @default 'read_vehicle_info read_odometer'
   */
  readonly defaultScope?: string
  /** The credentials of machine-to-machine calls (version 3). Without them there are none. */
  readonly machine?: {
    /** The client id that the machine sends, such as `client_demo`. */
    readonly clientId: string
    /** Made up for the simulator. A value that looks live is refused. */
    readonly clientSecret: string
  }
  /** The password of the management API. Without it the application has no management API. */
  readonly managementToken?: string
  /**
   * Its webhooks. They need the management token, with which deliveries are signed.
   *
   * @default []
   */
  readonly webhooks?: readonly ApplicationWebhook[]
}

/** A webhook as it would be made in the provider's dashboard. */
export type ApplicationWebhook = {
  /**
   * The id in addresses and deliveries.
   *
   * @default a UUID that is always the same for the same application and name
   */
  readonly id?: string
  /** The name, which stands in every delivery. */
  readonly name: string
  /**
   * Where deliveries go: an `http` or `https` address of this machine or of one of the option
   * `hosts`. Any other is refused, for the simulator calls nobody else.
   */
  readonly callbackUri: string
  /**
   * Where `VEHICLE_ERROR` goes.
   *
   * @default callbackUri
   */
  readonly errorCallbackUri?: string
  /**
   * The codes of the signals in every delivery.
   *
   * @default all signals
   */
  readonly signals?: readonly string[]
  /**
   * The codes of the signals whose change is told.
   *
   * @default those of `signals`
   */
  readonly triggers?: readonly string[]
  /**
   * Whether it delivers at all.
   *
   * @default true
   */
  readonly isEnabled?: boolean
  /**
   * Whether vehicles that are connected from now on are subscribed by themselves.
   *
   * @default false
   */
  readonly autoSubscribe?: boolean
}

/** The application that the simulator knows when none is given. */
export const demoApplication: Application = {
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  name: 'Demo application',
  redirectUris: ['http://localhost:*', 'http://127.0.0.1:*', 'http://[::1]:*'],
  machine: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },
  managementToken: 'demo-management-token',
}

/** Whether a redirect URI is registered for the application: exactly, or by a loopback pattern. */
export function isRegisteredRedirectUri(application: Application, redirectUri: string): boolean {
  return application.redirectUris.some(
    registered =>
      registered === redirectUri ||
      (registered.endsWith(':*') && isAtHost(redirectUri, registered.slice(0, -2))),
  )
}

/** Whether the application may receive a message at an origin: one of its redirect URIs is there. */
export function isRegisteredOrigin(application: Application, origin: string): boolean {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) return false
  return application.redirectUris.some(registered =>
    registered.endsWith(':*')
      ? isAtHost(origin, registered.slice(0, -2))
      : URL.canParse(registered) && new URL(registered).origin === origin,
  )
}

/** The redirect URI of a request that names none: the first registered one that is not a pattern. */
export function defaultRedirectUri(application: Application): string | undefined {
  return application.redirectUris.find(registered => !registered.endsWith(':*'))
}

/**
 * Whether an absolute address can stand in a `Location` header with parameters behind it: printable
 * ASCII without spaces and without a fragment, of 2,000 characters at most (approximate).
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2
 */
export function isRedirectAddress(uri: string): boolean {
  return /^[!"$-~]{1,2000}$/.test(uri) && URL.canParse(uri)
}

function isAtHost(uri: string, host: string): boolean {
  if (!isRedirectAddress(uri)) return false
  const url = new URL(uri)
  if (url.username !== '' || url.password !== '') return false
  return `${url.protocol}//${url.hostname}` === host
}
