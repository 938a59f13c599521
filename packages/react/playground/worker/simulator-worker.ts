// The service worker of the Playground: Smartcar and the app's backend, without a server.

import { answerWithSimulator } from 'smartcar-connect-simulator/service-worker'
import { applicationAt, backendPath, simulatorPath } from '../simulator/application.ts'
import { askSimulator } from './ask-simulator.ts'
import { createPendingWork } from './pending-work.ts'
import { createPlaygroundBackend } from './playground-backend.ts'

type FetchEvent = Parameters<ReturnType<typeof answerWithSimulator>>[0]

// TypeScript's library for workers has this type, but it cannot be used beside the one for pages.
type Worker = {
  registration: { scope: string }
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(
    type: 'install' | 'activate' | 'fetch' | 'message',
    listener: (event: FetchEvent) => void,
  ): void
}

const worker = globalThis as unknown as Worker
const home = new URL(worker.registration.scope)
const base = simulatorPath(home)
const simulate = answerWithSimulator({ basePath: base, applications: [applicationAt(home)] })

// What the simulator still writes down is kept awake by the request that caused it.
const work = createPendingWork()
const answer = createPlaygroundBackend(home, askSimulator(simulate, base, work.add))

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))
// A page that was loaded anew past every cache has no worker until it is claimed.
worker.addEventListener('message', event => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', event => {
  const { origin, pathname } = new URL(event.request.url)
  if (origin !== home.origin || !pathname.startsWith(`${backendPath(home)}/`))
    return simulate(event)
  const response = answer(event.request)
  event.respondWith(response)
  event.waitUntil(response.then(() => work.ended()))
})
