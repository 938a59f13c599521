// Marks: comments that tell a person what is left to do, and where.

import type MagicString from 'magic-string'
import { type NodePath, rangeOf } from './walk.ts'

/** What a person has to do at a place. */
export type Mark = {
  readonly at: NodePath
  /** What to do, as a sentence without its full stop. */
  readonly what: string
  /** The section of the guide that tells more. */
  readonly section: Section
}

/** The sections of the guide that marks name. */
export type Section =
  | 'the-redirect-page'
  | 'options'
  | 'oncomplete'
  | 'errors'
  | 'opening'
  | 'one-instance-for-several-files'
  | 'react'
  | 'a-link-of-your-own'
  | 'the-backend'
  | 'a-redirect-page-of-the-server'
  | 'the-script-tag'
  | 'tests-and-types'

/** The guide's address. */
export const guide = 'https://smartcar-connect.github.io/from-smartcar-auth'

/** How each mark begins. */
export const markStart = 'TODO(smartcar-connect):'

/** The text of a mark, without the signs of a comment. */
export function markText({ what, section }: Pick<Mark, 'what' | 'section'>): string {
  return `${markStart} ${what}. See ${guide}#${section}`
}

/** Writes marks above their places, each once, however often the codemod runs. */
export function writeMarks(
  marks: readonly Mark[],
  text: string,
  output: MagicString,
  newline: string,
  shifts: readonly { start: number; end: number; depth: number }[],
): void {
  const written = new Set<string>()
  for (const mark of marks) {
    const comment = markText(mark)
    const anchor = anchorOf(mark.at, text)
    const key = `${anchor.at} ${comment}`
    if (written.has(key) || commentsAbove(text, anchor.at).includes(`// ${comment}`)) continue
    written.add(key)
    const shift = shifts.find(({ start, end }) => start < anchor.at && anchor.at < end)
    const indent = anchor.indent?.slice(shift?.depth ?? 0)
    output.appendLeft(
      anchor.at,
      indent === undefined ? `/* ${comment} */ ` : `// ${comment}${newline}${indent}`,
    )
  }
}

type Anchor = {
  readonly at: number
  /** What stands before it on its line; `undefined` where that is code. */
  readonly indent: string | undefined
}

// A comment of its own line may stand before a statement or a member, nowhere within JSX or a string.
function anchorOf(path: NodePath, text: string): Anchor {
  let innermost: number | undefined
  for (let at: NodePath | null = path; at; at = at.parentPath) {
    if (!mayFollowComment(at)) continue
    const [start] = rangeOf(at.node)
    innermost ??= start
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    if (/^[\s\uFEFF]*$/.test(before)) return { at: start, indent: before.replace('\uFEFF', '') }
  }
  return { at: innermost ?? 0, indent: undefined }
}

function mayFollowComment(path: NodePath): boolean {
  return (
    (path.isStatement() && !path.isBlockStatement()) ||
    path.isObjectMember() ||
    path.isClassProperty() ||
    path.isClassPrivateProperty() ||
    path.isClassMethod()
  )
}

function commentsAbove(text: string, at: number): string[] {
  const lines = text.slice(0, at).split('\n').slice(0, -1).reverse()
  const first = lines.findIndex(line => !line.trim().startsWith('//'))
  return lines.slice(0, first === -1 ? lines.length : first).map(line => line.trim())
}
