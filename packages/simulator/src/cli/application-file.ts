// Reads the applications that the command is given in a JSON file.
import { readFileSync } from 'node:fs'
import type { Application } from '../world/applications.ts'

/**
 * Reads a file with a list of applications.
 *
 * @throws Error with a plain message if it is not one. Secrets are never shown.
 */
export function readApplicationFile(path: string): readonly Application[] {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`The applications file ${path} cannot be read or is not JSON.`, {
      cause: error,
    })
  }
  if (!Array.isArray(read) || read.length === 0 || !read.every(isApplication)) {
    throw new Error(
      `The applications file ${path} must hold a list of objects with clientId, clientSecret and redirectUris.`,
    )
  }
  return read
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
