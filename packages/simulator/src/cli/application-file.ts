// Reads the applications that the command is given in a JSON file.

import { readFileSync } from 'node:fs'
import type { Application } from '../world/applications.ts'

/**
 * Reads a file with a list of applications.
 *
 * @throws Error with a plain message if there is no such list in it. Secrets are never shown.
 */
export function readApplicationFile(path: string): readonly Application[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(
      `The applications file ${path} cannot be read, so the simulator would know no application. Check the path behind --applications.`,
      { cause: error },
    )
  }
  const applications = parseJson(text)
  if (!isApplicationList(applications)) {
    throw new Error(
      `The applications file ${path} holds no list of applications, so the simulator would know none. Write a JSON list of objects with clientId, clientSecret and redirectUris.`,
    )
  }
  return applications
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isApplicationList(value: unknown): value is readonly Application[] {
  return Array.isArray(value) && value.length > 0 && value.every(isApplication)
}

function isApplication(value: unknown): value is Application {
  if (typeof value !== 'object' || value === null) return false
  if (!('clientId' in value && 'clientSecret' in value && 'redirectUris' in value)) return false
  const { clientId, clientSecret, redirectUris } = value
  return (
    typeof clientId === 'string' &&
    typeof clientSecret === 'string' &&
    Array.isArray(redirectUris) &&
    redirectUris.every(uri => typeof uri === 'string')
  )
}
