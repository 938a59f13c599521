// A person's way through the pages: where it starts, how a page finds it, how an answer leaves.

import { formOf, type Incoming } from '../http/incoming.ts'
import { type Simulation, scenarioNamed } from '../http/simulation.ts'
import type { Attempt, AuthorizeRequest } from '../memory/attempt.ts'
import { randomId } from '../memory/random-id.ts'
import { remember } from '../memory/state.ts'
import type { ConnectPage } from '../pages/connect-top.ts'
import { wordsFor } from '../pages/language.ts'
import { endedPage } from '../pages/notice-page.ts'
import type { Hop } from '../scenarios/scenario.ts'
import type { Application } from '../world/applications.ts'
import { type Brand, brands } from '../world/brands.ts'

const lifetimeMs = 60 * 60 * 1000

/** Remembers a new attempt under an unguessable id. */
export function startAttempt(
  simulation: Simulation,
  request: AuthorizeRequest,
  origin: string,
): Attempt {
  const attempt: Attempt = { id: randomId(), createdAtMs: simulation.now(), origin, request }
  remember(simulation.state.attempts, attempt.id, attempt)
  return attempt
}

/** What a page works with, once the attempt of its request is found. */
export type OpenAttempt = {
  readonly attempt: Attempt
  readonly shown: ConnectPage
  readonly brand: Brand | undefined
}

/**
 * Runs a page for the attempt that a request names by its `session`, or says that it has ended.
 */
export function withAttempt(
  simulation: Simulation,
  incoming: Incoming,
  show: (open: OpenAttempt) => Response | Promise<Response>,
): Response | Promise<Response> {
  const values = incoming.method === 'POST' ? formOf(incoming) : incoming.url.searchParams
  const attempt = simulation.state.attempts.get(values.get('session') ?? '')
  const words = wordsFor(incoming.headers.get('Accept-Language'))
  const { basePath } = simulation
  if (attempt === undefined || simulation.now() - attempt.createdAtMs > lifetimeMs) {
    return endedPage(words, basePath)
  }
  const application = applicationOf(simulation, attempt.request.clientId)
  return show({
    attempt,
    brand: brands.find(({ id }) => id === attempt.brandId),
    shown: {
      words,
      basePath,
      session: attempt.id,
      application: application?.name ?? attempt.request.clientId,
    },
  })
}

/** Lets an answer out as the scenario wants this hop to be: later, or with its own header. */
export async function leave(
  simulation: Simulation,
  attempt: Attempt,
  hop: Hop,
  response: Response,
): Promise<Response> {
  const { openerPolicy, pageDelayMs } = scenarioNamed(attempt.request.scenario)
  const policy = openerPolicy?.[hop]
  if (policy !== undefined) response.headers.set('Cross-Origin-Opener-Policy', policy)
  if (pageDelayMs !== undefined) await simulation.wait(pageDelayMs)
  return response
}

/** Sends the person to a page of the attempt. `origin` is given when the page is on another one. */
export function seePage(
  simulation: Simulation,
  attempt: Attempt,
  path: string,
  origin = '',
): Response {
  return seeOther(
    `${origin}${simulation.basePath}${path}?session=${encodeURIComponent(attempt.id)}`,
  )
}

/** Answers 303: whatever the method was, the next page is read with GET. */
export function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: location,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'strict-origin',
    },
  })
}

function applicationOf(simulation: Simulation, clientId: string): Application | undefined {
  return simulation.applications.find(application => application.clientId === clientId)
}
