// A union as a list of what it can be: its texts, or its objects by what tells them apart.

import type { CommentDisplayPart, DeclarationReflection, SomeType } from 'typedoc'
import { commentOf, partsMarkdown } from './comment.ts'
import type { Link } from './link.ts'
import { membersTable, shapeOf, table } from './members.ts'
import { typeMarkdown } from './type-markdown.ts'
import { propertyName, typeText } from './type-text.ts'

/** A union as written, with what is said of each of its types. */
export type Union = {
  readonly types: readonly SomeType[]
  readonly elementSummaries?: readonly (readonly CommentDisplayPart[])[] | undefined
}

/** A table of what a union can be; empty where one line of code says it. */
export function unionTable({ types, elementSummaries }: Union, link: Link): string {
  const said = types.map((_, at) => partsMarkdown(elementSummaries?.[at] ?? [], link))
  const areObjects = types.some(type => shapeOf(type).members.length > 0)
  if (!areObjects && said.every(text => text === '')) return ''
  if (!areObjects) {
    return table(
      ['Value', 'What it means'],
      types.map((type, at) => [typeMarkdown(type, link), said[at] ?? '']),
    )
  }
  if (types.some(hasToldMembers)) return variants(types, said, link)
  return table(
    ['What tells it apart', 'What else it has', 'What it means'],
    types.map((type, at) => [...objectCells(type, link), said[at] ?? '']),
  )
}

/** Whether an object has members with a docstring of their own, for which a cell is too small. */
function hasToldMembers(type: SomeType): boolean {
  return shapeOf(type).members.some(member => !isTag(member) && commentOf(member) !== undefined)
}

/** A table of members for each of the objects. */
function variants(types: readonly SomeType[], said: readonly string[], link: Link): string {
  const parts = types.map((type, at) => {
    const { members, also } = shapeOf(type)
    return [
      members.length === 0 ? `- ${typeMarkdown(type, link)}` : '',
      said[at] ?? '',
      membersTable(members, link),
      members.length === 0 ? '' : alsoLine(also, link),
    ]
      .filter(part => part !== '')
      .join('\n\n')
  })
  return ['It is one of these:', ...parts].join('\n\n*or*\n\n').replace('\n\n*or*', '')
}

/** The types whose members another one has as well. */
export function alsoLine(also: readonly SomeType[], link: Link): string {
  const unions = also.filter(type => type.type === 'union')
  const others = also.filter(({ type }) => type !== 'mapped' && type !== 'union')
  return [
    others.length === 0
      ? ''
      : `It also has the members of ${others.map(type => typeMarkdown(type, link)).join(', ')}.`,
    ...unions.map(type =>
      unionTable(type, link).replace('It is one of these:', 'And one of these:'),
    ),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function objectCells(type: SomeType, link: Link): readonly string[] {
  const { members, also } = shapeOf(type)
  if (members.length === 0) return [typeMarkdown(type, link), '']
  const tags = members.filter(isTag)
  const rest = members.filter(member => !isTag(member))
  return [
    tags.map(member => `\`${propertyName(member)}: ${typeText(member.type)}\``).join(', '),
    [
      ...rest.map(member => `\`${propertyName(member)}:\` ${typeMarkdown(member.type, link)}`),
      ...also.map(other => `and ${typeMarkdown(other, link)}`),
    ].join(', '),
  ]
}

/** Whether a member has one fixed value, which tells an object from the others. */
export function isTag({ type }: DeclarationReflection): boolean {
  return type?.type === 'literal'
}
