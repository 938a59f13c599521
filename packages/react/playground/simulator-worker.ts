// The service worker of the Playground: it answers as Smartcar does, without a server.

import { answerWithSimulator } from 'smartcar-connect-simulator/service-worker'
import { applicationAt, simulatorPath } from './application.ts'

// TypeScript's library for workers has this type, but it cannot be used beside the one for pages.
type Worker = {
  registration: { scope: string }
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(
    type: 'install' | 'activate' | 'fetch',
    listener: (event: Parameters<ReturnType<typeof answerWithSimulator>>[0]) => void,
  ): void
}

const worker = globalThis as unknown as Worker
const home = new URL(worker.registration.scope)

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))
worker.addEventListener(
  'fetch',
  answerWithSimulator({
    basePath: simulatorPath(home),
    applications: [applicationAt(home)],
  }),
)
