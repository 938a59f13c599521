// Errors of the official SDK, and what they are called here.

import { memberName } from '../reading/sdk-imports.ts'
import { bare, type NodePath, outermost, rangeOf } from '../syntax/walk.ts'
import { emptyPlan, type Plan, replace, type Source, textOf } from './plan.ts'

const codes: Readonly<Record<string, string>> = {
  AccessDenied: 'access_denied',
  VehicleIncompatible: 'vehicle_incompatible',
  InvalidSubscription: 'invalid_subscription',
}

/** `err instanceof Smartcar.AccessDenied`, in our words. */
export function planErrorClass(source: Source, errorClass: NodePath): Plan {
  const plan = emptyPlan()
  const test = outermost(errorClass).parentPath
  const name = memberName(errorClass) ?? ''
  const left = test?.isBinaryExpression({ operator: 'instanceof' }) ? test.node.left : undefined
  const error = bare(left)
  if (!test || errorClass.key !== 'right' || error?.type !== 'Identifier') {
    const what = `compare the error's \`code\` with '${codes[name]}' in the place of this class`
    plan.blockers.push({ at: errorClass, what, section: 'errors' })
    return plan
  }
  plan.needs.add('ConnectError')
  plan.changes.push(
    replace(source, ...rangeOf(test.node), codeTest(source, error.name, name, test)),
  )
  return plan
}

/** What a handler does with its error, in our words. A mark where it needs more than a test. */
export function planErrorUses(source: Source, uses: readonly NodePath[]): Plan {
  const plan = emptyPlan()
  for (const use of uses) {
    const value = outermost(use)
    const { parentPath } = value
    if (!parentPath || isTest(value) || isLogged(value)) continue
    const name = value.key === 'object' ? memberName(parentPath) : undefined
    if (name === 'vehicleInfo' && parentPath.isMemberExpression()) {
      plan.changes.push(replace(source, ...rangeOf(parentPath.node.property), 'vehicle'))
      continue
    }
    const test = parentPath.parentPath
    const change =
      name === 'name' && test ? planNameTest(source, use, parentPath, test, plan) : false
    if (change) continue
    const what =
      '`err` is a ConnectError now: decide by its `code`; its `message` is for developers, not for people'
    if (plan.checks.length === 0) plan.checks.push({ at: use, what, section: 'errors' })
  }
  plan.changesErrors = plan.changes.length > 0
  return plan
}

// `err.name === 'AccessDenied'`
function planNameTest(
  source: Source,
  use: NodePath,
  name: NodePath,
  test: NodePath,
  plan: Plan,
): boolean {
  if (!test.isBinaryExpression() || name.key !== 'left') return false
  const { operator, right } = test.node
  if (!/^[!=]==?$/.test(operator) || right.type !== 'StringLiteral' || !codes[right.value])
    return false
  const is = codeTest(source, textOf(source, use.node), right.value, test)
  const by = operator.startsWith('!') ? `!${is.startsWith('(') ? is : `(${is})`}` : is
  plan.needs.add('ConnectError')
  plan.changes.push(replace(source, ...rangeOf(test.node), by))
  return true
}

function codeTest(source: Source, error: string, name: string, test: NodePath): string {
  const { quote } = source.style
  const is = `${error} instanceof ${source.nameOf('ConnectError')} && ${error}.code === ${quote}${codes[name]}${quote}`
  // No parentheses where none are needed: at the start of a line they would call what is before it.
  const { parent } = test
  const isTight =
    parent.type === 'BinaryExpression' ||
    parent.type === 'AwaitExpression' ||
    (parent.type === 'LogicalExpression' && parent.operator === '??')
  return isTight && !test.node.extra?.parenthesized ? `(${is})` : is
}

function isTest({ parentPath, key }: NodePath): boolean {
  if (!parentPath) return false
  if (parentPath.isIfStatement() || parentPath.isConditionalExpression()) return key === 'test'
  if (parentPath.isLogicalExpression()) return parentPath.node.operator === '&&' && key === 'left'
  if (parentPath.isUnaryExpression()) return parentPath.node.operator === '!'
  if (!parentPath.isBinaryExpression()) return false
  if (parentPath.node.operator === 'instanceof') return key === 'left'
  const other = key === 'left' ? parentPath.node.right : parentPath.node.left
  return other.type === 'NullLiteral' || (other.type === 'Identifier' && other.name === 'undefined')
}

// `console.error(err)` and `throw err` show an error to developers only.
function isLogged({ parentPath, listKey }: NodePath): boolean {
  if (parentPath?.isThrowStatement()) return true
  if (!parentPath?.isCallExpression() || listKey !== 'arguments') return false
  const { callee } = parentPath.node
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'console'
  )
}
