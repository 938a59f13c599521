// Reads the parameters of /oauth/authorize and /oauth/reauthenticate, as strictly as the provider.
import {
  type Application,
  defaultRedirectUri,
  isRegisteredOrigin,
  isRegisteredRedirectUri,
} from './applications.ts'
import { parseFlags } from './flags.ts'
import { parseScope, type RequestedPermission } from './permissions.ts'
import { findScenario, unknownScenarioMessage } from './scenarios.ts'
import { singleValues } from './single-values.ts'

/** An authorisation as the application asked for it. */
export type AuthorizeRequest = {
  readonly clientId: string
  /** Where the person is sent back to. With `handoff` it is the simulator's own redirect page. */
  readonly redirectUri: string
  /** The origin that the simulator's redirect page posts to, when there is no redirect URI. */
  readonly appOrigin?: string
  readonly responseType: 'code' | 'none' | 'vehicle_id'
  readonly permissions: readonly RequestedPermission[]
  readonly state?: string
  readonly approvalPrompt: 'auto' | 'force'
  readonly mode: 'live' | 'simulated' | 'test'
  readonly make?: string
  readonly singleSelect: boolean
  readonly singleSelectVin?: string
  readonly country: string
  readonly user?: string
  /** `null` clears the external id of the user. */
  readonly externalId?: string | null
  /** The vehicle to sign in for again. */
  readonly vehicleId?: string
  /** The name of the scenario that this authorisation follows. */
  readonly scenario: string
}

/** The request, or the message of an error page. There is no redirect for these mistakes. */
export type ParsedAuthorizeRequest =
  | { readonly ok: true; readonly request: AuthorizeRequest }
  | { readonly ok: false; readonly problem: string }

/** What reading a request depends on. */
export type AuthorizeSettings = {
  readonly applications: readonly Application[]
  /** The scenario of requests that name none. */
  readonly scenario: string
  /** The address of the simulator's own redirect page. */
  readonly handoffUri: string
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Reads the query of an authorisation. Unknown parameters are ignored; a repeated one, an unknown
 * value or a combination that cannot work is a problem to be shown on a page.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 */
export function parseAuthorizeRequest(
  query: Iterable<readonly [string, string]>,
  settings: AuthorizeSettings,
  endpoint: 'authorize' | 'reauthenticate' = 'authorize',
): ParsedAuthorizeRequest {
  const single = singleValues(query)
  if (!single.ok) return problem(`${single.repeated} appears more than once. Send it once`)
  const given = single.values

  const client = findClient(given, settings.applications)
  if (!client.ok) return client
  const { application } = client

  const responseType = readResponseType(given, endpoint)
  if (!responseType.ok) return responseType
  const destination = readDestination(given, application, responseType.value, settings.handoffUri)
  if (!destination.ok) return destination

  const scope = parseScope(
    given.get('scope') ?? application.defaultScope ?? 'read_vehicle_info read_odometer',
  )
  if (!scope.ok) return problem(`scope has “${scope.unknown}”, which is no permission`)
  const approvalPrompt = given.get('approval_prompt') ?? 'auto'
  if (approvalPrompt !== 'auto' && approvalPrompt !== 'force') {
    return problem('approval_prompt must be auto or force')
  }
  const mode = given.get('mode') ?? 'live'
  if (mode !== 'live' && mode !== 'simulated' && mode !== 'test') {
    return problem('mode must be live, simulated or test')
  }
  const singleSelect = given.get('single_select') ?? 'false'
  if (singleSelect !== 'true' && singleSelect !== 'false') {
    return problem('single_select must be true or false')
  }
  const vin = given.get('single_select_vin')
  if (vin !== undefined && singleSelect !== 'true') {
    return problem('single_select_vin needs single_select=true')
  }
  if (vin !== undefined && !/^[A-Z0-9]{17}$/i.test(vin)) {
    return problem('single_select_vin must be a VIN: 17 letters and digits')
  }
  const parsedFlags = parseFlags(given.get('flags') ?? '')
  if (!parsedFlags.ok) return problem(parsedFlags.problem)
  const scenario = parsedFlags.flags.scenario ?? settings.scenario
  if (findScenario(scenario) === undefined) return problem(unknownScenarioMessage(scenario))

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
      country: parsedFlags.flags.country,
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

function findClient(
  given: ReadonlyMap<string, string>,
  applications: readonly Application[],
): { ok: true; application: Application } | { ok: false; problem: string } {
  const applicationId = given.get('application_id')
  const legacyId = given.get('client_id')
  if (applicationId !== undefined && legacyId !== undefined && applicationId !== legacyId) {
    return problem('application_id and client_id differ. Send one of the two')
  }
  const clientId = applicationId ?? legacyId
  if (clientId === undefined || clientId === '') return problem('application_id is missing')
  if (clientId.startsWith('client_')) {
    return problem(
      'application_id is an API credential (client_…), which is for v3 calls. Send the id of the application',
    )
  }
  const application = applications.find(known => known.clientId === clientId)
  if (application === undefined) {
    const known = applications.map(({ clientId: id }) => id).join(', ')
    return problem(`application_id is not known here. Known: ${known}`)
  }
  return { ok: true, application }
}

function readResponseType(
  given: ReadonlyMap<string, string>,
  endpoint: 'authorize' | 'reauthenticate',
):
  | { ok: true; value: AuthorizeRequest['responseType']; vehicleId?: string }
  | { ok: false; problem: string } {
  const value = given.get('response_type')
  if (endpoint === 'reauthenticate') {
    const vehicleId = given.get('vehicle_id')
    if (vehicleId === undefined || vehicleId === '') return problem('vehicle_id is missing')
    if (value !== 'vehicle_id' && value !== 'none') {
      return problem('response_type must be vehicle_id or none')
    }
    return { ok: true, value: 'vehicle_id', vehicleId }
  }
  if (value === 'code' || value === 'none') return { ok: true, value }
  // The older form of re-authentication: the vehicle's id stands in the place of the type.
  if (value !== undefined && uuid.test(value)) {
    return { ok: true, value: 'vehicle_id', vehicleId: value }
  }
  return problem('response_type must be code or none')
}

function readDestination(
  given: ReadonlyMap<string, string>,
  application: Application,
  responseType: AuthorizeRequest['responseType'],
  handoffUri: string,
):
  | { ok: true; value: { redirectUri: string; appOrigin?: string } }
  | { ok: false; problem: string } {
  const redirectUri = given.get('redirect_uri')
  if (redirectUri !== undefined) {
    if (isRegisteredRedirectUri(application, redirectUri)) {
      return { ok: true, value: { redirectUri } }
    }
    return problem('redirect_uri is not registered for this application. It must match exactly')
  }
  const appOrigin = given.get('app_origin')
  if (responseType === 'none' && appOrigin !== undefined) {
    if (isRegisteredOrigin(application, appOrigin)) {
      return { ok: true, value: { redirectUri: handoffUri, appOrigin } }
    }
    return problem('app_origin is not an origin of this application')
  }
  const usual = defaultRedirectUri(application)
  if (usual !== undefined) return { ok: true, value: { redirectUri: usual } }
  return problem('redirect_uri is missing and the application has no default one')
}

function problem(text: string): { ok: false; problem: string } {
  return { ok: false, problem: text.endsWith('.') ? text : `${text}.` }
}
