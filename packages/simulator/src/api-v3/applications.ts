// The management API of version 3: the applications that a credential may see.

import type { SimulatorContext } from '../http/context.ts'
import type { Application } from '../world/applications.ts'
import { stableUuid } from '../world/stable-hash.ts'
import { addressV3, answerV3 } from './answer.ts'
import { errorV3 } from './error.ts'
import { findMachineAccess } from './machine-access.ts'
import { notFound } from './not-found.ts'

/** GET /v3/applications: the one of the credential. The attributes are approximate. */
export function listApplications(c: SimulatorContext): Response {
  const found = findApplication(c)
  if (!found.ok) return found.response
  return answerV3({
    data: [applicationDocument(c, found.application)],
    meta: { pageNumber: 1, pageSize: 1, totalCount: 1 },
    links: { self: addressV3(c, '/applications') },
  })
}

/** GET /v3/applications/{id}. */
export function readApplication(c: SimulatorContext): Response {
  const found = findApplication(c, c.req.param('applicationId'))
  if (!found.ok) return found.response
  return answerV3({ data: applicationDocument(c, found.application) })
}

/** GET /v3/applications/{id}/secrets: which credentials there are, and none of their secrets. */
export function listSecrets(c: SimulatorContext): Response {
  const found = findApplication(c, c.req.param('applicationId'))
  if (!found.ok) return found.response
  const { clientId, machine } = found.application
  const data = (machine === undefined ? [] : [machine]).map(credential => ({
    id: stableUuid(`secret ${credential.clientId}`),
    type: 'secret',
    attributes: { clientId: credential.clientId },
  }))
  return answerV3({
    data,
    meta: { pageNumber: 1, pageSize: data.length, totalCount: data.length },
    links: { self: addressV3(c, `/applications/${clientId}/secrets`) },
  })
}

function findApplication(
  c: SimulatorContext,
  wanted?: string,
):
  | { readonly ok: true; readonly application: Application }
  | { readonly ok: false; readonly response: Response } {
  const access = findMachineAccess(c)
  if (!access.ok) return access
  const application = c.env.applications.find(({ clientId }) => clientId === access.clientId)
  if (application !== undefined && (wanted === undefined || wanted === application.clientId)) {
    return { ok: true, application }
  }
  return { ok: false, response: errorV3(notFound('application')) }
}

function applicationDocument(c: SimulatorContext, application: Application): unknown {
  const { clientId, name, redirectUris } = application
  return {
    id: clientId,
    type: 'application',
    attributes: { name: name ?? clientId, redirectUris },
    links: { self: addressV3(c, `/applications/${clientId}`) },
  }
}
