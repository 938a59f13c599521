// Values and elements as code, in the style of this repository.

import { isValidElement, type ReactElement, type ReactNode } from 'react'

const width = 80

/** A value as a literal; `undefined` for what has none, such as a function. */
export function literal(value: unknown): string | undefined {
  if (typeof value === 'string') return quoted(value)
  if (value === null || ['number', 'boolean', 'undefined'].includes(typeof value)) {
    return String(value)
  }
  if (isValidElement(value)) return elementOf(value as ReactElement)
  if (Array.isArray(value)) return list(value)
  const isPlain = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
  return isPlain ? object(value as object) : undefined
}

// JSON's escapes are JavaScript's too; only the quotes are others. TypeScript 5.0 takes two of what JSON
// leaves as it is for the end of a line.
function quoted(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return text.includes("'") && !text.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replaceAll("'", "\\'")}'`
}

function list(values: readonly unknown[]): string | undefined {
  const parts = values.map(literal)
  return parts.includes(undefined) ? undefined : enclosed('[', parts as string[], ']')
}

function object(value: object): string | undefined {
  const parts = Object.entries(value).map(([name, member]) => {
    const said = literal(member)
    return said && `${/^[\w$]+$/.test(name) ? name : quoted(name)}: ${said}`
  })
  return parts.includes(undefined) ? undefined : enclosed('{ ', parts as string[], ' }')
}

function enclosed(before: string, parts: readonly string[], after: string): string {
  const line = `${before}${parts.join(', ')}${after}`
  if (line.length <= width - 20 && !line.includes('\n')) return line
  return `${before.trim()}\n${parts.map(part => `${indented(part)},`).join('\n')}\n${after.trim()}`
}

/** The same text, two spaces further in. */
export function indented(text: string, by = 2): string {
  return text.replaceAll(/(?<=^|\n)(?=[^\n])/g, ' '.repeat(by))
}

/** Props as code; `true` is written by its name alone. */
export type CodeProps = Readonly<Record<string, string>>

/** An element with its props, on one line where it fits. */
export function element(name: string, props: CodeProps, children = ''): string {
  const attributes = Object.entries(props).map(([prop, code]) => {
    if (code === 'true') return prop
    return /^'[^'"\\{}<>&]*'$/.test(code) ? `${prop}="${code.slice(1, -1)}"` : `${prop}={${code}}`
  })
  const close = children === '' ? ' />' : '>'
  const line = `<${[name, ...attributes].join(' ')}${close}`
  const isLong = line.length > width - 4 || line.includes('\n')
  const open = isLong ? `<${name}\n${indented(attributes.join('\n'))}\n${close.trim()}` : `${line}`
  if (children === '') return open
  const all = `${open}${children}</${name}>`
  return all.length <= width && !all.includes('\n')
    ? all
    : `${open}\n${indented(children)}\n</${name}>`
}

/** Text between tags; what JSX would read as code, or leave out, is written as a string. */
export function childrenCode(children: ReactNode): string | undefined {
  if (typeof children === 'string') {
    return /[{}<>&\p{C}\p{Zl}\p{Zp}]|^\s|\s$/u.test(children) ? `{${quoted(children)}}` : children
  }
  if (typeof children === 'number') return String(children)
  if (Array.isArray(children)) return children.map(childrenCode).join('\n')
  return isValidElement(children) ? elementOf(children) : undefined
}

/** A native element, such as an icon, as it is. */
function elementOf({ type, props }: ReactElement): string | undefined {
  if (typeof type !== 'string') return undefined
  const { children, ...others } = props as { children?: ReactNode }
  return element(type, codeProps(others), children === undefined ? '' : childrenCode(children))
}

function codeProps(props: object): CodeProps {
  const entries = Object.entries(props).map(([name, value]) => [name, literal(value)])
  return Object.fromEntries(entries.filter(([, code]) => code !== undefined))
}
