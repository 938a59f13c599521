// `new Smartcar({ … })` becomes `createConnect({ … })`, or the hook.

import type { NodePath } from '../syntax/walk.ts'
import { rangeOf } from '../syntax/walk.ts'
import { planOnComplete } from './on-complete.ts'
import {
  add,
  block,
  emptyPlan,
  type NeededName,
  type Plan,
  replace,
  type Source,
  separator,
  textOf,
} from './plan.ts'
import { knownText, objectOf, type Property, propertiesOf, removeProperty } from './properties.ts'

const hostedOrigin = 'https://javascript-sdk.smartcar.com'

const redirectNote =
  '`redirectUri` must be the redirect page of smartcar-connect, on the origin of this app; a page made for the official SDK ends as `popup_closed`'
const hostedNote =
  "this `redirectUri` is Smartcar's page: serve one on the origin of this app, register it, give it here and to the backend, and take `unsafeHostedRedirect` away"

/**
 * Plans a construction.
 *
 * @param maker what makes the connection
 * @param popup the option `popup`, where a click had a size for the window
 */
export function planConstruction(
  source: Source,
  construction: NodePath,
  maker: Extract<NeededName, 'createConnect' | 'useSmartcarConnect'>,
  popup: string | undefined,
): Plan {
  const plan = emptyPlan()
  if (!construction.isNewExpression()) return plan
  const [argument, ...others] = construction.get('arguments')
  const object = others.length === 0 ? objectOf(argument) : undefined
  const properties = object && propertiesOf(object)
  if (!object || !properties) {
    block(plan, construction, 'write the options out in `new Smartcar({ … })`', 'options')
    return plan
  }
  const names = properties.map(({ name }) => name)
  if (names.includes('clientId') && names.includes('applicationId')) {
    block(plan, construction, 'give `applicationId` or `clientId`, not both', 'options')
  }
  if (!names.includes('onComplete')) {
    const what = 'without `onComplete` the code goes to the server on another way: move it by hand'
    plan.blockers.push({ at: construction, what, section: 'a-redirect-page-of-the-server' })
  }
  for (const property of properties) planOption(plan, source, object, property, names)
  const [last] = properties.slice(-1)
  if (popup && last) {
    const by = separator(source, object.node, last.path.node) + popup
    plan.changes.push(output => output.appendRight(rangeOf(last.path.node)[1], by))
  }
  plan.needs.add(maker)
  const [start] = rangeOf(construction.node)
  const [, end] = rangeOf(construction.node.callee)
  plan.changes.push(replace(source, start, end, source.nameOf(maker)))
  return plan
}

function planOption(
  plan: Plan,
  source: Source,
  object: NodePath,
  property: Property,
  names: readonly string[],
): void {
  const { name, path, value } = property
  const { quote } = source.style
  switch (name) {
    case 'applicationId':
    case 'clientId':
    case 'scope':
    case 'externalId':
      return
    case 'mode':
      // The official SDK looks at `testMode` first.
      if (names.includes('testMode')) plan.changes.push(removeProperty(source, property))
      return
    case 'testMode': {
      const modes = { true: `${quote}test${quote}`, false: `${quote}live${quote}` }
      const set = value?.isBooleanLiteral()
        ? modes[`${value.node.value}`]
        : `${value ? textOf(source, value.node) : ''} === true ? ${modes.true} : ${modes.false}`
      if (value?.isBooleanLiteral() || value?.isIdentifier() || value?.isMemberExpression()) {
        plan.changes.push(replace(source, ...rangeOf(path.node), `mode: ${set}`))
      } else {
        block(
          plan,
          path,
          "write `mode: 'test'` or `mode: 'live'` in the place of `testMode`",
          'options',
        )
      }
      return
    }
    case 'responseType': {
      const what = 'a user id that came through a browser proves nothing: let the backend check it'
      if (knownText(value) !== 'code') plan.checks.push({ at: path, what, section: 'the-backend' })
      return
    }
    case 'redirectUri': {
      const isHosted = knownText(value)?.startsWith(hostedOrigin)
      plan.checks.push({
        at: path,
        what: isHosted ? hostedNote : redirectNote,
        section: 'the-redirect-page',
      })
      if (isHosted) {
        const by = `${separator(source, object.node, path.node)}unsafeHostedRedirect: true`
        plan.changes.push(output => output.appendRight(rangeOf(path.node)[1], by))
      }
      return
    }
    case 'onComplete':
      add(plan, planOnComplete(source, path))
      return
    default:
      block(plan, path, `the official SDK does not know \`${name}\`: take it away`, 'options')
  }
}
