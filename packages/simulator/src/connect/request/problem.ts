// What is wrong with a request to the authorize endpoint.

/** A mistake in a request, to be shown on a page: the person is sent nowhere. */
export type RequestProblem = {
  readonly ok: false
  /** What the provider's page says, such as `400: Invalid parameter client_id: shop.`. */
  readonly error: string
  /** A sentence for the developer, which only the simulator says. */
  readonly help: string
}

const longestValue = 200

/** The mistake of a parameter that is needed and not there. Recorded for `response_type` only. */
export function missingParameter(name: string, help = `${name} is missing`): RequestProblem {
  return { ok: false, error: `400: Missing required parameter: "${name}"`, help: `${help}.` }
}

/**
 * The mistake of a parameter with a value that cannot be. Recorded for `client_id` only, so for the
 * others the form is a guess.
 */
export function invalidParameter(name: string, value: string, help: string): RequestProblem {
  const error = `400: Invalid parameter ${name}: ${value.slice(0, longestValue)}.`
  return { ok: false, error, help: help.endsWith('.') ? help : `${help}.` }
}
