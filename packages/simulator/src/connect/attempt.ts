// A person's way through the pages: where it starts, and how a page finds it again.

import { formOf, type SimulatorContext } from '../http/context.ts'
import type { Attempt, AuthorizeRequest } from '../memory/attempt.ts'
import { remember } from '../memory/remember.ts'
import type { ConnectPage } from '../pages/connect-top.ts'
import { endedPage } from '../pages/notice-page.ts'
import { type Brand, brands } from '../world/brands.ts'
import { randomId } from '../world/random-id.ts'
import { frameFor } from './frame.ts'
import { currentPage } from './next-step.ts'
import type { Page } from './page.ts'
import { seePage } from './see-page.ts'

const lifetimeMs = 60 * 60 * 1000

/** Remembers a new attempt under an unguessable id. */
export function startAttempt(c: SimulatorContext, request: AuthorizeRequest): Attempt {
  const { origin } = c.get('url')
  const attempt: Attempt = {
    id: randomId(),
    createdAtMs: c.env.now(),
    origin,
    // A copy: the engine would keep the whole address alive for each part of it.
    request: structuredClone(request),
  }
  remember(c.env.state, 'attempts', attempt.id, attempt)
  return attempt
}

/** What a page works with, once the attempt of its request is found. */
export type CurrentAttempt = {
  /** The attempt as it is stored. A POST changes it. */
  readonly attempt: Attempt
  /** What every page of the attempt shows. */
  readonly shown: ConnectPage
  /** The brand that was chosen, if it was. */
  readonly brand: Brand | undefined
}

/** What a page works with when it comes after the choice of a brand. */
export type CurrentAttemptWithBrand = CurrentAttempt & {
  /** The brand that was chosen. */
  readonly brand: Brand
}

/** Runs a handler for the attempt that a request names, or says that the attempt has ended. */
export async function withAttempt(
  c: SimulatorContext,
  handle: (current: CurrentAttempt) => Response | Promise<Response>,
): Promise<Response> {
  const { state, applications } = c.env
  const values = c.req.method === 'POST' ? formOf(c) : c.get('url').searchParams
  const id = values.get('attempt') ?? ''
  const attempt = state.attempts.get(id)
  const frame = frameFor(c, attempt?.request ?? state.endedLooks.get(id) ?? {})
  if (attempt === undefined || c.env.now() - attempt.createdAtMs > lifetimeMs) {
    return endedPage(frame)
  }
  const { clientId } = attempt.request
  const application = applications.find(known => known.clientId === clientId)
  return handle({
    attempt,
    brand: brands.find(({ id }) => id === attempt.brandId),
    shown: {
      ...frame,
      attemptId: attempt.id,
      application: application?.name ?? clientId,
    },
  })
}

/** Runs a handler of a page if it is this page's turn, else leads to the page whose turn it is. */
export function onPage(
  c: SimulatorContext,
  page: Page,
  handle: (current: CurrentAttemptWithBrand) => Response | Promise<Response>,
): Promise<Response> {
  return withAttempt(c, ({ attempt, shown, brand }) => {
    const current = currentPage(attempt)
    return brand === undefined || current !== page
      ? seePage(c, attempt, current)
      : handle({ attempt, shown, brand })
  })
}
