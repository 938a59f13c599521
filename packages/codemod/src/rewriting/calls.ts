// The calls of an instance: `openDialog`, `addClickHandler`, `unmount`.

import { hookName } from '../reading/holders.ts'
import type { InstanceCall, InstanceUses } from '../reading/instance-uses.ts'
import { type NodePath, rangeOf } from '../syntax/walk.ts'
import { isFixed, type OpenOptionsPlan, planOpenOptions } from './open-options.ts'
import { add, block, emptyPlan, type Plan, replace, type Source, textOf } from './plan.ts'
import { propertiesOf, removeProperty } from './properties.ts'

/** Plans all calls. `popup` is what they say about the size of the popup. */
export function planCalls(source: Source, { calls }: InstanceUses): OpenOptionsPlan {
  const plan: OpenOptionsPlan = emptyPlan()
  const opening = calls.filter(
    ({ method }) => method === 'openDialog' || method === 'addClickHandler',
  )
  const listens = calls.some(({ method }) => method === 'addClickHandler')
  for (const call of calls) {
    switch (call.method) {
      case 'openDialog':
        planOpen(plan, source, call, opening.length)
        break
      case 'addClickHandler':
        planClickHandler(plan, source, call, opening.length)
        break
      case 'unmount':
        if (listens) {
          const what = 'add the click handlers by `addEventListener`, and take them away here'
          block(plan, call.call, what, 'opening')
        } else plan.changes.push(rename(source, call.callee, 'cancel'))
        break
      case 'getAuthUrl': {
        const what = 'a link of your own is not checked when it comes back: move this by hand'
        plan.blockers.push({ at: call.call, what, section: 'a-link-of-your-own' })
      }
    }
  }
  return plan
}

function planOpen(
  plan: OpenOptionsPlan,
  source: Source,
  { call, callee }: InstanceCall,
  opening: number,
): void {
  const { parentPath } = call
  if (parentPath?.isAwaitExpression()) {
    const what = '`open()` ends with the session, not with the click: take the `await` away'
    block(plan, call, what, 'opening')
  }
  takeSize(plan, planOpenOptions(source, argumentOf(call)), call, opening)
  plan.changes.push(rename(source, callee, 'open'))
  // An effect that returns a promise is a mistake.
  const isEffect = /^use\w*Effect$/.test(hookName(parentPath?.parentPath) ?? '')
  if (isEffect && parentPath?.isArrowFunctionExpression() && call.key === 'body') {
    plan.changes.push(output => output.appendLeft(rangeOf(call.node)[0], 'void '))
  }
}

// addClickHandler({ id, …options }) becomes a listener of the element.
function planClickHandler(
  plan: OpenOptionsPlan,
  source: Source,
  { call, callee }: InstanceCall,
  opening: number,
): void {
  const argument = argumentOf(call)
  const properties = argument && propertiesOf(argument)
  const [element, ...more] = properties?.filter(({ name }) => /^(id|selector)$/.test(name)) ?? []
  const options = properties?.filter(property => property !== element) ?? []
  const object = callee.get('object') as NodePath
  const isSteady = isConstant(object) || isOwnMember(object)
  // Both the element and the instance must be there, now and at the click.
  const isPlain = call.parentPath?.isExpressionStatement() && call.isCallExpression() && isSteady
  if (!argument || !element?.value || more.length > 0 || !isPlain || !isFixed(options)) {
    block(
      plan,
      call,
      'add the click handler by `addEventListener`, and let it call `openDialog`',
      'opening',
    )
    return
  }
  takeSize(plan, planOpenOptions(source, argument, ['id', 'selector']), call, opening)
  const { isTypeScript, parameter, quote } = source.style
  const found = textOf(source, element.value.node)
  const click = `addEventListener(${quote}click${quote}, () => `
  const [opensWith, endsWith] =
    element.name === 'id'
      ? [`document.getElementById(${found})${isTypeScript ? '?' : ''}.${click}`, ')']
      : [
          `document.querySelectorAll(${found}).forEach(${parameter('element')} => element.${click}`,
          '))',
        ]
  const [start, end] = rangeOf(call.node)
  // A compiler forgets within a function that a member is there.
  const isChecked = isTypeScript && isOwnMember(object)
  plan.changes.push(rename(source, callee, 'open'), output => {
    if (isChecked) output.appendLeft(rangeOf(object.node)[1], '?')
    output.appendLeft(start, opensWith)
    output.appendRight(end, endsWith)
  })
  plan.changes.push(
    options.length > 0
      ? removeProperty(source, element)
      : replace(source, ...rangeOf(argument.node), ''),
  )
}

function takeSize(
  plan: OpenOptionsPlan,
  part: OpenOptionsPlan,
  call: NodePath,
  opening: number,
): void {
  add(plan, part)
  if (!part.popup) return
  plan.popup = part.popup
  if (opening > 1) {
    block(
      plan,
      call,
      'all clicks of a connection have one size: take `windowOptions` away',
      'opening',
    )
  }
}

function argumentOf(call: NodePath): NodePath | undefined {
  if (!call.isCallExpression() && !call.isOptionalCallExpression()) return undefined
  const [first] = call.get('arguments') as NodePath[]
  return first
}

function rename(source: Source, callee: NodePath, name: string): Plan['changes'][number] {
  const property = callee.get('property') as NodePath
  const { quote } = source.style
  const by = property.isStringLiteral() ? quote + name + quote : name
  return replace(source, ...rangeOf(property.node), by)
}

function isConstant(object: NodePath): boolean {
  return object.isIdentifier() && object.scope.getBinding(object.node.name)?.constant === true
}

function isOwnMember(object: NodePath): boolean {
  return object.isMemberExpression() && object.node.object.type === 'ThisExpression'
}
