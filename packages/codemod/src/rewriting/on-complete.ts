// `onComplete` becomes `exchange` for the grant and `onError` for a failure.

import {
  type Handler,
  type HandlerParameter,
  handlerParameters,
  readHandler,
} from '../reading/handler.ts'
import type { NodePath } from '../syntax/walk.ts'
import { rangeOf } from '../syntax/walk.ts'
import { planErrorUses } from './errors.ts'
import {
  add,
  block,
  emptyPlan,
  type Plan,
  replace,
  type Source,
  separator,
  textOf,
} from './plan.ts'
import { splitHandler } from './split-handler.ts'

/** What `onComplete` is given after its error, by the names in a grant. */
const grantNames = ['code', 'state', 'virtualKeyUrl', 'userId', 'externalId']

const cancelNote =
  'add `onCancel`: going back to the app is no error any more, and a closed popup is told of too'

/** Plans the property `onComplete` of a construction. */
export function planOnComplete(source: Source, property: NodePath): Plan {
  const plan = emptyPlan()
  const handler = readHandler(property)
  if (handler.kind === 'unknown') {
    block(plan, property, 'give `onComplete` a function that has a name', 'oncomplete')
    return plan
  }
  const read = handler.fn && handlerParameters(handler.fn)
  if (read?.ok && read.parameters.length < 2) {
    const what = 'this app gets its code by a redirect page of its server: move it by hand'
    plan.blockers.push({ at: property, what, section: 'a-redirect-page-of-the-server' })
    return plan
  }
  if (handler.kind === 'named') planNamed(plan, source, property, handler, read)
  else if (read?.ok) planInline(plan, source, property, handler.fn, read.parameters)
  else
    block(plan, property, 'give `onComplete` plain parameters, as (err, code, state)', 'oncomplete')
  return plan
}

// A function with a name stays as it is, and is called as before.
function planNamed(
  plan: Plan,
  source: Source,
  property: NodePath,
  { value }: Extract<Handler, { kind: 'named' }>,
  read: ReturnType<typeof handlerParameters> | undefined,
): void {
  if (/^(error|code|state|virtualKeyUrl|userId|externalId)\b/.test(textOf(source, value.node))) {
    block(
      plan,
      property,
      'give the handler another name: this one is taken by what it is given',
      'oncomplete',
    )
    return
  }
  const [error, ...others] = read?.ok ? read.parameters : []
  const isStrict = source.style.isTypeScript
  if (isStrict && (error?.type === 'other' || error?.type === 'string')) {
    block(
      plan,
      property,
      'let the handler take `Error | null` as its first parameter',
      'oncomplete',
    )
    return
  }
  const looksAtError = !error || error.uses.length > 0
  if (
    isStrict &&
    others.some(other => other.type === 'other' || (looksAtError && isMissingText(other)))
  ) {
    const what =
      'let the other parameters of the handler be `string`, and missing where there is an error'
    block(plan, property, what, 'oncomplete')
    return
  }
  const names = error ? grantNames.slice(0, others.length) : grantNames
  const taken = names.map((name, index) => {
    const needsText = isStrict && others[index]?.type === 'string' && !others[index].isOptional
    return needsText ? `${name} = ${source.style.quote}${source.style.quote}` : name
  })
  const callee = textOf(source, value.node)
  const grant = names.length > 0 ? `{ ${taken.join(', ')} }` : ''
  const lines = [`exchange: async (${grant}) => ${callee}(${['null', ...names].join(', ')})`]
  if (looksAtError) {
    const rest = isStrict
      ? others.filter(({ isOptional }) => !isOptional).map(() => 'undefined')
      : []
    const given = ['error', ...rest].join(', ')
    lines.push(`onError: ${source.style.parameter('error')} => ${callee}(${given})`)
  }
  const by = lines.join(separator(source, property.parent, property.node))
  plan.changes.push(replace(source, ...rangeOf(property.node), by))
  if (error) add(plan, planErrorUses(source, error.uses))
  const note = looksAtError
    ? cancelNote
    : `add \`onError\`, as nothing here looks at \`err\`, and ${cancelNote}`
  const unseen = error ? '' : `\`err\` is a ConnectError now, so look at ${callee}; and `
  plan.checks.push({ at: property, what: unseen + note, section: 'oncomplete' })
}

function isMissingText({ type, isOptional }: HandlerParameter): boolean {
  return type === 'string' && !isOptional
}

// A function within the options is taken apart.
function planInline(
  plan: Plan,
  source: Source,
  property: NodePath,
  fn: NodePath,
  [error, ...others]: readonly HandlerParameter[],
): void {
  if (!fn.isFunction() || usesItself(fn)) {
    const what =
      'let `onComplete` be no generator, have no default values, and use neither `this` nor `arguments` nor its own name'
    block(plan, property, what, 'oncomplete')
    return
  }
  const { quote, isTypeScript } = source.style
  const taken = others.flatMap(({ name, uses }, index) => {
    const known = grantNames[index]
    if (!known || uses.length === 0) return []
    const bound = known === name ? name : `${known}: ${name}`
    return isTypeScript ? [`${bound} = ${quote}${quote}`] : [bound]
  })
  const grant = taken.length > 0 ? `{ ${taken.join(', ')} }` : ''
  const { body } = fn.node
  const [nodeStart] = rangeOf(body)
  // An object that is returned stands in parentheses.
  const { parenStart } = body.extra ?? {}
  const bodyStart = typeof parenStart === 'number' ? parenStart : nodeStart
  const [start] = rangeOf(property.node)
  const header = replace(source, start, bodyStart, `exchange: async (${grant}) => `)
  if (!error || error.uses.length === 0) {
    plan.changes.push(header)
    const what = `add \`onError\`, as nothing here looks at \`err\`, and ${cancelNote}`
    plan.checks.push({ at: property, what, section: 'oncomplete' })
    return
  }
  const split = splitHandler(source, property, fn, error, others)
  if (!split) {
    const what = 'let `onComplete` begin with `if (err) { … return }`, or give the function a name'
    block(plan, property, what, 'oncomplete')
    return
  }
  plan.changes.push(header, ...split.changes)
  plan.shifts.push(...split.shifts)
  add(plan, planErrorUses(source, error.uses))
  plan.checks.push({ at: property, what: cancelNote, section: 'oncomplete' })
}

function usesItself(fn: NodePath): boolean {
  if (!fn.isFunction()) return true
  const isPlain = fn.node.params.every(({ type }) => type === 'Identifier')
  if (fn.node.generator || !isPlain) return true
  if (fn.isFunctionExpression() && fn.node.id && fn.scope.getBinding(fn.node.id.name)?.referenced) {
    return true
  }
  if (fn.isArrowFunctionExpression()) return false
  let found = false
  fn.traverse({
    ThisExpression() {
      found = true
    },
    Identifier(path) {
      if (path.node.name === 'arguments') found = true
    },
  })
  return found
}
