// What is to be done to a file: changes, and marks. Nothing is done before all of it is known.

import type { Node } from '@babel/types'
import type MagicString from 'magic-string'
import type { FileStyle } from '../reading/file-style.ts'
import type { Mark, Section } from '../syntax/marks.ts'
import { type NodePath, rangeOf } from '../syntax/walk.ts'

/** A name that a change needs from our packages. */
export type NeededName = 'createConnect' | 'useSmartcarConnect' | 'ConnectError' | 'Connect'

/** One change of the text. */
export type Change = (output: MagicString) => void

/** The file that is being read. */
export type Source = {
  readonly text: string
  readonly style: FileStyle
  /** What a name from our packages is called in this file. */
  readonly nameOf: (name: NeededName) => string
}

/** Lines that move to the left. */
export type Shift = { readonly start: number; readonly end: number; readonly depth: number }

/** What is to be done with one instance, or one part of it. */
export type Plan = {
  readonly changes: Change[]
  /** What a person looks at after the changes. */
  readonly checks: Mark[]
  /** What a person does before anything can be changed. With one of these, nothing is. */
  readonly blockers: Mark[]
  readonly needs: Set<NeededName>
  readonly shifts: Shift[]
  /** Whether code that looks at errors changes, which other instances may share. */
  changesErrors: boolean
}

/** A plan that does nothing yet. */
export function emptyPlan(): Plan {
  return {
    changes: [],
    checks: [],
    blockers: [],
    needs: new Set(),
    shifts: [],
    changesErrors: false,
  }
}

/** Adds a part to a plan. */
export function add(plan: Plan, part: Plan): void {
  plan.changes.push(...part.changes)
  plan.checks.push(...part.checks)
  plan.blockers.push(...part.blockers)
  plan.shifts.push(...part.shifts)
  plan.changesErrors ||= part.changesErrors
  for (const name of part.needs) plan.needs.add(name)
}

/** Says that nothing of an instance can be changed before a person has done something. */
export function block(plan: Plan, at: NodePath, what: string, section: Section): void {
  plan.blockers.push({ at, what: `${what}, and run the codemod again`, section })
}

/** The text of a node. */
export function textOf({ text }: Source, node: Node): string {
  return text.slice(...rangeOf(node))
}

/** The white space before the line of a place. */
export function indentAt({ text }: Source, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /^\s*/.exec(line)?.[0] ?? ''
}

/**
 * The comments of a range that is replaced, as they may stand before something else.
 *
 * @param at where they will stand
 */
export function commentsIn(source: Source, start: number, end: number, at: number = start): string {
  const { text, style } = source
  const indent = indentAt(source, at)
  // Ranges that are replaced hold punctuation and names, so that these are comments and no text.
  const comments = text.slice(start, end).match(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g) ?? []
  return comments
    .map(comment => comment + (comment.startsWith('//') ? style.newline + indent : ' '))
    .join('')
}

/** Puts a text in the place of a range. Comments within the range stay before it. */
export function replace(source: Source, start: number, end: number, by: string): Change {
  const replaced = commentsIn(source, start, end) + by
  return output => {
    if (start === end) output.appendLeft(start, replaced)
    else if (replaced) output.overwrite(start, end, replaced)
    else output.remove(start, end)
  }
}

/** Separates a property from the next one as the object does it: on one line, or on lines of their own. */
export function separator(source: Source, object: Node, property: Node): string {
  const [start] = rangeOf(property)
  const isOneLine = !textOf(source, object).includes('\n')
  return isOneLine ? ', ' : `,${source.style.newline}${indentAt(source, start)}`
}
