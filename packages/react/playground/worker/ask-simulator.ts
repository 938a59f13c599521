// Lets the backend in the service worker ask the simulator beside it, as a server asks Smartcar.

import type { answerWithSimulator } from 'smartcar-connect-simulator/service-worker'

type Listener = ReturnType<typeof answerWithSimulator>

/**
 * Makes the `fetch` of the backend.
 *
 * @param listener the simulator's
 * @param base the simulator's path, below which the provider's paths are
 * @param scenario how the simulator is to behave for calls that belong to no session
 * @param waitUntil keeps the worker awake until the simulator has written down what it knows
 */
export function askSimulator(
  listener: Listener,
  base: string,
  scenario: string,
  waitUntil: (work: Promise<unknown>) => void,
): (request: Request) => Promise<Response> {
  function ask(request: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      listener({
        request,
        respondWith: response => void response.then(resolve, reject),
        waitUntil,
      })
    })
  }

  function choose(name: string): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ name })
    const url = new URL(`${base}/__simulator/scenario`, location.origin)
    return ask(new Request(url, { method: 'POST', headers, body }))
  }

  return async request => {
    const { pathname, search, origin } = new URL(request.url)
    const { method, headers } = request
    const body = method === 'GET' || method === 'HEAD' ? null : await request.text()
    const below = new Request(origin + base + pathname + search, { method, headers, body })
    // A machine's token names no session, and so no scenario.
    if (!pathname.endsWith('/token')) return ask(below)
    await choose(scenario)
    try {
      return await ask(below)
    } finally {
      await choose('happy')
    }
  }
}
