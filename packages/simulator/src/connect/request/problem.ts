// What is wrong with a request to the authorize endpoint.

/** A mistake in a request, to be shown on a page: the person is sent nowhere. */
export type RequestProblem = { readonly ok: false; readonly problem: string }

/** Makes the mistake out of a sentence about it. */
export function problem(text: string): RequestProblem {
  return { ok: false, problem: text.endsWith('.') ? text : `${text}.` }
}
