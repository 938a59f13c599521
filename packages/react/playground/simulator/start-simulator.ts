// Starts the simulator's service worker and waits until it answers this page.

import { type StartProblem, startProblem } from './start-problem.ts'

const patienceMs = 15_000

/** Resolves when the simulator below `home` answers, or with the reason why it does not. */
export async function startSimulator(home: URL): Promise<StartProblem | undefined> {
  const { serviceWorker } = navigator
  const facts = { isSecure: isSecureContext, hasWorkers: Boolean(serviceWorker) }
  if (!serviceWorker) return startProblem(facts)
  try {
    await Promise.race([start(serviceWorker, home), giveUp()])
    return undefined
  } catch (error) {
    return startProblem({ ...facts, error: Object(error).name })
  }
}

async function start(workers: ServiceWorkerContainer, home: URL): Promise<void> {
  await workers.register(new URL('simulator-worker.js', home), { scope: home.pathname })
  const { active } = await workers.ready
  if (workers.controller) return
  const controlled = new Promise(resolve =>
    workers.addEventListener('controllerchange', resolve, { once: true }),
  )
  active?.postMessage('claim')
  await controlled
}

function giveUp(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new DOMException('No answer.', 'TimeoutError')), patienceMs),
  )
}
