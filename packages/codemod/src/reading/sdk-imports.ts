// Where a file gets the official SDK from, and what it does with it.

import type { File, Identifier } from '@babel/types'
import type { Mark } from '../syntax/marks.ts'
import { type Binding, type NodePath, walk } from '../syntax/walk.ts'

const sdkName = '@smartcar/auth'

/** A place that brings the SDK's class into the file under a name. */
export type SdkImport = {
  /** The declaration; for `require`, its declarator. */
  readonly path: NodePath
  readonly binding: Binding
}

/** What a file does with the SDK's class. */
export type SdkUses = {
  readonly imports: readonly SdkImport[]
  /** Each `new Smartcar(…)`. */
  readonly constructions: readonly NodePath[]
  /** Each `Smartcar.AccessDenied` and the like. */
  readonly errorClasses: readonly NodePath[]
  /** Each use as a type. */
  readonly types: readonly NodePath[]
  /** What only a person can move. */
  readonly marks: readonly Mark[]
}

const errorClasses = ['AccessDenied', 'VehicleIncompatible', 'InvalidSubscription']

/** Finds the official SDK in a file. */
export function readSdkUses(file: File): SdkUses {
  const imports: SdkImport[] = []
  const marks: Mark[] = []
  const constructions: NodePath[] = []
  const types: NodePath<Identifier>[] = []
  const uses = {
    imports,
    constructions,
    errorClasses: [] as NodePath[],
    types: [] as NodePath[],
    marks,
  }

  function markByHand(at: NodePath, what: string): void {
    marks.push({ at, what, section: 'tests-and-types' })
  }

  walk(file, {
    StringLiteral(path) {
      if (path.node.value !== sdkName) return
      const found = importAt(path)
      if (found) imports.push(found)
      else
        markByHand(path, `move this use of ${sdkName} by hand; nothing else in it was understood`)
    },
    TSTypeReference(path) {
      const name = path.get('typeName')
      if (name.isIdentifier()) types.push(name)
    },
    Identifier(path) {
      if (path.node.name !== 'Smartcar' || !isGlobalClass(path)) return
      marks.push({
        at: path,
        what: 'import `createConnect`, which has no global name, and move this by hand',
        section: 'the-script-tag',
      })
    },
  })

  for (const { binding } of imports) {
    for (const reference of binding.referencePaths) {
      const named = defaultOf(reference)
      const { parentPath } = named
      if (
        parentPath?.isNewExpression() &&
        named.key === 'callee' &&
        !named.node.extra?.parenthesized
      )
        constructions.push(parentPath)
      else if (isErrorClass(named)) uses.errorClasses.push(parentPath as NodePath)
      else if (parentPath?.isTSTypeReference()) continue
      else markByHand(reference, 'this use of the class was not understood; move it by hand')
    }
  }
  for (const { path, binding } of imports) {
    const own = types.filter(({ node, scope }) => scope.getBinding(node.name) === binding)
    uses.types.push(...own)
    if (!binding.referenced && own.length === 0)
      markByHand(path, `nothing in this file uses ${sdkName}; take the import away`)
  }
  return uses
}

// `import Smartcar from`, `import * as Smartcar from`, `import Smartcar = require()`, `const Smartcar = require()`.
function importAt(literal: NodePath): SdkImport | undefined {
  const { parentPath, scope } = literal
  if (parentPath?.isImportDeclaration() && parentPath.node.importKind !== 'typeof') {
    const [specifier, ...others] = parentPath.node.specifiers
    if (!specifier || others.length > 0) return undefined
    const isDefault =
      specifier.type !== 'ImportSpecifier' ||
      ('name' in specifier.imported && specifier.imported.name === 'default')
    return isDefault ? bound(parentPath, specifier.local.name) : undefined
  }
  if (parentPath?.isTSExternalModuleReference()) {
    const declaration = parentPath.parentPath
    if (!declaration?.isTSImportEqualsDeclaration() || declaration.node.isExport) return undefined
    return bound(declaration, declaration.node.id.name)
  }
  if (!parentPath?.isCallExpression() || scope.hasBinding('require')) return undefined
  const { callee } = parentPath.node
  if (callee.type !== 'Identifier' || callee.name !== 'require') return undefined
  const { parentPath: declarator } = defaultOf(parentPath)
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier')
    return undefined
  return bound(declarator, declarator.node.id.name)
}

function bound(path: NodePath, name: string): SdkImport | undefined {
  const binding = path.scope.getBinding(name)
  return binding?.constant ? { path, binding } : undefined
}

/** The path of `x.default` where `x` is followed by that, and otherwise of `x`. */
function defaultOf(path: NodePath): NodePath {
  const { parentPath } = path
  return parentPath && path.key === 'object' && memberName(parentPath) === 'default'
    ? parentPath
    : path
}

function isErrorClass(path: NodePath): boolean {
  const { parentPath } = path
  return (
    path.key === 'object' &&
    parentPath !== null &&
    errorClasses.includes(memberName(parentPath) ?? '')
  )
}

// `new Smartcar()` and `window.Smartcar` of a script tag.
function isGlobalClass(path: NodePath): boolean {
  const { parentPath, scope } = path
  if (parentPath?.isNewExpression() && path.key === 'callee') {
    const declared = scope.getBinding('Smartcar')?.path.parent
    return !declared || ('declare' in declared && declared.declare === true)
  }
  if (!parentPath?.isMemberExpression() || path.key !== 'property') return false
  const { object } = parentPath.node
  return object.type === 'Identifier' && ['window', 'globalThis', 'self'].includes(object.name)
}

/** The name of a property that is read by a fixed name. */
export function memberName(path: NodePath): string | undefined {
  if (!path.isMemberExpression() && !path.isOptionalMemberExpression()) return undefined
  const { property, computed } = path.node
  if (computed) return property.type === 'StringLiteral' ? property.value : undefined
  if (property.type === 'PrivateName') return `#${property.id.name}`
  return property.type === 'Identifier' ? property.name : undefined
}
