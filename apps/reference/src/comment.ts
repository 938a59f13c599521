// A docstring as Markdown.

import type { Comment, CommentDisplayPart, Reflection } from 'typedoc'
import type { Link } from './link.ts'

/** The docstring of a symbol: its own, or that of its first signature. */
export function commentOf(
  reflection: Reflection & {
    readonly signatures?: readonly Reflection[] | undefined
    readonly getSignature?: Reflection | undefined
    readonly type?: { readonly type: string } | undefined
  },
): Comment | undefined {
  return (
    reflection.comment ??
    reflection.signatures?.[0]?.comment ??
    reflection.getSignature?.comment ??
    functionType(reflection)?.comment
  )
}

/** The signature of a property that is a function. */
function functionType(reflection: { readonly type?: unknown }): Reflection | undefined {
  const type = reflection.type as
    | {
        readonly type: string
        readonly declaration?: { readonly signatures?: readonly Reflection[] }
      }
    | undefined
  return type?.type === 'reflection' ? type.declaration?.signatures?.[0] : undefined
}

/** Text with links, as Markdown. */
export function partsMarkdown(parts: readonly CommentDisplayPart[], link: Link): string {
  return parts
    .map(part => {
      if (part.kind === 'text') return escaped(part.text)
      if (part.kind === 'inline-tag' && part.tag === '@link') return linkMarkdown(part, link)
      return part.text
    })
    .join('')
    .trim()
}

type InlineTag = Extract<CommentDisplayPart, { kind: 'inline-tag' }>

function linkMarkdown({ text, target }: InlineTag, link: Link): string {
  const place =
    typeof target === 'string'
      ? target
      : target !== undefined && 'kindOf' in target
        ? link(target)
        : undefined
  return place === undefined ? `\`${text}\`` : `[\`${text}\`](${place})`
}

/** What would be HTML or a template to the site is text. Addresses in angle brackets stay links. */
function escaped(text: string): string {
  return text.replaceAll(/<(?!https?:)/g, '&lt;').replaceAll('{{', '&#123;&#123;')
}

/** All blocks of one tag, as Markdown. */
export function blocks(
  comment: Comment | undefined,
  tag: `@${string}`,
  link: Link,
): readonly string[] {
  return (comment?.blockTags ?? [])
    .filter(block => block.tag === tag)
    .map(({ typeAnnotation, content }) => {
      const text = partsMarkdown(content, link)
      return typeAnnotation === undefined
        ? text
        : `\`${typeAnnotation.replace(/^{|}$/g, '')}\` ${text}`
    })
}

/** A value by itself, such as `5000`, `'popup'`, `{ width: 500 }` or `Date.now`. */
const isCode = /^('[^']*'|-?[\d_.]+|\{.*\}|\[.*\]|true|false|\w+\.\w+)$/

/** The default of a property, as written. */
export function defaultOf(comment: Comment | undefined, link: Link): string {
  const text = blocks(comment, '@default', link)[0] ?? blocks(comment, '@defaultValue', link)[0]
  // TypeDoc writes a default without code in it as a block of code. Sentences are none.
  const [, bare] = text?.match(/^```\w*\n([\s\S]*)\n```$/) ?? []
  if (bare === undefined) return text ?? ''
  return isCode.test(bare) ? `\`${bare}\`` : bare
}

/** A text for a cell of a table: one line, and no bar that ends the cell. */
export function cell(text: string): string {
  return text
    .replaceAll(/\n\s*\n/g, '<br><br>')
    .replaceAll(/\n\s*- /g, '<br>• ')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|')
}
