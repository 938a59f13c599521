// What only development says: why each error matters and what to do about it.

// By error code and by option. Each has a section of the same name in docs/troubleshooting.md.
const advice: Readonly<Record<string, string>> = {
  popup_blocked:
    'Browsers open a window only as part of a click. Call open() directly in the click handler, with no await before it, and prepare() as the click comes near; the person may also have forbidden popups for this site.',
  popup_failed:
    'Other scripts of the page replace window.open, and one of them failed; an in-app browser may do so, too. Look at `cause`.',
  popup_unsupported:
    'The session could not finish. Give `redirectUri` as a path, so that it is on the origin of the page whatever its host is, and the same one to the server. In a sandbox, add allow-same-origin and allow-popups-to-escape-sandbox, or open the page in a tab of its own. Where this tab is to leave, it must be allowed to store something.',
  not_loaded:
    'The files of this build may be gone because the app was deployed anew, or the network failed; see `cause`. Let the person load the page anew, and keep the files of the build before for a while.',
  login_changed:
    'The person who finished is not the one who clicked, so nothing was sent to your backend. Let the person who is logged in now start again.',
  invalid_response:
    'Nobody can tell what Smartcar meant, so nothing was sent to your backend. Look at what is between Smartcar and the redirect page: a proxy that rewrites addresses, or a redirect URI that serves something else as well.',
  state_mismatch:
    'It may be an attack or an old window, so it was not used. Let the person start again; if it happens often, look for something that changes the address of the redirect page.',
  expired:
    'A state token is good for 15 minutes, so a later answer is not used. Let the person start again.',
  exchange_failed:
    'The car is not connected. Look at `status`, `problem` and `cause` of this error and at the log of your endpoint (the one of `session` or `backend`, if Connect was not opened). 401: nobody is signed in; 403: the origin of this page is not in `origins`; 404 or HTML: no route is there, as where only one path of a backend is routed or the dev server passes nothing on. retry() sends the same grant again within 10 minutes. On another site than this page’s (`cross_site`) browsers keep a session’s cookie from it: serve it from a host of this site, or send a code to an `exchange` with an authentication of its own.',
  exchange_timeout:
    'Whether it stored the car is not known. retry() sends the same grant under the same Idempotency-Key, so a backend that stored it answers with that outcome.',
  network_error:
    'It is down, it redirects, or it lets no page of this origin call it: look at `cause`, and at `origins` of the handler if the console speaks of CORS. Offer the person to try again: retry() sends a grant that has come once more, within 10 minutes.',
  access_denied:
    'The person did not grant access to the vehicle. Say what you need it for, and let them start again.',
  invalid_subscription:
    'The person has to turn on the subscription of the car’s maker first, so Smartcar cannot reach the vehicle. Tell them so.',
  vehicle_incompatible:
    'This vehicle cannot be connected. `vehicle` tells which it is if the person agreed to share that.',
  no_vehicles:
    'The account of the person holds no vehicle. Ask whether they have another account with the car’s maker.',
  configuration_error:
    'The application is set up wrongly at Smartcar, so nobody can connect. Look at `status` and `providerErrorDescription`, and at the application in Smartcar’s dashboard.',
  server_error: 'Something is wrong at Smartcar. Let the person try again later.',
  provider_error:
    'This version of the package does not know the error. `providerError` and `providerErrorDescription` tell what Smartcar sent.',
  connections:
    'The page does not know which cars are connected. Give `backend` the address of what createConnectBackend made, such as "/api/smartcar". 401: nobody is signed in to the app; 403: the origin of this page is not in `origins`; 404, or an answer that is no list: no route is there, as where only one path of a backend is routed or the dev server passes nothing on.',
  backend:
    'The backend that createConnectBackend makes decides what Connect is asked for, so an option beside it, other than `redirectUri`, would count for nothing. Set it there; or leave out `backend`, and give `exchange` and the rest. `backend` itself is an address such as "/api/smartcar", without a query.',
  exchange:
    'The authorization code has to go to your backend, which is the only place that may hold it. Give `backend`, or the address of your endpoint, or a function that sends the grant there; in React, put a SmartcarConnectProvider above, or give it to the component.',
  redirectUri:
    'Only a page of the app’s own origin can tell this page the answer. Use a path, or an http or https address on this very origin (protocol, www and port count), without a fragment, a user name, or a name in its query that an answer uses, such as code or state; register it in Smartcar’s dashboard and serve the redirect page there.',
  app_at_redirect_uri:
    'The popup would show the app in place of handing the answer over. Serve the redirect page at that address (exclude it from the app fallback and the service worker), or call finishConnect() there before the app renders.',
  applicationId:
    'Smartcar has to know which application asks. Copy the id from Smartcar’s dashboard.',
  clientId: 'Smartcar has to know which application asks. Copy the id from Smartcar’s dashboard.',
  responseType:
    'It decides what kind of result comes back. Give "code" for an authorization code, or "none" for a user id alone.',
  state:
    'The redirect page and the server take no other, so it would be lost after the person agreed. Keep at most 1,000 bytes of UTF-8 without control characters other than tabs and line breaks, such as the key of something that your app stores.',
  externalId:
    'The server takes no other, so the grant would be refused after the person agreed. Give at most 256 bytes of UTF-8 without control characters.',
  vehicleId:
    'The server takes no other, so the grant would be refused after the person agreed. Give the id as Smartcar made it: at most 128 letters, digits and signs of ASCII, without spaces.',
  approvalPrompt:
    'Connect would ignore anything else. Give "force" to show the consent page each time, or "auto".',
  mode: 'It decides which cars are shown. Give "live", "simulated", or "test", its older name.',
  scope:
    'Connect would refuse the whole address. Give a list of permissions such as "read_odometer" or "required:read_odometer".',
  flags: 'Connect would ignore them. Give texts without spaces: { country: "DE" }.',
  singleSelect: 'Connect would ignore anything else. Give true or false.',
  singleSelectVin:
    'Connect selects that one vehicle only with singleSelect. Give both, and a VIN of 17 letters and digits.',
  presentation: 'It decides where Connect appears. Give "popup", "redirect" or "auto".',
  connectOrigin:
    'The answer is checked against it. Give an origin such as "http://localhost:4010", without a path.',
}

