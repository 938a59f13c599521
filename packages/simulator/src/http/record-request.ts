// Writes every request and its answer into the journal.

import type { Next } from 'hono'
import { maskParameters } from '../memory/journal.ts'
import type { SimulatorContext } from './context.ts'

const journalLimit = 1000

/** Adds an entry after the answer, unless it is about the simulator itself. Old entries make room. */
export async function recordRequest(c: SimulatorContext, next: Next): Promise<void> {
  await next()
  const { path, method } = c.req
  if (path.startsWith('/__simulator') || path === '/favicon.ico' || path === '/') return
  const { state, now } = c.env
  const url = c.get('url')
  const body = c.get('body')
  state.journalTotal += 1
  const scheme = c.req.header('Authorization')?.split(' ', 1)[0]
  const isForm = c.req.header('Content-Type')?.startsWith('application/x-www-form') ?? false
  const error = redirectedError(c.res)
  state.journal.push({
    number: state.journalTotal,
    at: new Date(now()).toISOString(),
    method,
    path,
    parameters: maskParameters([...url.searchParams, ...(isForm ? new URLSearchParams(body) : [])]),
    status: c.res.status,
    ...(scheme !== undefined && { authorization: scheme }),
    ...(error !== undefined && { error }),
  })
  if (state.journal.length > journalLimit) state.journal.splice(0, journalLimit / 2)
}

function redirectedError(response: Response): string | undefined {
  const location = response.headers.get('Location')
  if (location === null || !URL.canParse(location)) return undefined
  return new URL(location).searchParams.get('error') ?? undefined
}
