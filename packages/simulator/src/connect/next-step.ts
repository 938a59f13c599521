// Decides what comes next on a person's way through Connect, from what is stored of the attempt.

import type { Attempt } from '../memory/attempt.ts'
import { scenarioNamed } from '../scenarios/scenarios.ts'
import { accountOf } from '../world/account.ts'
import { brands, connectsInBrowser } from '../world/brands.ts'
import type { ProviderErrorCode } from '../world/redirect-errors.ts'
import type { Page } from './page.ts'
import { vehicleModeOf } from './vehicle-mode.ts'

/** What comes next: a page, or one of the ends of the way. */
export type Step =
  /** The person has something to read or to choose. */
  | { readonly kind: 'page'; readonly page: Page }
  /** The person is sent back with an error. */
  | { readonly kind: 'error'; readonly error: ProviderErrorCode }
  /** The vehicle that was connected before works again. */
  | { readonly kind: 'reauthenticate' }
  /** The person agreed to the same before, so access is granted without asking again. */
  | { readonly kind: 'grant' }

/** What the decision depends on. */
export type Progress = Pick<Attempt, 'request' | 'brandId' | 'email' | 'carMakerAgreed'>

/**
 * Decides the next step. It reads what is stored and changes nothing, so that it can be asked at
 * any time.
 *
 * @param isApproved whether the person agreed before to all that is asked for now
 */
export function nextStep(progress: Progress, isApproved: boolean): Step {
  const { request, brandId, email, carMakerAgreed } = progress
  const brand = brands.find(({ id }) => id === brandId)
  if (brand === undefined) return { kind: 'page', page: 'brand' }
  if (email === undefined || !connectsInBrowser(brand, request.mode)) {
    return { kind: 'page', page: 'sign-in' }
  }

  const scenario = scenarioNamed(request.scenario)
  const account = accountOf(email, brand, vehicleModeOf(request))
  const error = scenario.ending ?? (account.ok ? undefined : account.error)
  // Whether the application may know which car it was is the person's choice.
  if (error === 'vehicle_incompatible') return { kind: 'page', page: 'incompatible' }
  if (error !== undefined) return { kind: 'error', error }

  if (scenario.carMakerHop && !carMakerAgreed) return { kind: 'page', page: 'car-maker' }
  if (request.vehicleId !== undefined) return { kind: 'reauthenticate' }
  if (isApproved) return { kind: 'grant' }
  return { kind: 'page', page: 'vehicles' }
}

/**
 * The page that a GET may show now. A browser may send a GET twice or ahead of time, so a GET never
 * ends the visit. If the next step is an end, show sign-in: its form is a POST.
 */
export function currentPage(progress: Progress): Page {
  const step = nextStep(progress, false)
  return step.kind === 'page' ? step.page : 'sign-in'
}
