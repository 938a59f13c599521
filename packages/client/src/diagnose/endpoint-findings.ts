// What the answers of the backend's endpoints mean: pure, and in plain words.

import { error, type Finding, type FindingCode, warning } from './finding.ts'

/** What answered a request that was marked as a check. */
export type EndpointAnswer = {
  /** Whether it was a redirect, which a post does not follow. */
  isRedirect: boolean
  /** HTTP status; 0 for a redirect. */
  status: number
  isHtml: boolean
  /** What a handler of `smartcar-connect-server` says: `passed`, or why it would refuse this page. */
  check?: string | undefined
  /** The `code` of a problem document. */
  problem?: string | undefined
}

/** An endpoint that the page will post to. */
export type EndpointFacts = {
  name: 'session' | 'exchange'
  /** Its absolute address. */
  address: string
  /** Whether it has to answer as a handler of `smartcar-connect-server`. Another one may take posts alone. */
  isOurs: boolean
  /** Whether browsers keep its cookies from this page. */
  isOtherSite: boolean
  /** Whether the policies of the page forbid to ask it. */
  isForbidden: boolean
  /** What came; `undefined` where nothing came that this page may read. */
  answer?: EndpointAnswer | undefined
}

type Verdict = {
  make: typeof error
  code: FindingCode
  what: string
  advice: string
}

/** The findings, one for all endpoints with the same fault. */
export function endpointFindings(endpoints: readonly EndpointFacts[], origin: string): Finding[] {
  const found = new Map<string, Verdict & { addresses: string[] }>()
  for (const endpoint of endpoints) {
    const verdict = verdictOn(endpoint, origin)
    if (!verdict) continue
    const { addresses } = found.get(verdict.what) ?? { addresses: [] }
    found.set(verdict.what, { ...verdict, addresses: [...addresses, endpoint.address] })
  }
  return [...found.values()].map(({ make, code, what, advice, addresses }) =>
    make(code, `${addresses.join(' and ')}: ${what}`, advice),
  )
}

function verdictOn(endpoint: EndpointFacts, origin: string): Verdict | undefined {
  const { name, address, isOurs, isOtherSite, isForbidden, answer } = endpoint
  // Only a session needs a cookie.
  if (isOtherSite && name === 'session') return refused('cross_site', origin)
  if (isForbidden) {
    return verdict(
      'endpoint_unreachable',
      'the Content-Security-Policy of this page forbids to ask it.',
      `Add ${new URL(address).origin} to \`connect-src\`.`,
    )
  }
  if (!answer) return unreachable(address, origin)
  if (answer.isRedirect) {
    return verdict(
      'endpoint_redirected',
      'the answer is a redirect, which a post does not follow, so it would fail.',
      'Write the address that answers in the end, with or without a slash behind it; where it is a login that redirects, let this path answer 401 instead.',
      isOurs ? error : warning,
    )
  }
  if (answer.check === 'passed') return undefined
  if (answer.check) return refused(answer.check, origin)
  if (answer.problem === 'configuration') {
    return verdict(
      'endpoint_failed',
      'an option of the backend cannot work, so it answers nothing else.',
      'Read the console of the server, or `onEvent`: it names the option.',
    )
  }
  return unexpected(answer, isOurs)
}

function unreachable(address: string, origin: string): Verdict {
  const { origin: other, protocol } = new URL(address)
  if (other === origin) {
    return verdict(
      'endpoint_unreachable',
      'nothing answers.',
      'Start the server, and let the dev server pass this path on to it.',
    )
  }
  return origin.startsWith('https:') && protocol === 'http:'
    ? verdict(
        'endpoint_unreachable',
        'it is http, which a page on https may not ask.',
        'Serve the backend over https as well, or from the origin of the page.',
      )
    : verdict(
        'endpoint_unreachable',
        `no answer comes that ${origin} may read.`,
        `Start the server, compare protocol, host and port (localhost and 127.0.0.1 are two hosts), and put ${origin} into \`origins\`.`,
      )
}

// In the order of the checks of the server. Any other reason is told by its name.
const refusals: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  content_type: [
    'the type of the request is lost on the way.',
    'Let no proxy change the content type.',
  ],
  cross_site: [
    'it is on another site than this page, and browsers keep the cookie of a session from it.',
    'Serve it from a host of this site (localhost and 127.0.0.1 are two sites), or send a code to an `exchange` with an authentication of its own.',
  ],
  body_read: [
    'something in front of it, such as a body parser, has read the body already.',
    'Mount the endpoint before body parsers.',
  ],
}

function refused(reason: string, origin: string): Verdict {
  const [what, advice] = refusals[reason] ?? [
    `it refuses this page (${reason}).`,
    'Look up the name in the table of refusals in the docs.',
  ]
  return reason === 'origin'
    ? verdict(
        'endpoint_refused',
        `it does not let ${origin} in.`,
        `Put exactly ${origin} into \`origins\`; protocol, www and port count, and localhost and 127.0.0.1 are two.`,
      )
    : verdict('endpoint_refused', what, advice)
}

function unexpected({ status, isHtml }: EndpointAnswer, isOurs: boolean): Verdict | undefined {
  const mount =
    'Mount the backend at this path, with all that is below it and for POST, and let the dev server pass the path on to it.'
  if (isHtml && status < 400) {
    return isOurs
      ? verdict('endpoint_missing', `${shell}, so no endpoint is there.`, mount)
      : verdict(
          'endpoint_missing',
          `${shell}. If a post is, too, no endpoint is there.`,
          mount,
          warning,
        )
  }
  // A proxy says so where nobody is behind it.
  if (status > 500 && status !== 501) {
    return verdict('endpoint_failed', `the answer is ${status}.`, look, isOurs ? error : warning)
  }
  // An endpoint that takes posts alone may answer a GET in any way.
  if (!isOurs) return undefined
  if (status === 500) return verdict('endpoint_failed', `the answer is ${status}.`, look)
  if ([401, 403].includes(status)) {
    return verdict(
      'endpoint_refused',
      `something else than a handler of smartcar-connect-server answers with ${status}.`,
      'Look for a login or a CSRF check in front of it: give their header in `headers`, or let this path pass.',
      warning,
    )
  }
  return [404, 405, 501].includes(status)
    ? verdict('endpoint_missing', `the answer is ${status}, so no endpoint is there.`, mount)
    : verdict(
        'endpoint_missing',
        `something else than a handler of smartcar-connect-server answers, with ${status}.`,
        'Look which route has this path.',
        warning,
      )
}

const shell = 'the answer is a page of HTML, such as the shell of the app'
const look =
  'Look whether the server runs where the proxy or dev server expects it, and read its console.'

function verdict(
  code: FindingCode,
  what: string,
  advice: string,
  make: typeof error = error,
): Verdict {
  return { make, code, what, advice }
}
