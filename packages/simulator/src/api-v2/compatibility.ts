// The compatibility API of version 2: by VIN, and by region and make.

import type { SimulatorContext } from '../http/context.ts'
import { authenticateClient } from '../token/client-authentication.ts'
import { parseScope } from '../world/permissions.ts'
import { answerV2 } from './answer.ts'
import { compatibilityAtLevel, compatibilityLevels, compatibilityOf } from './capabilities.ts'
import { matrixOf, powertrains, regions } from './compatibility-matrix.ts'
import { errorV2 } from './error.ts'
import { authenticationFault, validationFault } from './faults.ts'
import { carOfVin } from './vin-car.ts'

/** GET /v2.0/compatibility: whether the car of `vin` can be connected, and what of `scope` it can. */
export function compatibilityByVin(c: SimulatorContext): Response {
  if (!isApplication(c)) return errorV2(authenticationFault)
  const query = c.get('url').searchParams
  const vin = (query.get('vin') ?? '').toUpperCase()
  if (!/^[A-HJ-NPR-Z\d]{17}$/.test(vin)) {
    return errorV2(validationFault('vin', 'Field must be a VIN of 17 characters'))
  }
  const permissions = readScope(query)
  if (permissions === undefined || permissions.length === 0) {
    return errorV2(validationFault('scope', 'Field must be a list of permissions'))
  }
  const level = query.get('test_mode_compatibility_level')
  const isSimulated = ['test', 'simulated'].includes(query.get('mode') ?? '')
  if (level === null && !isSimulated) return answerV2(compatibilityOf(carOfVin(vin), permissions))
  const known = compatibilityLevels.find(name => name === level)
  if (known !== undefined) return answerV2(compatibilityAtLevel(known, permissions))
  // The suite of the provider's Python SDK compares this sentence.
  const message = `Field must be one of: [${compatibilityLevels.join(',')}]`
  return errorV2(validationFault('test_mode_compatibility_level', message))
}

/** GET /v2.0/compatibility/matrix: the models of a region, by make. */
export function compatibilityMatrix(c: SimulatorContext): Response {
  if (!isApplication(c)) return errorV2(authenticationFault)
  const query = c.get('url').searchParams
  const region = regions.find(name => name === query.get('region'))
  if (region === undefined) {
    return errorV2(validationFault('region', `Field must be one of: [${regions.join(',')}]`))
  }
  const type = query.get('type')
  if (type !== null && !powertrains.includes(type)) {
    return errorV2(validationFault('type', `Field must be one of: [${powertrains.join(',')}]`))
  }
  const permissions = readScope(query)
  if (permissions === undefined) {
    return errorV2(validationFault('scope', 'Field must be a list of permissions'))
  }
  const makes = query.get('make')?.toUpperCase().split(' ').filter(Boolean) ?? []
  return answerV2(matrixOf(region, type, makes, permissions))
}

function isApplication(c: SimulatorContext): boolean {
  const authorization = c.req.header('Authorization')
  return authenticateClient(authorization, new Map(), c.env.applications).ok
}

/** The permissions of `scope`; none if it is left out, `undefined` if one is no permission. */
function readScope(query: URLSearchParams): readonly string[] | undefined {
  const scope = parseScope(query.get('scope') ?? '')
  return scope.ok ? scope.permissions.map(({ name }) => name) : undefined
}
