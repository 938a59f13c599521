// The members of a type as rows of a table: name, type, default, and what they are.

import { type DeclarationReflection, ReflectionKind, type SomeType } from 'typedoc'
import { blocks, cell, commentOf, defaultOf, partsMarkdown } from './comment.ts'
import type { Link } from './link.ts'
import { typeMarkdown } from './type-markdown.ts'
import { memberType, propertyName } from './type-text.ts'

/** What a type consists of. */
export type Shape = {
  readonly members: readonly DeclarationReflection[]
  /** Types whose members it has as well. */
  readonly also: readonly SomeType[]
}

/** The members of an object type, also where it is put together of several. */
export function shapeOf(type: SomeType | undefined): Shape {
  if (type?.type === 'reflection') {
    return { members: type.declaration.children ?? [], also: [] }
  }
  if (type?.type === 'intersection') {
    const shapes = type.types.map(shapeOf)
    return {
      members: shapes.flatMap(({ members }) => members),
      also: shapes.flatMap(({ also }) => also),
    }
  }
  return { members: [], also: type === undefined ? [] : [type] }
}

/** The members of a type by its name, of a class, or of a constant. */
export function shapeOfSymbol(symbol: DeclarationReflection): Shape {
  if (symbol.children === undefined) return shapeOf(symbol.type)
  const own = symbol.children.filter(
    child =>
      child.inheritedFrom === undefined &&
      child.overwrites === undefined &&
      !child.kindOf(ReflectionKind.Constructor),
  )
  return { members: own, also: [] }
}

/** Members deeper than this stand in the type of their parent. */
const deepest = 2

/** A table of members, those of nested objects included; empty without members. */
export function membersTable(members: readonly DeclarationReflection[], link: Link): string {
  const all = members.flatMap(member => withNested(member, '', 1))
  if (all.length === 0) return ''
  const rows = all.map(({ member, name }) => memberRow(member, name, link))
  return table(['Name', 'Type', 'Default', 'What it is'], rows)
}

type Named = { readonly member: DeclarationReflection; readonly name: string }

function withNested(
  member: DeclarationReflection,
  before: string,
  depth: number,
): readonly Named[] {
  const name = `${before}${propertyName(member)}`
  const nested = depth < deepest ? nestedOf(member) : []
  return [
    { member, name },
    ...nested.flatMap(child => withNested(child, `${name.replace(/\?$/, '')}.`, depth + 1)),
  ]
}

/** The members of an object that is written in place, where one of them is explained. */
function nestedOf({ type }: DeclarationReflection): readonly DeclarationReflection[] {
  const { members } = shapeOf(type?.type === 'optional' ? type.elementType : type)
  return members.some(member => commentOf(member) !== undefined) ? members : []
}

function memberRow(member: DeclarationReflection, name: string, link: Link): readonly string[] {
  const comment = commentOf(member)
  const type = nestedOf(member).length > 0 ? '`object`' : typeMarkdown(memberType(member), link)
  const isFunction = member.kindOf(ReflectionKind.Method)
  const text = [
    partsMarkdown(comment?.summary ?? [], link),
    ...parametersOf(member, link),
    ...blocks(comment, '@returns', link).map(text => `Returns ${text}`),
    ...blocks(comment, '@throws', link).map(text => `Throws ${text}`),
    ...blocks(comment, '@see', link).map(text => `See ${text}`),
    ...blocks(comment, '@deprecated', link).map(text => `Deprecated: ${text}`),
  ]
  return [
    `\`${name}\``,
    type,
    isFunction ? '' : defaultOf(comment, link),
    text.filter(line => line !== '').join('\n\n'),
  ]
}

/** What a docstring says of the parameters of a method. */
function parametersOf(member: DeclarationReflection, link: Link): readonly string[] {
  const type = memberType(member)
  const [signature] = type?.type === 'reflection' ? (type.declaration.signatures ?? []) : []
  return (signature?.parameters ?? []).flatMap(({ name, comment }) =>
    comment === undefined ? [] : [`\`${name}\`: ${partsMarkdown(comment.summary, link)}`],
  )
}

/** A Markdown table without the columns in which no row has anything. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((_, at) => at).filter(at => rows.some(row => row[at] !== ''))
  function line(row: readonly string[]): string {
    return `| ${columns.map(at => cell(row[at] ?? '')).join(' | ')} |`
  }
  return [line(head), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}
