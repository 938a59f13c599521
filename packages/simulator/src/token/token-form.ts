// Reads the fields that a token endpoint is sent: a form, or a JSON object.

import type { SimulatorContext } from '../http/context.ts'
import { formOf } from '../http/context.ts'
import { singleValues } from '../http/single-values.ts'
import { tokenError } from './token-error.ts'

/** The fields by name, or the answer to a body that has none. */
export type TokenForm =
  | { readonly ok: true; readonly form: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly response: Response }

/** Accepts form bodies in which each field stands once, and JSON objects of texts. */
export function readTokenForm(c: SimulatorContext): TokenForm {
  const contentType = c.req.header('Content-Type') ?? ''
  const mediaType = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()
  if (mediaType === 'application/json') return readJson(c.get('body'))
  if (mediaType !== 'application/x-www-form-urlencoded') {
    return refuse('The body must be application/x-www-form-urlencoded or application/json.')
  }
  const single = singleValues(formOf(c))
  if (!single.ok) return refuse(`${single.repeated} appears more than once.`)
  return { ok: true, form: single.values }
}

function readJson(body: string): TokenForm {
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    return refuse('The body is not JSON.')
  }
  if (typeof read !== 'object' || read === null) return refuse('The body is no JSON object.')
  const form = new Map<string, string>()
  for (const [name, value] of Object.entries(read)) {
    if (typeof value !== 'string') return refuse(`${name} must be text.`)
    form.set(name, value)
  }
  return { ok: true, form }
}

function refuse(description: string): TokenForm {
  return { ok: false, response: tokenError('invalid_request', description) }
}
