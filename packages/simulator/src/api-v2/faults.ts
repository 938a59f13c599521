// The faults of version 2 that are no vehicle’s. SDKs compare these sentences, so they are exact.

import type { Fault } from '../world/fault.ts'

/** The token, or the client id and secret, open nothing. */
export const authenticationFault: Fault = {
  type: 'AUTHENTICATION',
  description:
    'The authorization header is missing or malformed, or it contains invalid or expired authentication credentials. Please check for missing parameters, spelling and casing mistakes, and other syntax issues.',
}

/** The person did not grant this. */
export const permissionFault: Fault = {
  type: 'PERMISSION',
  description:
    'Your application has insufficient permissions to access the requested resource. Please prompt the user to re-authenticate using Smartcar Connect.',
}

/** There is nothing at the path. */
export const pathFault: Fault = {
  type: 'RESOURCE_NOT_FOUND',
  code: 'PATH',
  description: 'There is nothing at this address. Check its path and the ids in it.',
}

/** An id is no UUID, or nothing if it is one. */
export function uuidFault(field: string, id: string): Fault | undefined {
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return undefined
  return validationFault(field, 'Field must be a valid UUID')
}

/** A field of the request is wrong: its name, and a sentence about what it must be. */
export function validationFault(field: string, message: string): Fault {
  return {
    type: 'VALIDATION',
    description:
      'Request invalid or malformed. Please check for missing parameters, spelling and casing mistakes, and other syntax issues.',
    fields: [{ field, message }],
  }
}