/** The advice on an error code or an option, after a space; `''` where there is none. */
export function adviceOn(topic: string): string {
  const text = advice[topic]
  return text ? ` ${text}` : ''
}

/** What there is advice on. */
export const adviceTopics: readonly string[] = Object.keys(advice)

// What an error holds beside its message and its cause, of which a console shows nothing.
const shown = [
  'status',
  'problem',
  'providerError',
  'providerErrorDescription',
  'retryAfterSeconds',
] as const

/**
 * Shows the developer an error, with what a console would not show of it. The production build leaves
 * this out.
 *
 * @param read gives the options: an `onError` that is a function of the console itself, such as
 *   `console.error`, shows the error already
 */
export function tellDeveloper(error: unknown, read?: () => { onError?: unknown }): void {
  if (read && isOfConsole(read)) return
  const known = Object(error)
  const details = Object.fromEntries(
    shown.filter(name => known[name] !== undefined).map(name => [name, known[name]]),
  )
  // biome-ignore lint/suspicious/noConsole: the developer's console is where it is to be seen
  console.error(...(Object.keys(details).length ? [error, details] : [error]))
}

function isOfConsole(read: () => { onError?: unknown }): boolean {
  try {
    const { onError } = read()
    // biome-ignore lint/suspicious/noConsole: it is compared, not used
    return [console.error, console.warn, console.log, console.info].some(one => one === onError)
  } catch {
    // The options of the app threw, so nobody else tells of it.
    return false
  }
}
