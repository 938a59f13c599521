// Addresses of headings: GitHub's, so that one link works in both places, and names as they are written.

import type { MarkdownRenderer } from 'vitepress'

/**
 * The anchor that GitHub gives a heading.
 *
 * @see https://github.com/Flet/github-slugger
 */
export function slugOf(heading: string): string {
  const kept = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
  return kept.replaceAll(' ', '-')
}

/**
 * Gives a heading that is one name with capitals, such as `applicationId`, an anchor that has them: the
 * messages of the packages name it so, and browsers compare anchors letter by letter.
 */
export function exactAnchors(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('exact-anchors', ({ tokens, Token }) => {
    for (const [index, token] of tokens.entries()) {
      const content = tokens[index + 1]
      if (token.type !== 'heading_open' || !content?.children) continue
      if (!/^\w+$/.test(content.content) || content.content === slugOf(content.content)) continue
      const anchor = new Token('html_inline', '', 0)
      anchor.content = `<span id="${content.content}"></span>`
      content.children.unshift(anchor)
    }
  })
}
