// Writes a request and its answer into the journal.
import { maskParameters } from '../memory/journal.ts'
import type { Simulation } from './simulation.ts'

const journalLimit = 1000

/** Adds an entry, unless it is about the simulator itself. Old entries make room. */
export function recordRequest(
  { state, now }: Simulation,
  request: Request,
  url: URL,
  path: string,
  body: string,
  response: Response,
): void {
  if (path.startsWith('/__simulator') || path === '/favicon.ico' || path === '/') return
  state.journalTotal += 1
  const scheme = request.headers.get('Authorization')?.split(' ', 1)[0]
  const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form') ?? false
  const error = redirectedError(response)
  state.journal.push({
    number: state.journalTotal,
    at: new Date(now()).toISOString(),
    method: request.method,
    path,
    parameters: maskParameters([...url.searchParams, ...(isForm ? new URLSearchParams(body) : [])]),
    status: response.status,
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
