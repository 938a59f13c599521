// Starts the simulator's service worker and waits until it answers this page.

import { type StartProblem, startProblem } from './start-problem.ts'

const patienceMs = 30_000

/** Resolves when the simulator below `home` answers, or with the reason why it does not. */
export async function startSimulator(home: URL): Promise<StartProblem | undefined> {
  const { serviceWorker } = navigator
  const facts = { isSecure: isSecureContext, hasWorkers: Boolean(serviceWorker) }
  if (!serviceWorker) return startProblem(facts)
  try {
    await inTime(start(serviceWorker, home))
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

async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('No answer.', 'TimeoutError')), patienceMs)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
