// Writes every request and its answer into the journal.

import type { Next } from 'hono'
import { cut } from '../memory/cut.ts'
import { maskParameters } from '../memory/journal.ts'
import type { SimulatorContext } from './context.ts'

/** How many of the newest requests the journal holds. */
export const journalLimit = 1000
const pathLength = 200

/** Adds an entry after the answer, unless it is about the simulator itself. Old entries make room. */
export async function recordRequest(c: SimulatorContext, next: Next): Promise<void> {
  await next()
  const { path, method } = c.req
  if (path.startsWith('/__simulator') || path === '/favicon.ico' || path === '/') return
  const { state, now } = c.env
  const url = c.get('url')
  const body = c.get('body')
  state.journalTotal += 1
  const scheme = schemeOf(c.req.header('Authorization'))
  const isForm = c.req.header('Content-Type')?.startsWith('application/x-www-form') ?? false
  const error = redirectedError(c.res)
  state.journal.push({
    number: state.journalTotal,
    at: new Date(now()).toISOString(),
    method,
    path: cut(path, pathLength),
    parameters: maskParameters([...url.searchParams, ...(isForm ? new URLSearchParams(body) : [])]),
    status: c.res.status,
    ...(scheme !== undefined && { authorization: scheme }),
    ...(error !== undefined && { error }),
  })
  if (state.journal.length > journalLimit) state.journal.splice(0, journalLimit / 2)
}

/** The scheme of an Authorization header. Without one, the header may be nothing but a secret. */
function schemeOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined
  return /^([A-Za-z][\w-]{0,31}) /.exec(authorization)?.[1] ?? 'unknown'
}

function redirectedError(response: Response): string | undefined {
  const location = response.headers.get('Location')
  if (location === null || !URL.canParse(location)) return undefined
  const error = new URL(location).searchParams.get('error')
  return error === null ? undefined : cut(error, 100)
}
