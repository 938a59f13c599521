// createSimulator: a stand-in for the provider as one function from Request to Response.
import { demoApplication } from './applications.ts'
import { createRouteFinder } from './find-route.ts'
import { bodyLimitBytes, type Incoming } from './incoming.ts'
import { type JournalEntry, maskParameters } from './journal.ts'
import { jsonResponse } from './json-response.ts'
import { checkOptions, type SimulatorOptions } from './options.ts'
import { providerError } from './provider-error.ts'
import { routes } from './routes.ts'
import type { Simulation } from './simulation.ts'
import { readSnapshot, type Snapshot, takeSnapshot } from './snapshot.ts'
import { emptyState } from './state.ts'

/** A running simulator. It holds no port, no timer and no global. */
export type Simulator = {
  /** Answers a request to any of the provider's hosts: Connect pages, tokens, vehicle API. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Takes a copy of everything remembered, to go on from later. */
  readonly snapshot: () => Snapshot
}

const findRoute = createRouteFinder(routes)
const journalLimit = 1000

/**
 * Makes a simulator of Smartcar Connect, its token endpoint and its vehicle API. Use it in a test
 * without a port, behind any server, or in a service worker. Nothing ever leaves it.
 *
 * @throws TypeError for an option that cannot work, naming it.
 * @example
 * const simulator = createSimulator({ scenario: 'coop' })
 * const response = await simulator.fetch(new Request('http://localhost:4010/oauth/authorize?…'))
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  checkOptions(options)
  const { now = Date.now, wait = timer, basePath = '', refreshGraceMs = 60_000 } = options
  const state = options.snapshot
    ? readSnapshot(options.snapshot)
    : emptyState(options.scenario ?? 'happy')
  if (options.scenario !== undefined) state.scenario = options.scenario
  const simulation: Simulation = {
    applications: options.applications ?? [demoApplication],
    basePath,
    refreshGraceMs,
    state,
    now: () => now() + state.clockOffsetMs,
    wait,
  }
  return {
    fetch: request => answer(simulation, request),
    snapshot: () => takeSnapshot(state),
  }
}

async function answer(simulation: Simulation, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const path = pathBelow(url.pathname, simulation.basePath)
  const found = path === undefined ? { kind: 'nothing' as const } : findRoute(request.method, path)
  if (found.kind === 'nothing' || path === undefined) {
    const description = 'The simulator has nothing at this address.'
    return record(
      simulation,
      request,
      url,
      '',
      providerError('RESOURCE_NOT_FOUND', { description }),
    )
  }
  if (found.kind === 'wrong-method') {
    const error = { error: 'method_not_allowed', allowed: found.allowed }
    return record(
      simulation,
      request,
      url,
      '',
      jsonResponse(error, 405, { Allow: found.allowed.join(', ') }),
    )
  }
  const body = await request.text()
  if (body.length > bodyLimitBytes) {
    return record(simulation, request, url, '', jsonResponse({ error: 'body_too_large' }, 413))
  }
  const { method, headers } = request
  const incoming: Incoming = { method, url, path, headers, body, segments: found.segments }
  const response = await found.handler(simulation, incoming)
  return record(simulation, request, url, body, response)
}

function record(
  { state, now, basePath }: Simulation,
  request: Request,
  url: URL,
  body: string,
  response: Response,
): Response {
  const path = pathBelow(url.pathname, basePath) ?? url.pathname
  if (path.startsWith('/__simulator') || path === '/favicon.ico' || path === '/') return response
  state.journalTotal += 1
  const scheme = request.headers.get('Authorization')?.split(' ', 1)[0]
  const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form') ?? false
  const error = errorOf(response)
  const entry: JournalEntry = {
    number: state.journalTotal,
    at: new Date(now()).toISOString(),
    method: request.method,
    path,
    parameters: maskParameters([...url.searchParams, ...(isForm ? new URLSearchParams(body) : [])]),
    status: response.status,
    ...(scheme !== undefined && { authorization: scheme }),
    ...(error !== undefined && { error }),
  }
  state.journal.push(entry)
  if (state.journal.length > journalLimit) state.journal.splice(0, journalLimit / 2)
  return response
}

/** The error that an answer sends the person back with. */
function errorOf(response: Response): string | undefined {
  const location = response.headers.get('Location')
  if (location === null || !URL.canParse(location)) return undefined
  return new URL(location).searchParams.get('error') ?? undefined
}

function pathBelow(pathname: string, basePath: string): string | undefined {
  if (pathname !== basePath && !pathname.startsWith(`${basePath}/`)) return undefined
  // The provider's own SDKs put a slash behind some paths.
  return pathname.slice(basePath.length).replace(/\/+$/, '') || '/'
}

function timer(durationMs: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, durationMs)
  })
}
