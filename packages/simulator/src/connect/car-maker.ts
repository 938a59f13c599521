// /car-maker/consent: the extra page on another origin.

import type { SimulatorContext } from '../http/context.ts'
import { carMakerPage } from '../pages/car-maker-page.ts'
import { onPage } from './attempt.ts'
import { proceed } from './proceed.ts'
import { sendAtHop } from './send-at-hop.ts'

/** Shows the car maker's page. */
export function showCarMaker(c: SimulatorContext): Promise<Response> {
  return onPage(c, 'car-maker', ({ attempt, shown, brand }) =>
    sendAtHop(c, attempt, 'car-maker', carMakerPage(shown, brand)),
  )
}

/** Stores the consent and goes on at the origin where the attempt began. */
export function agreeAtCarMaker(c: SimulatorContext): Promise<Response> {
  return onPage(c, 'car-maker', ({ attempt }) => {
    attempt.carMakerAgreed = true
    return proceed(c, attempt)
  })
}
