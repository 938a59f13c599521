// A page that says something and offers a way on, such as an ended attempt or a wrong request.

import { html } from 'hono/html'
import { type Frame, type Html, page } from './page.ts'

/** What a notice says. */
export type Notice = Frame & {
  /** The heading. */
  readonly title: string
  /** The sentence below it. */
  readonly body: string
  /** The status of the answer. @default 200 */
  readonly status?: number
  /** Shown above the heading, such as the way back and the step. */
  readonly top?: Html
  /** More to read or to do, below the text. */
  readonly more?: Html
  /** The path of a script to load. */
  readonly script?: string
}

/** Shows a notice. */
export function noticePage(notice: Notice): Promise<Response> {
  const { words, basePath, theme, title, body, status, top, more, script } = notice
  return page({
    words,
    basePath,
    theme,
    title,
    ...(status !== undefined && { status }),
    ...(top !== undefined && { top }),
    ...(script !== undefined && { script }),
    content: html`<h1>${title}</h1><p class="lead">${body}</p>${more}`,
  })
}

/**
 * Shows what is wrong with a request: the line that the provider's page has, and beside it a sentence
 * that helps. Nothing is sent to the application.
 */
export function problemPage(
  frame: Frame,
  { error, help }: { readonly error: string; readonly help: string },
): Promise<Response> {
  const { words } = frame
  return noticePage({
    ...frame,
    title: words.problemTitle,
    body: words.problemBody,
    status: 400,
    more: html`<section class="details"><h2>${words.problemDetails}</h2><div lang="en" dir="ltr"><p><code>${error}</code></p><p>${help}</p></div></section>`,
  })
}

/** Shows that the attempt is over, for a page opened too late or a second time. */
export function endedPage(frame: Frame): Promise<Response> {
  const { words } = frame
  return noticePage({
    ...frame,
    title: words.endedTitle,
    body: words.endedBody,
    status: 410,
  })
}
