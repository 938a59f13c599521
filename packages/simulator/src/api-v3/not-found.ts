// The fault of an id that names nothing.

import type { Fault } from '../world/fault.ts'

/** Something that an application has, by the word for it. */
type Thing = 'application' | 'connection' | 'subscription' | 'user' | 'webhook'

/** That the application has no such thing. The code is approximate. */
export function notFound(thing: Thing): Fault {
  return {
    type: 'RESOURCE_NOT_FOUND',
    code: `${thing.toUpperCase()}_NOT_FOUND`,
    description: `The application has no ${thing} with this id.`,
  }
}
