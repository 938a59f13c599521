// GET /__simulator/style.css: the look of every page.

import { styleSheet } from '../pages/style-sheet.ts'

/** Sends the style sheet. */
export function showStyleSheet(): Response {
  return new Response(styleSheet, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=60' },
  })
}
