// What control requests have in common: fields as JSON or as a form, and the way back to the page.

import type { SimulatorContext } from '../http/context.ts'
import { type Fields, jsonFields } from '../http/json-fields.ts'
import { seeOther } from '../http/see-other.ts'

/** The fields of a control request; none if the body is not an object. */
export function readFields(c: SimulatorContext): Fields {
  if (isForm(c)) return Object.fromEntries(new URLSearchParams(c.get('body')))
  return jsonFields(c.get('body'))
}

/** Leads a form of the control page back to it; a test gets the answer itself. */
export function done(c: SimulatorContext, response: Response): Response {
  return isForm(c) ? seeOther(`${c.env.basePath}/`) : response
}

function isForm(c: SimulatorContext): boolean {
  return c.req.header('Content-Type')?.startsWith('application/x-www-form') ?? false
}
