// /car-maker/consent: the extra page on another origin.

import type { Incoming } from '../http/incoming.ts'
import type { Simulation } from '../http/simulation.ts'
import { carMakerPage } from '../pages/car-maker-page.ts'
import { leave, seePage, withAttempt } from './attempt.ts'

/** Shows the car maker's page. */
export function showCarMaker(
  simulation: Simulation,
  incoming: Incoming,
): Response | Promise<Response> {
  return withAttempt(simulation, incoming, ({ attempt, shown, brand }) => {
    if (brand === undefined) return seePage(simulation, attempt, '/connect/brand', attempt.origin)
    return leave(simulation, attempt, 'car-maker', carMakerPage(shown, brand))
  })
}

/** Goes on at the origin where the flow began. */
export function agreeAtCarMaker(
  simulation: Simulation,
  incoming: Incoming,
): Response | Promise<Response> {
  return withAttempt(simulation, incoming, ({ attempt }) =>
    seePage(simulation, attempt, '/connect/vehicles', attempt.origin),
  )
}
