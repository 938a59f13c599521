// What control requests have in common: fields as JSON or as a form, and the way back to the page.

import type { SimulatorContext } from '../http/context.ts'
import { seeOther } from '../http/see-other.ts'

/** The fields of a control request; none if the body is not an object. */
export function readFields(c: SimulatorContext): Readonly<Record<string, unknown>> {
  if (isForm(c)) return Object.fromEntries(new URLSearchParams(c.get('body')))
  try {
    const read: unknown = JSON.parse(c.get('body'))
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

/** Leads a form of the control page back to it; a test gets the answer itself. */
export function done(c: SimulatorContext, response: Response): Response {
  return isForm(c) ? seeOther(`${c.env.basePath}/`) : response
}

function isForm(c: SimulatorContext): boolean {
  return c.req.header('Content-Type')?.startsWith('application/x-www-form') ?? false
}
