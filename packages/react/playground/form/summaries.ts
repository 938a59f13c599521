// What each group of the form says while it is folded.

import { brandName } from '../../src/index.ts'
import { defaults, type FieldName, type PlaygroundState } from '../state/playground-state.ts'

/** The parameters that only some apps need. */
const more = [
  'approvalPrompt',
  'country',
  'applicationId',
  'state',
  'user',
  'externalId',
  'vehicleId',
] as const satisfies readonly FieldName[]

/** What is asked for. */
export function askSummary({ scope, make, mode, singleSelect }: PlaygroundState): string {
  const permissions =
    scope.length === 0
      ? 'permissions of the dashboard'
      : scope.length === 1
        ? '1 permission'
        : `${scope.length} permissions`
  const car = `${singleSelect ? 'one' : 'any'} ${make ? `${brandName(make)} car` : 'car'}`
  return `${permissions}, ${car}${mode === 'live' ? ', live' : ''}`
}

/** The button and where Connect appears. */
export function lookSummary(state: PlaygroundState): string {
  const { variant, size, fullWidth, presentation, label } = state
  const place = { popup: 'a popup', redirect: 'this tab', auto: 'whichever fits' }[presentation]
  const shape = [variant, size !== 'regular' && size, fullWidth && 'full width'].filter(Boolean)
  return `${label ? `“${label}”, ` : ''}${shape.join(', ')}; opens ${place}`
}

/** Who keeps the parameters. */
export function waySummary({ way }: PlaygroundState): string {
  return way === 'backend' ? 'version 3, with a backend' : 'version 2, with a code'
}

/** What is set of the rest. */
export function moreSummary(state: PlaygroundState): string {
  const set = more.filter(name => state[name] !== defaults[name])
  return set.length === 0 ? 'nothing special' : set.join(', ')
}
