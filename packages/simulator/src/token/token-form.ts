// Reads the form that a token endpoint is sent.

import type { SimulatorContext } from '../http/context.ts'
import { formOf } from '../http/context.ts'
import { singleValues } from '../http/single-values.ts'
import { tokenError } from './token-error.ts'

/** The fields by name, or the answer to a body that is not a form. */
export type TokenForm =
  | { readonly ok: true; readonly form: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly response: Response }

/** Accepts only form bodies in which each field stands once. */
export function readTokenForm(c: SimulatorContext): TokenForm {
  const contentType = c.req.header('Content-Type') ?? ''
  const mediaType = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()
  if (mediaType !== 'application/x-www-form-urlencoded') {
    return refuse('The body must be application/x-www-form-urlencoded.')
  }
  const single = singleValues(formOf(c))
  if (!single.ok) return refuse(`${single.repeated} appears more than once.`)
  return { ok: true, form: single.values }
}

function refuse(description: string): TokenForm {
  return { ok: false, response: tokenError('invalid_request', description) }
}
