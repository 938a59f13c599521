// Lets the backend in the service worker ask the simulator beside it, as a server asks Smartcar.

import type { answerWithSimulator } from 'smartcar-connect-simulator/service-worker'

type Listener = ReturnType<typeof answerWithSimulator>

/**
 * Makes the `fetch` of the backend.
 *
 * @param listener the simulator's
 * @param base the simulator's path, below which the provider's paths are
 * @param waitUntil keeps the worker awake until the simulator has written down what it knows
 */
export function askSimulator(
  listener: Listener,
  base: string,
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

  return async request => {
    const { pathname, search, origin } = new URL(request.url)
    const { method, headers } = request
    const body = method === 'GET' || method === 'HEAD' ? null : await request.text()
    return ask(new Request(origin + base + pathname + search, { method, headers, body }))
  }
}
