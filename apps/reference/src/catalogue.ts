// A constant with many names, such as the signals: a table by what its members have in common.

import type { DeclarationReflection } from 'typedoc'
import { commentOf } from './comment.ts'
import type { Link } from './link.ts'
import { membersTable, shapeOf, table } from './members.ts'
import { typeText } from './type-text.ts'

/** The members of a constant as Markdown. */
export function catalogue(members: readonly DeclarationReflection[], link: Link): string {
  if (members.some(member => commentOf(member) !== undefined)) return membersTable(members, link)
  const columns = [...new Set(members.flatMap(member => fieldsOf(member).map(({ name }) => name)))]
  const rows = members.map(member => [
    `\`${member.name}\``,
    ...columns.map(column => fieldText(fieldsOf(member).find(({ name }) => name === column))),
  ])
  return columns.length === 0
    ? `Has ${members.map(({ name }) => `\`${name}\``).join(', ')}.`
    : table(['Name', ...columns.map(column => `\`${column}\``)], rows)
}

function fieldsOf({ type }: DeclarationReflection): readonly DeclarationReflection[] {
  return shapeOf(type).members
}

/** A fixed text needs no quotes in a table. */
function fieldText(field: DeclarationReflection | undefined): string {
  if (field === undefined) return ''
  const { type } = field
  return `\`${type?.type === 'literal' ? String(type.value) : typeText(type)}\``
}
