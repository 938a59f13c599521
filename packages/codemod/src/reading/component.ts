// Whether an instance is made by a component of React, each time that it renders.

import { type NodePath, outermost } from '../syntax/walk.ts'
import { hookName } from './holders.ts'

/** Where a component makes an instance. */
export type InComponent =
  /** Not while rendering: at the top of the file, in a class, an effect, an event or a memo. */
  | 'no'
  /** Where a hook may stand: `const x = new Smartcar()` at the top of its body. */
  | 'like-a-hook'
  /** Where no hook may stand, such as behind a condition. */
  | 'elsewhere'

/** Where a construction stands. */
export function inComponent(construction: NodePath): InComponent {
  const fn = construction.getFunctionParent()
  if (!fn || !isComponent(fn)) return 'no'
  const declarator = outermost(construction).parentPath
  const declaration = declarator?.isVariableDeclarator() ? declarator.parentPath : undefined
  if (
    !declarator?.isVariableDeclarator() ||
    !declaration?.isVariableDeclaration({ kind: 'const' })
  ) {
    return 'elsewhere'
  }
  const isPlain = declarator.node.id.type === 'Identifier' && !declarator.node.id.typeAnnotation
  const isTop = declaration.parentPath.node === fn.node.body
  return isPlain && isTop && !returnsBefore(declaration) ? 'like-a-hook' : 'elsewhere'
}

function isComponent(fn: NodePath): boolean {
  if (!fn.isFunction() || fn.node.async || fn.node.generator) return false
  if (fn.isClassMethod() || fn.isObjectMethod()) return false
  const name = nameOf(fn)
  return /^use[A-Z]/.test(name) || (/^[A-Z]/.test(name) && rendersOrUses(fn))
}

// A function with a capital that neither renders nor calls a hook may be anything.
function rendersOrUses(fn: NodePath): boolean {
  let found = false
  fn.traverse({
    JSX() {
      found = true
    },
    CallExpression(call) {
      if (/^(use[A-Z]|createElement$)/.test(hookName(call) ?? '')) found = true
    },
  })
  return found
}

function nameOf(fn: NodePath): string {
  if ((fn.isFunctionDeclaration() || fn.isFunctionExpression()) && fn.node.id)
    return fn.node.id.name
  let at = fn.parentPath
  // memo(() => …), forwardRef(() => …)
  while (at?.isCallExpression()) at = at.parentPath
  if (at?.isExportDefaultDeclaration()) return 'Default'
  return at?.isVariableDeclarator() && at.node.id.type === 'Identifier' ? at.node.id.name : ''
}

function returnsBefore(declaration: NodePath): boolean {
  return declaration.getAllPrevSiblings().some(sibling => {
    if (sibling.isFunction()) return false
    let found = sibling.isReturnStatement()
    sibling.traverse({
      Function: path => path.skip(),
      ReturnStatement() {
        found = true
      },
    })
    return found
  })
}
