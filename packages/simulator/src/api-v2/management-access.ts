// Which application calls with its management token.

import { bearerToken } from '../api/bearer-token.ts'
import type { SimulatorContext } from '../http/context.ts'
import { parseBasic } from '../token/client-authentication.ts'
import type { Application } from '../world/applications.ts'

/** The application whose management token came by HTTP Basic, with the user name `default`. */
export function managingApplication(c: SimulatorContext): Application | undefined {
  const [given] = parseBasic(c.req.header('Authorization'))
  return given?.clientId === 'default' ? applicationOf(c, given.clientSecret) : undefined
}

/** The application whose management token came as a bearer token, as the SDKs send it to vehicles. */
export function managingBearer(c: SimulatorContext): Application | undefined {
  return applicationOf(c, bearerToken(c))
}

function applicationOf(c: SimulatorContext, token: string | undefined): Application | undefined {
  if (token === undefined || token === '') return undefined
  return c.env.applications.find(({ managementToken }) => managementToken === token)
}
