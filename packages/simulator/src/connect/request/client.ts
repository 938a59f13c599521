// Which application a request to the authorize endpoint is from.

import type { Application } from '../../world/applications.ts'
import { invalidParameter, missingParameter, type RequestProblem } from './problem.ts'

/** Finds the application by `application_id` or, as older clients send it, `client_id`. */
export function requestClient(
  given: ReadonlyMap<string, string>,
  applications: readonly Application[],
): { readonly ok: true; readonly application: Application } | RequestProblem {
  const applicationId = given.get('application_id')
  const legacyId = given.get('client_id')
  if (applicationId !== undefined && legacyId !== undefined && applicationId !== legacyId) {
    return invalidParameter(
      'client_id',
      legacyId,
      'application_id and client_id differ. Send one of the two',
    )
  }
  const clientId = applicationId ?? legacyId
  if (clientId === undefined || clientId === '') {
    return missingParameter('client_id', 'application_id is missing')
  }
  if (clientId.startsWith('client_')) {
    return invalidParameter(
      'client_id',
      clientId,
      'application_id is an API credential (client_…), which is for v3 calls. Send the id of the application',
    )
  }
  const application = applications.find(known => known.clientId === clientId)
  if (application === undefined) {
    const known = applications.map(({ clientId: id }) => id).join(', ')
    return invalidParameter(
      'client_id',
      clientId,
      `application_id is not known here. Known: ${known}`,
    )
  }
  return { ok: true, application }
}
