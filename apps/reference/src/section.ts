// One symbol of the reference: its heading, its declaration, and what its docstring says.

import {
  type DeclarationReflection,
  ReflectionKind,
  type SignatureReflection,
  type SomeType,
} from 'typedoc'
import { catalogue } from './catalogue.ts'
import { blocks, commentOf, defaultOf, partsMarkdown } from './comment.ts'
import { anchorOf, type Link } from './link.ts'
import { membersTable, shapeOf, shapeOfSymbol, table } from './members.ts'
import { typeMarkdown } from './type-markdown.ts'
import {
  parameterName,
  piecesText,
  signaturePieces,
  typeParameters,
  typeText,
} from './type-text.ts'
import { alsoLine, unionTable } from './union.ts'

/** A symbol as Markdown. One that is not exported is a part of other types. */
export function section(symbol: DeclarationReflection, link: Link, isExported: boolean): string {
  const comment = commentOf(symbol)
  // The last of several has every parameter.
  const signature = symbol.signatures?.at(-1)
  const [source] = symbol.sources ?? []
  const parts = [
    `## ${symbol.name} {#${anchorOf(symbol)}}`,
    isExported ? '' : '*A part of other types, not exported by its name.*',
    declaration(symbol),
    partsMarkdown(comment?.summary ?? [], link),
    ...blocks(comment, '@deprecated', link).map(text => `**Deprecated:** ${text}`),
    ...blocks(comment, '@remarks', link),
    signature === undefined ? '' : parameterTable(signature, link),
    returned(symbol, signature, link),
    listed('Throws', blocks(comment, '@throws', link)),
    content(symbol, link),
    ...blocks(comment, '@example', link).map(inTsx),
    listed('See', blocks(comment, '@see', link)),
    source === undefined
      ? ''
      : `<small>Source: [${source.fileName}:${source.line}](${sourceUrl(source)})</small>`,
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function sourceUrl({
  fileName,
  line,
}: {
  readonly fileName: string
  readonly line: number
}): string {
  return `https://github.com/smartcar-connect/smartcar-connect/blob/main/${fileName}#L${line}`
}

/** The line of code that declares a symbol; none for an object type, whose members follow. */
function declaration(symbol: DeclarationReflection): string {
  if (symbol.signatures !== undefined) {
    const lines = symbol.signatures.map(
      signature =>
        `function ${symbol.name}${typeParameters(signature)}${piecesText(signaturePieces(signature, ': '))}`,
    )
    return inTsx(lines.join('\n'))
  }
  if (symbol.kindOf(ReflectionKind.Class)) {
    const bases = (symbol.extendedTypes ?? []).map(type => ` extends ${typeText(type)}`)
    return inTsx(`class ${symbol.name}${bases.join('')}`)
  }
  if (symbol.kindOf(ReflectionKind.Variable)) {
    const isLarge = shapeOfSymbol(symbol).members.length > 0
    return isLarge ? '' : inTsx(`const ${symbol.name}: ${typeText(symbol.type)}`)
  }
  const isTold = content(symbol, () => undefined) !== '' && typeParameters(symbol) === ''
  if (isTold) return ''
  const type = symbol.type === undefined ? '{ … }' : typeAsCode(symbol.type)
  return inTsx(`type ${symbol.name}${typeParameters(symbol)} = ${type}`)
}

/** A type as code; a long union has a line for each of its types. */
function typeAsCode(type: SomeType | undefined): string {
  if (type?.type === 'union' && typeText(type).length > 80) {
    return type.types.map(each => `\n  | ${typeText(each)}`).join('')
  }
  const { members, also } = shapeOf(type)
  if (members.length > 0) {
    return [...also.filter(({ type }) => type !== 'mapped').map(typeText), '{ … }'].join(' & ')
  }
  return typeText(type)
}

function parameterTable({ parameters = [] }: SignatureReflection, link: Link): string {
  const rows = parameters.map(parameter => [
    `\`${parameterName(parameter)}${parameter.flags.isOptional ? '?' : ''}\``,
    typeMarkdown(parameter.type, link),
    parameter.defaultValue === undefined
      ? defaultOf(parameter.comment, link)
      : `\`${parameter.defaultValue}\``,
    partsMarkdown(parameter.comment?.summary ?? [], link),
  ])
  return rows.length === 0 ? '' : table(['Parameter', 'Type', 'Default', 'What it is'], rows)
}

function returned(
  symbol: DeclarationReflection,
  signature: SignatureReflection | undefined,
  link: Link,
): string {
  if (signature === undefined) return ''
  const [text] = blocks(commentOf(symbol), '@returns', link)
  const isOne = symbol.signatures?.length === 1
  const type = isOne ? typeMarkdown(signature.type, link) : ''
  return text === undefined
    ? `**Returns** ${type}`
    : `**Returns** ${type}: ${text?.replaceAll('\n - ', '\n- ')}`
}

/** What a type, a class or a constant consists of. */
function content(symbol: DeclarationReflection, link: Link): string {
  if (symbol.kindOf(ReflectionKind.Class)) {
    return membersTable(shapeOfSymbol(symbol).members, link)
  }
  if (symbol.signatures !== undefined) return ''
  if (symbol.type?.type === 'union') return unionTable(symbol.type, link)
  const { members, also } = shapeOfSymbol(symbol)
  if (members.length === 0) return ''
  if (symbol.kindOf(ReflectionKind.Variable)) return catalogue(members, link)
  return [membersTable(members, link), alsoLine(also, link)]
    .filter(part => part !== '')
    .join('\n\n')
}

function listed(title: string, texts: readonly string[]): string {
  if (texts.length === 0) return ''
  const [text] = texts
  if (texts.length === 1)
    return `**${title}**${text?.startsWith('- ') ? '\n\n' : ' '}${text?.replaceAll('\n - ', '\n- ')}`
  return [`**${title}**`, texts.map(text => `- ${text}`).join('\n')].join('\n\n')
}

/** Code is TypeScript with JSX, also where TypeDoc took it for plain TypeScript. */
function inTsx(text: string): string {
  if (!text.startsWith('```') && text.includes('```')) return text
  return text.startsWith('```') ? text.replace(/^```\w*/, '```tsx') : `\`\`\`tsx\n${text}\n\`\`\``
}
