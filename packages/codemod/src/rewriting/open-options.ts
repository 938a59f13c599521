// What one click asks for: from the options of `openDialog` to those of `open`.

import { type NodePath, rangeOf } from '../syntax/walk.ts'
import { block, commentsIn, emptyPlan, type Plan, replace, type Source, textOf } from './plan.ts'
import { type Property, propertiesOf, removeProperty } from './properties.ts'

/** The options, and what belongs to the connection instead. */
export type OpenOptionsPlan = Plan & {
  /** The size of the popup, as an option of the connection. */
  popup?: string
}

/**
 * Plans the options of one click.
 *
 * @param others names that the call takes beside them
 */
export function planOpenOptions(
  source: Source,
  argument: NodePath | undefined,
  others: readonly string[] = [],
): OpenOptionsPlan {
  const plan: OpenOptionsPlan = emptyPlan()
  if (!argument) return plan
  const properties = propertiesOf(argument)
  if (!properties) {
    block(plan, argument, 'write the options of this click out in the call', 'opening')
    return plan
  }
  for (const property of properties) {
    if (others.includes(property.name)) continue
    const rewrite = rewrites[property.name]
    if (!rewrite || !property.value) {
      const what = `the official SDK does not know \`${property.name}\` here: take it away`
      block(plan, property.path, what, 'opening')
    } else {
      rewrite(plan, source, property as ValueProperty)
    }
  }
  return plan
}

type ValueProperty = Property & { readonly value: NodePath }
type Rewrite = (plan: OpenOptionsPlan, source: Source, property: ValueProperty) => void

const rewrites: Readonly<Record<string, Rewrite>> = {
  user() {},

  state(plan, _source, { path, value }) {
    if (!isText(value)) {
      plan.checks.push({ at: path, what: '`state` must be a string now', section: 'opening' })
    }
  },

  forcePrompt(plan, source, { path, value }) {
    const { quote } = source.style
    const prompts = { true: `${quote}force${quote}`, false: `${quote}auto${quote}` }
    const chosen = value.isBooleanLiteral()
      ? prompts[`${value.node.value}`]
      : `${operand(source, value)} === true ? ${prompts.true} : ${prompts.false}`
    plan.changes.push(replaceProperty(source, path, `approvalPrompt: ${chosen}`))
  },

  vehicleInfo(plan, source, { path, value }) {
    const inner = propertiesOf(value)
    const [make, ...more] = inner ?? []
    if (value.isObjectExpression() && make?.name === 'make' && more.length === 0) {
      // The property within takes the place of the one around it.
      const [outerStart, outerEnd] = rangeOf(path.node)
      const [start, end] = rangeOf(make.path.node)
      const comments = commentsIn(source, end, outerEnd, outerStart)
      plan.changes.push(replace(source, outerStart, start, comments), output =>
        output.remove(end, outerEnd),
      )
    } else if (value.isIdentifier() || value.isMemberExpression()) {
      plan.changes.push(replaceProperty(source, path, `make: ${textOf(source, value.node)}?.make`))
    } else {
      block(plan, path, 'write this as `vehicleInfo: { make }`', 'opening')
    }
  },

  singleSelect(plan, source, { path, value }) {
    if (value.isBooleanLiteral() || value.isUnaryExpression({ operator: '!' })) return
    if (value.isObjectExpression()) {
      const [vin, ...more] = propertiesOf(value) ?? []
      if (vin?.name !== 'vin' || !vin.value || more.length > 0) {
        block(plan, path, 'write this as `singleSelect: { vin }`', 'opening')
        return
      }
      const by = `singleSelect: true, singleSelectVin: ${textOf(source, vin.value.node)}`
      plan.changes.push(replaceProperty(source, path, by))
      return
    }
    const what = '`singleSelect` must be `true` or `false` now; a VIN goes into `singleSelectVin`'
    plan.checks.push({ at: path, what, section: 'opening' })
  },

  flags(plan, source, { path, value }) {
    const { quote } = source.style
    const flags = value.isArrayExpression() ? value.node.elements : [null]
    const pairs = flags.map(flag =>
      flag?.type === 'StringLiteral' ? /^([\w-]+):([\w-]+)$/.exec(flag.value) : null,
    )
    if (pairs.includes(null)) {
      block(plan, path, "write the flags out, as ['country:DE']", 'opening')
      return
    }
    const members = pairs.map(pair => {
      const [, name = '', set = ''] = pair ?? []
      return `${/^\w+$/.test(name) ? name : quote + name + quote}: ${quote}${set}${quote}`
    })
    plan.changes.push(replaceProperty(source, path, `flags: { ${members.join(', ')} }`))
  },

  windowOptions(plan, source, property) {
    const sizes = propertiesOf(property.value)?.map(
      ({ name, value }) => [name, pixels(value)] as const,
    )
    if (!sizes || sizes.some(([, size]) => size === undefined)) {
      block(plan, property.path, 'write the numbers of `windowOptions` out', 'opening')
      return
    }
    const kept = sizes.filter(([name]) => name === 'width' || name === 'height')
    // The official SDK makes no popup smaller than that.
    const members = kept.map(([name, size]) => `${name}: ${Math.max(size ?? 0, 100)}`)
    if (members.length > 0) plan.popup = `popup: { ${members.join(', ')} }`
    plan.changes.push(removeProperty(source, property))
    if (kept.length < sizes.length) {
      const what = 'the popup stands in the middle of the window now; `top` and `left` are gone'
      plan.checks.push({ at: property.path.parentPath ?? property.path, what, section: 'opening' })
    }
  },
}

// A value that is replaced as a whole is written anew; comments within it stay before it.
function replaceProperty(source: Source, path: NodePath, by: string) {
  return replace(source, ...rangeOf(path.node), by)
}

// What may stand on the left of `===` without parentheses.
function operand(source: Source, value: NodePath): string {
  const text = textOf(source, value.node)
  return value.isIdentifier() || value.isMemberExpression() || value.isCallExpression()
    ? text
    : `(${text})`
}

function isText(value: NodePath): boolean {
  if (value.isStringLiteral() || value.isTemplateLiteral()) return true
  if (value.isBinaryExpression({ operator: '+' })) {
    return isText(value.get('left') as NodePath) || isText(value.get('right') as NodePath)
  }
  if (!value.isCallExpression()) return false
  const { callee } = value.node
  if (callee.type === 'Identifier') return callee.name === 'String' || callee.name === 'btoa'
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    /^(stringify|toString|randomUUID)$/.test(callee.property.name)
  )
}

function pixels(value: NodePath | undefined): number | undefined {
  if (!value?.isStringLiteral() && !value?.isNumericLiteral()) return undefined
  const size = Number.parseFloat(`${value.node.value}`)
  return Number.isFinite(size) ? Math.round(size) : undefined
}

/** Whether every value means the same now and at the click. */
export function isFixed(properties: readonly Property[]): boolean {
  return properties.every(({ value }) => value !== undefined && isFixedValue(value))
}

function isFixedValue(value: NodePath): boolean {
  if (value.isIdentifier()) return value.scope.getBinding(value.node.name)?.constant === true
  if (value.isArrayExpression()) {
    return value
      .get('elements')
      .every(element => element.node !== null && isFixedValue(element as NodePath))
  }
  if (value.isObjectExpression())
    return isFixed(propertiesOf(value) ?? [{ name: '', path: value, value: undefined }])
  return value.isLiteral() && !value.isTemplateLiteral()
}
