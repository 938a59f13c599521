// Spoils the parameters of a redirect, as a scenario asks.

import type { RedirectFault } from '../scenarios/scenario.ts'
import type { Parameters } from './redirect-parameters.ts'

/** The parameters as the scenario spoils them. `fresh` is an unguessable value for what is made up. */
export function applyRedirectFault(
  parameters: Parameters,
  fault: RedirectFault | undefined,
  fresh: string,
): Parameters {
  const without = (...names: string[]): Parameters =>
    parameters.filter(([name]) => !names.includes(name))
  const replaced = (wanted: string, change: (value: string) => string): Parameters =>
    parameters.map(([name, value]) => [name, name === wanted ? change(value) : value])
  const failure = (error: string, description: string): Parameters => [
    ['error', error],
    ['error_description', description],
    ...parameters.filter(([name]) => name === 'state'),
  ]
  switch (fault) {
    case undefined:
      return parameters
    case 'wrong-state':
      return [...without('state'), ['state', likeState(stateOf(parameters), fresh)]]
    case 'missing-state':
      return without('state')
    case 'duplicate-state':
      return [...parameters, ...parameters.filter(([name]) => name === 'state')]
    case 'oversized-state':
      return replaced('state', state => state + 'x'.repeat(100_000))
    case 'missing-code':
      return without('code', 'user_id', 'vehicle_id')
    case 'duplicate-code':
      return [...parameters, ['code', fresh]]
    case 'oversized-code':
      return replaced('code', code => code + 'x'.repeat(10_000))
    case 'code-and-error':
      return [...parameters, ['error', 'server_error'], ['error_description', 'Also an error.']]
    case 'oversized-description':
      return failure('access_denied', 'The person denied access. '.repeat(400))
    case 'unknown-error':
      return failure('moon_phase_unsuitable', 'An error that nobody has heard of.')
  }
}

function stateOf(parameters: Parameters): string {
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
