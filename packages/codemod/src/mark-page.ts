// Marks the scripts of the official SDK in an HTML page. Nothing else in a page is changed.

import { linesLeft, type Migration } from './migrate.ts'
import { markText } from './syntax/marks.ts'

const sdkScript =
  /<script\b[^>]*\bsrc\s*=\s*["']?(?:https?:)?\/\/(?:javascript-sdk\.smartcar\.com|cdn\.smartcar\.com\/javascript-sdk)\/[^>]*>/gi

const redirectNote = {
  what: 'this page is no redirect page for smartcar-connect: it ends as `popup_closed`. Serve the new one',
  section: 'the-redirect-page',
} as const
const scriptNote = {
  what: 'take this script away, and make the connection with `createConnect` in a module',
  section: 'the-script-tag',
} as const

/** Puts a comment above each script of the official SDK, once. */
export function markPage(text: string): Migration {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  // A comment within a comment would end it. What is in one has no effect anyway.
  const visible = text.replaceAll(/<!--[\s\S]*?-->/g, comment => ' '.repeat(comment.length))
  let marked = text
  for (const { index, 0: tag } of [...visible.matchAll(sdkScript)].toReversed()) {
    const note = /\/(redirect|callback)[^/]*\.js/.test(tag) ? redirectNote : scriptNote
    const comment = `<!-- ${markText(note)} -->`
    const before = text.slice(0, index)
    if (before.trimEnd().endsWith(comment)) continue
    const indent = /(?:^|\n)([ \t]*)$/.exec(before)?.[1]
    const gap = indent === undefined ? ' ' : newline + indent
    marked = marked.slice(0, index) + comment + gap + marked.slice(index)
  }
  return { text: marked, moved: 0, left: linesLeft(marked) }
}
