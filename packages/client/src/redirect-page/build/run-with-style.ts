// The script of the redirect page where it is a file of its own: it brings the style, too.

import { finishConnect } from '../finish-connect.ts'

/** The style sheet of the page. The build puts its text here. */
declare const STYLE: string

finishConnect()
// A policy that forbids styles within the page allows those that its script makes.
try {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  document.adoptedStyleSheets = [sheet]
} catch {
  // An old browser shows the page without a style; the answer is on its way.
}
