// A type as Markdown, with links to the types of these packages.

import type { SomeType } from 'typedoc'
import type { Link } from './link.ts'
import { typePieces } from './type-text.ts'

/** A type as Markdown: code, and links where a name is documented. */
export function typeMarkdown(type: SomeType | undefined, link: Link): string {
  const parts: string[] = []
  let code = ''
  for (const piece of typePieces(type)) {
    const place = typeof piece === 'string' ? undefined : link(piece.target)
    const text = typeof piece === 'string' ? piece : piece.name
    if (place === undefined) {
      code += text
    } else {
      parts.push(inCode(code), `[\`${text}\`](${place})`)
      code = ''
    }
  }
  return [...parts, inCode(code)].join('')
}

/** Text as code. Spaces at its ends stay outside, where they are seen between code and a link. */
function inCode(text: string): string {
  return text.replace(/\S(.*\S)?/, code =>
    code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``,
  )
}
