// /car-maker/consent: the extra page on another origin.

import type { SimulatorContext } from '../http/context.ts'
import { carMakerPage } from '../pages/car-maker-page.ts'
import { leave, seePage, withAttempt } from './attempt.ts'

/** Shows the car maker's page. */
export function showCarMaker(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt, shown, brand }) => {
    if (brand === undefined) return seePage(c, attempt, '/connect/brand', attempt.origin)
    return leave(c, attempt, 'car-maker', carMakerPage(shown, brand))
  })
}

/** Goes on at the origin where the flow began. */
export function agreeAtCarMaker(c: SimulatorContext): Promise<Response> {
  return withAttempt(c, ({ attempt }) => seePage(c, attempt, '/connect/vehicles', attempt.origin))
}
