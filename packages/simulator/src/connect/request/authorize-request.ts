// Reads the parameters of /oauth/authorize and /oauth/reauthenticate, as strictly as the provider.

import { singleValues } from '../../http/single-values.ts'
import type { AuthorizeRequest } from '../../memory/attempt.ts'
import { findScenario, unknownScenarioMessage } from '../../scenarios/scenarios.ts'
import type { Application } from '../../world/applications.ts'
import { parseScope } from '../../world/permissions.ts'
import { requestClient } from './client.ts'
import { requestDestination } from './destination.ts'
import { parseFlags } from './flags.ts'
import { invalidParameter, type RequestProblem } from './problem.ts'
import { requestResponseType } from './response-type.ts'

/** The request, or the message of an error page. There is no redirect for these mistakes. */
export type ParsedAuthorizeRequest =
  | { readonly ok: true; readonly request: AuthorizeRequest }
  | RequestProblem

/** What reading a request depends on. */
export type AuthorizeEnvironment = {
  /** The applications that may ask. */
  readonly applications: readonly Application[]
  /** The scenario of requests that name none. */
  readonly scenario: string
  /** The address of the simulator's own redirect page. */
  readonly hostedRedirectUri: string
}

// What is remembered of each user. More than twice the whole scope fits; the lengths are approximate.
const longest = { scope: 2_000, external_id: 1_000 }

/**
 * Reads the query of an authorization. Unknown parameters are ignored; a repeated one, an unknown
 * value or a combination that cannot work is a problem to be shown on a page.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 */
export function parseAuthorizeRequest(
  query: Iterable<readonly [string, string]>,
  environment: AuthorizeEnvironment,
  endpoint: 'authorize' | 'reauthenticate' = 'authorize',
): ParsedAuthorizeRequest {
  const single = singleValues(query)
  if (!single.ok) return repeated(query, single.repeated)
  const given = single.values
  const tooLong = Object.entries(longest).find(
    ([name, length]) => (given.get(name)?.length ?? 0) > length,
  )
  if (tooLong !== undefined) {
    const [name, length] = tooLong
    const help = `${name} is longer than ${length} characters`
    return invalidParameter(name, given.get(name) ?? '', help)
  }

  const client = requestClient(given, environment.applications)
  if (!client.ok) return client
  const { application } = client

  const responseType = requestResponseType(given, endpoint)
  if (!responseType.ok) return responseType
  const destination = requestDestination(
    given,
    application,
    responseType.value,
    environment.hostedRedirectUri,
  )
  if (!destination.ok) return destination

  const asked = given.get('scope') ?? application.defaultScope ?? 'read_vehicle_info read_odometer'
  const scope = parseScope(asked)
  if (!scope.ok)
    return invalidParameter('scope', asked, `scope has “${scope.unknown}”, which is no permission`)
  const approvalPrompt = given.get('approval_prompt') ?? 'auto'
  if (approvalPrompt !== 'auto' && approvalPrompt !== 'force') {
    return invalidParameter(
      'approval_prompt',
      approvalPrompt,
      'approval_prompt must be auto or force',
    )
  }
  const mode = given.get('mode') ?? 'live'
  if (mode !== 'live' && mode !== 'simulated' && mode !== 'test') {
    return invalidParameter('mode', mode, 'mode must be live, simulated or test')
  }
  const singleSelect = given.get('single_select') ?? 'false'
  if (singleSelect !== 'true' && singleSelect !== 'false') {
    return invalidParameter('single_select', singleSelect, 'single_select must be true or false')
  }
  const vin = given.get('single_select_vin')
  if (vin !== undefined && singleSelect !== 'true') {
    return invalidParameter('single_select_vin', vin, 'single_select_vin needs single_select=true')
  }
  if (vin !== undefined && !/^[A-Z0-9]{17}$/i.test(vin)) {
    return invalidParameter(
      'single_select_vin',
      vin,
      'single_select_vin must be a VIN: 17 letters and digits',
    )
  }
  const flags = given.get('flags') ?? ''
  const parsedFlags = parseFlags(flags)
  if (!parsedFlags.ok) return invalidParameter('flags', flags, parsedFlags.problem)
  const scenario = parsedFlags.flags.scenario ?? environment.scenario
  if (findScenario(scenario) === undefined) {
    return invalidParameter('flags', flags, unknownScenarioMessage(scenario))
  }

  const state = given.get('state')
  const make = given.get('make')
  const user = given.get('user')
  const externalId = given.get('external_id')
  return {
    ok: true,
    request: {
      clientId: application.clientId,
      ...destination.value,
      responseType: responseType.value,
      permissions: scope.permissions,
      approvalPrompt,
      mode,
      singleSelect: singleSelect === 'true',
      ...parsedFlags.flags,
      scenario,
      ...(state !== undefined && { state }),
      ...(make !== undefined && { make }),
      ...(vin !== undefined && { singleSelectVin: vin.toUpperCase() }),
      ...(user !== undefined && { user }),
      ...(externalId !== undefined && { externalId: externalId === 'null' ? null : externalId }),
      ...(responseType.vehicleId !== undefined && { vehicleId: responseType.vehicleId }),
    },
  }
}

function repeated(query: Iterable<readonly [string, string]>, name: string): RequestProblem {
  const values = [...query].filter(([other]) => other === name).map(([, value]) => value)
  return invalidParameter(name, values.join(','), `${name} appears more than once. Send it once`)
}
