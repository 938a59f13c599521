// Takes a handler apart: what it does with an error, and what it does with a grant.

import type { HandlerParameter } from '../reading/handler.ts'
import { type NodePath, rangeOf } from '../syntax/walk.ts'
import {
  type Change,
  indentAt,
  type Plan,
  replace,
  type Shift,
  type Source,
  separator,
} from './plan.ts'

type Parts = {
  /** What runs with an error. */
  readonly failure: NodePath | undefined
  /** What runs with a grant; `undefined`: all that follows. */
  readonly success: NodePath | undefined
  readonly test: NodePath
}

/**
 * Moves the part of a handler that is for an error into `onError`. Gives `undefined` where the two parts
 * cannot be told from each other for certain.
 */
export function splitHandler(
  source: Source,
  property: NodePath,
  fn: NodePath,
  error: HandlerParameter,
  others: readonly HandlerParameter[],
): Pick<Plan, 'changes' | 'shifts'> | undefined {
  const body = fn.get('body') as NodePath
  const parts = partsOf(body, error.name)
  if (!parts) return undefined
  const { failure, success, test } = parts
  const isClean =
    error.uses.every(
      use =>
        isWithin(use, failure) || use.parentPath === test || use === test || isWithin(use, test),
    ) && others.every(({ uses }) => uses.every(use => !isWithin(use, failure)))
  if (!isClean || sharesNames(fn, failure)) return undefined

  const changes: Change[] = []
  const shifts: Shift[] = []
  const [, propertyEnd] = rangeOf(property.node)
  const indent = indentAt(source, rangeOf(property.node)[0])
  const [bodyStart, bodyEnd] = rangeOf(body.node)
  const statement = test.parentPath
  if (!statement) return undefined
  const [ifStart, ifEnd] = rangeOf(statement.node)

  if (failure) {
    const [from, to] = rangeOf(failure.node)
    const prefix = hasAwait(failure) ? 'async ' : ''
    const opening = `${separator(source, property.parent, property.node)}onError: ${prefix}${source.style.parameter(error.name)} => `
    const isBlock = failure.isBlockStatement()
    changes.push(
      output => {
        output.move(from, to, propertyEnd)
        output.appendLeft(propertyEnd, opening + (isBlock ? '' : '{ '))
        if (!isBlock) output.appendLeft(to, ' }')
      },
      ...withoutLastReturn(source, failure),
    )
  }
  // What is left of the test goes, around the parts that stay.
  const kept = [failure, success].flatMap(part => (part ? [rangeOf(part.node)] : []))
  const first = success ? bodyStart : startOfLine(source, ifStart)
  const last = success ? bodyEnd : ifEnd
  let at = first
  for (const [from, to] of kept.toSorted(([a], [b]) => a - b)) {
    if (at < from) changes.push(replace(source, at, from, ''))
    at = to
  }
  if (at < last) changes.push(replace(source, at, last, ''))
  for (const part of [failure, success]) {
    const shift = part && shiftOf(source, part, indent)
    if (!shift) continue
    shifts.push(shift)
    changes.push(...dedent(source, shift))
  }
  return { changes, shifts }
}

// Whether the part for errors uses a name that is declared beside it, or the other way round.
function sharesNames(fn: NodePath, failure: NodePath | undefined): boolean {
  return Object.values(fn.scope.bindings).some(binding => {
    if (binding.kind === 'param') return false
    const uses = [binding.path, ...binding.referencePaths, ...binding.constantViolations]
    return uses.some(use => isWithin(use, failure)) && uses.some(use => !isWithin(use, failure))
  })
}

function partsOf(body: NodePath, error: string): Parts | undefined {
  if (!body.isBlockStatement()) return undefined
  const [first, ...rest] = body.get('body')
  if (!first?.isIfStatement()) return undefined
  const test = first.get('test') as NodePath
  const failure = first.get('consequent') as NodePath
  const alternate = first.node.alternate ? (first.get('alternate') as NodePath) : undefined
  if (isError(test, error)) {
    if (!alternate) return leaves(failure) ? { failure, success: undefined, test } : undefined
    return rest.length === 0 && failure.isBlockStatement() && alternate.isBlockStatement()
      ? { failure, success: alternate, test }
      : undefined
  }
  const isNegated =
    test.isUnaryExpression({ operator: '!' }) && isError(test.get('argument') as NodePath, error)
  if (!isNegated || rest.length > 0 || !failure.isBlockStatement()) return undefined
  return alternate && !alternate.isBlockStatement()
    ? undefined
    : { failure: alternate, success: failure, test }
}

// `err`, `err != null`, `err !== null`
function isError(test: NodePath, error: string): boolean {
  if (test.isIdentifier()) return test.node.name === error
  if (!test.isBinaryExpression()) return false
  const { left, right, operator } = test.node
  return (
    operator.startsWith('!=') &&
    left.type === 'Identifier' &&
    left.name === error &&
    right.type === 'NullLiteral'
  )
}

function leaves(statement: NodePath): boolean {
  if (statement.isBlockStatement()) {
    const last = statement.get('body').at(-1)
    return last !== undefined && leaves(last)
  }
  return statement.isReturnStatement() || statement.isThrowStatement()
}

function isWithin(path: NodePath, part: NodePath | undefined): boolean {
  return (
    part !== undefined && (path === part || path.findParent(parent => parent === part) !== null)
  )
}

function hasAwait(part: NodePath): boolean {
  let found = false
  part.traverse({
    Function: path => path.skip(),
    AwaitExpression() {
      found = true
    },
  })
  return found
}

// A `return` alone at the end of a function says nothing.
function withoutLastReturn(source: Source, part: NodePath): Change[] {
  if (!part.isBlockStatement()) return []
  const last = part.get('body').at(-1)
  if (!last?.isReturnStatement() || last.node.argument) return []
  const [start, end] = rangeOf(last.node)
  return [replace(source, startOfLine(source, start), end, '')]
}

/** The end of the line before, where nothing but space is between. */
function startOfLine({ text }: Source, at: number): number {
  return at - (/\s*$/.exec(text.slice(0, at))?.[0].length ?? 0)
}

// Lines of a part that moves one level out move to the left, but for those of a long text.
function shiftOf(source: Source, part: NodePath, indent: string): Shift | undefined {
  const [start, end] = rangeOf(part.node)
  const { text } = source
  let hasLongText = false
  part.traverse({
    TemplateLiteral(path) {
      hasLongText ||= text.slice(...rangeOf(path.node)).includes('\n')
    },
  })
  const depth = indentAt(source, end - 1).length - indent.length
  return hasLongText || depth <= 0 || !part.isBlockStatement() ? undefined : { start, end, depth }
}

function dedent({ text }: Source, { start, end, depth }: Shift): Change[] {
  return [...text.slice(start, end).matchAll(/\n([ \t]+)/g)].map(({ index, 1: space = '' }) => {
    const from = start + index + 1
    return output => output.remove(from, from + Math.min(depth, space.length))
  })
}
