// The programs of an example, started together, with a car connected through them.

import type { Browser } from 'playwright'
import { type ServicePlan, startService } from '../service/service.ts'
import { connectCar } from './connect-car.ts'

/** What all examples are run with. */
export type Workbench = {
  /** The registry that has our packages. */
  readonly registry: string
  readonly browser: Browser
  /** Whether the output of programs is shown. */
  readonly verbose: boolean
}

/**
 * Starts programs, connects a car at `url`, and stops them.
 *
 * @param isRendered whether the page must come from the server with its button
 * @throws {Error} if a program ends, or no car comes
 */
export async function connectThrough(
  plans: readonly ServicePlan[],
  url: string,
  isRendered: boolean,
  { browser, verbose }: Workbench,
): Promise<undefined> {
  const services = plans.map(plan => startService(plan, verbose))
  const ended = Promise.race(services.map(({ ended }) => ended)).then(report => {
    throw new Error(report)
  })
  ended.catch(() => {})
  try {
    await Promise.race([Promise.all(services.map(({ ready }) => ready)), ended])
    if (isRendered) await containsButton(url)
    await Promise.race([connectCar(browser, url), ended])
  } finally {
    await Promise.all(services.map(({ stop }) => stop()))
  }
}

async function containsButton(url: string): Promise<void> {
  const html = await (await fetch(url)).text()
  if (/<button[^>]*>Connect your car<\/button>/.test(html)) return
  throw new Error(`The page comes from the server without its button:\n${html.slice(0, 2_000)}`)
}
