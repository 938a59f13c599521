// The faults of the redirect's parameters that a scenario asks for.

import type { RedirectFault } from '../scenarios/scenario.ts'
import type { RedirectParameters } from './redirect-parameters.ts'

/** The parameters as the scenario spoils them. `fresh` is an unguessable value for what is made up. */
export function applyRedirectFault(
  parameters: RedirectParameters,
  fault: RedirectFault | undefined,
  fresh: string,
): RedirectParameters {
  switch (fault) {
    case undefined:
      return parameters
    case 'wrong-state':
      return [...without(parameters, 'state'), ['state', likeState(stateOf(parameters), fresh)]]
    case 'missing-state':
      return without(parameters, 'state')
    case 'duplicate-state':
      return [...parameters, ...parameters.filter(([name]) => name === 'state')]
    case 'oversized-state':
      return replace(parameters, 'state', state => state + 'x'.repeat(100_000))
    case 'missing-code':
      return without(parameters, 'code', 'user_id', 'vehicle_id')
    case 'duplicate-code':
      return [...parameters, ['code', fresh]]
    case 'oversized-code':
      return replace(parameters, 'code', code => code + 'x'.repeat(10_000))
    case 'code-and-error':
      return [...parameters, ['error', 'server_error'], ['error_description', 'Also an error.']]
    case 'oversized-description':
      return failure(parameters, 'access_denied', 'The person denied access. '.repeat(400))
    case 'unknown-error':
      return failure(parameters, 'moon_phase_unsuitable', 'An error that nobody has heard of.')
  }
}

function stateOf(parameters: RedirectParameters): string {
  return parameters.find(([name]) => name === 'state')?.[1] ?? ''
}

/** Another state of the same shape, so that only a comparison can tell the two apart. */
function likeState(state: string, fresh: string): string {
  if (state === '') return fresh
  let at = 0
  return state.replace(/[A-Za-z0-9]/g, () => {
    const letter = fresh[at % fresh.length] ?? 'x'
    at += 1
    return letter
  })
}

function without(parameters: RedirectParameters, ...names: string[]): RedirectParameters {
  return parameters.filter(([name]) => !names.includes(name))
}

function replace(
  parameters: RedirectParameters,
  wanted: string,
  change: (value: string) => string,
): RedirectParameters {
  return parameters.map(([name, value]) => [name, name === wanted ? change(value) : value])
}

function failure(
  parameters: RedirectParameters,
  error: string,
  description: string,
): RedirectParameters {
  return [
    ['error', error],
    ['error_description', description],
    ...parameters.filter(([name]) => name === 'state'),
  ]
}
