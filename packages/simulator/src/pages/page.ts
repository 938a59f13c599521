// The frame of every page: markup around the content, and the headers that keep it safe.

import { html } from 'hono/html'
import type { Words } from './words.ts'

/** Markup in which hono/html escaped every inserted text, so that none becomes an element. */
export type Html = ReturnType<typeof html>

/** The colours of a page, where an application chose them. Else they are those of the browser. */
export type Theme = 'light' | 'dark'

/** What holds for all pages that one person sees. */
export type Frame = {
  /** The texts, in the language of the browser or of the application. */
  readonly words: Words
  /** The path in front of every address of the simulator. */
  readonly basePath: string
  /** The colours that the application chose. */
  readonly theme?: Theme | undefined
}

/** What a page is made of. */
export type PageParts = Frame & {
  /** The title of the window. */
  readonly title: string
  /** What stands in `<main>`. */
  readonly content: Html
  /** Shown above the content, such as the way back and the step. */
  readonly top?: Html
  /** The status of the answer. @default 200 */
  readonly status?: number
  /** The path of a script to load. Only the hosted redirect page has one. */
  readonly script?: string
  /** Whether the page needs more room than a form. */
  readonly wide?: boolean
}

// There is no form-action: browsers apply it also to the redirects that follow a form, and the
// simulator cannot know where the application sends the person after its redirect URI.
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Answers with a whole page. Nothing on it needs a script. */
export async function page(parts: PageParts): Promise<Response> {
  const { words, basePath, theme, title, content, top, script, wide } = parts
  const document = html`<!doctype html>
<html lang="${words.language}"${words.direction === 'rtl' && html` dir="rtl"`}${theme !== undefined && html` class="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme ?? 'light dark'}">
<title>${title}</title>
<link rel="stylesheet" href="${basePath}/__simulator/style.css">
${script !== undefined && html`<script src="${basePath}${script}" defer></script>`}
</head>
<body>
<header>
<p class="bar"><span>${words.simulatorNote}</span></p>
${top !== undefined && html`<div class="top">${top}</div>`}
</header>
<main class="page-content${wide && ' wide'}">${content}</main>
</body>
</html>`
  return new Response(String(await document), {
    status: parts.status ?? 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': words.language,
      'Content-Security-Policy': script === undefined ? policy : `${policy}; script-src 'self'`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'strict-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      Vary: 'Accept-Language',
    },
  })
}
