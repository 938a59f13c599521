// The line above each Connect page: the way back to the application, and the step.

import { html } from 'hono/html'
import type { Frame, Html } from './page.ts'

/** What every Connect page shows or carries on. */
export type ConnectPage = Frame & {
  /** The id of the attempt, which ties the pages of one person together. Unguessable. */
  readonly attemptId: string
  /** The name of the application. */
  readonly application: string
}

/** The line with *Back to application* and, where there are steps, which one this is. */
export function connectTop(given: ConnectPage, step?: number): Html {
  const { words, basePath, attemptId } = given
  return html`<form method="post" action="${basePath}/connect/return">
${attemptField(attemptId)}
<button class="quiet" type="submit">${words.back}</button>
</form>
${step !== undefined && html`<p class="step">${words.step(step, 3)}</p>`}`
}

/** The hidden field that carries the attempt's id from page to page. */
export function attemptField(attemptId: string): Html {
  return html`<input type="hidden" name="attempt" value="${attemptId}">`
}
