// Babel's walk over a syntax tree, under one name in every loader.

import * as babelTraverse from '@babel/traverse'
import type { Expression, Node } from '@babel/types'

export type { Binding, NodePath } from '@babel/traverse'

type Traverse = typeof babelTraverse.default

// It is CommonJS: Node gives its exports as the default, and bundlers give its default.
const given = babelTraverse.default as Traverse & { default?: Traverse }

/** Walks over a syntax tree, with scopes and bindings. */
export const walk: Traverse = given.default ?? given

/** Where a node of a parsed file begins and ends. */
export function rangeOf(node: Node): readonly [start: number, end: number] {
  return [node.start ?? 0, node.end ?? 0]
}

/** The expression within type assertions and parentheses. */
export function bare(node: Node | null | undefined): Node | null | undefined {
  let inner = node
  while (
    inner?.type === 'TSAsExpression' ||
    inner?.type === 'TSSatisfiesExpression' ||
    inner?.type === 'TSNonNullExpression' ||
    inner?.type === 'TSTypeAssertion' ||
    inner?.type === 'TypeCastExpression' ||
    inner?.type === 'ParenthesizedExpression'
  ) {
    inner = inner.expression as Expression
  }
  return inner
}

/** The path around type assertions and parentheses: the one whose parent uses the value. */
export function outermost(path: babelTraverse.NodePath): babelTraverse.NodePath {
  let outer = path
  while (
    outer.parentPath &&
    outer.parent !== outer.node &&
    bare(outer.parent) === bare(path.node)
  ) {
    outer = outer.parentPath
  }
  return outer
}
