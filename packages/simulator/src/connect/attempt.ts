// A person's way through the pages: where it starts, how a page finds it, how an answer leaves.

import type { SimulatorContext } from '../http/context.ts'
import { formOf } from '../http/context.ts'
import type { Attempt, AuthorizeRequest } from '../memory/attempt.ts'
import { randomId } from '../memory/random-id.ts'
import { remember } from '../memory/state.ts'
import type { ConnectPage } from '../pages/connect-top.ts'
import { wordsFor } from '../pages/language.ts'
import { endedPage } from '../pages/notice-page.ts'
import type { Hop } from '../scenarios/scenario.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import type { Application } from '../world/applications.ts'
import { type Brand, brands } from '../world/brands.ts'

const lifetimeMs = 60 * 60 * 1000

/** Remembers a new attempt under an unguessable id. */
export function startAttempt(
  c: SimulatorContext,
  request: AuthorizeRequest,
  origin: string,
): Attempt {
  const attempt: Attempt = { id: randomId(), createdAtMs: c.env.now(), origin, request }
  remember(c.env.state.attempts, attempt.id, attempt)
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
export async function withAttempt(
  c: SimulatorContext,
  show: (open: OpenAttempt) => Response | Promise<Response>,
): Promise<Response> {
  const values = c.req.method === 'POST' ? formOf(c) : c.get('url').searchParams
  const attempt = c.env.state.attempts.get(values.get('session') ?? '')
  const words = wordsFor(c.req.header('Accept-Language'))
  const { basePath } = c.env
  if (attempt === undefined || c.env.now() - attempt.createdAtMs > lifetimeMs) {
    return endedPage(words, basePath)
  }
  const application = applicationOf(c, attempt.request.clientId)
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
  c: SimulatorContext,
  attempt: Attempt,
  hop: Hop,
  answer: Response | Promise<Response>,
): Promise<Response> {
  const response = await answer
  const { openerPolicy, pageDelayMs } = scenarioNamed(attempt.request.scenario)
  const policy = openerPolicy?.[hop]
  if (policy !== undefined) response.headers.set('Cross-Origin-Opener-Policy', policy)
  if (pageDelayMs !== undefined) await c.env.wait(pageDelayMs)
  return response
}

/** Sends the person to a page of the attempt. `origin` is given when the page is on another one. */
export function seePage(
  c: SimulatorContext,
  attempt: Attempt,
  path: string,
  origin = '',
): Response {
  return seeOther(`${origin}${c.env.basePath}${path}?session=${encodeURIComponent(attempt.id)}`)
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

function applicationOf(c: SimulatorContext, clientId: string): Application | undefined {
  return c.env.applications.find(application => application.clientId === clientId)
}
