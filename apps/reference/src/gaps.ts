// What the reference would leave open: symbols and members without a docstring.

import {
  type Comment,
  type DeclarationReflection,
  ReflectionKind,
  type SignatureReflection,
  type SomeType,
} from 'typedoc'
import { commentOf } from './comment.ts'
import { shapeOfSymbol } from './members.ts'
import type { Page } from './page.ts'
import { parameterName, typeText } from './type-text.ts'
import { isTag } from './union.ts'

/** So many texts are a catalogue, and say what they are. */
const manyValues = 20

/** Finds what a function throws. */
export type FindThrown = (file: string, name: string) => ReadonlySet<string>

/** Finds every gap, as sentences that begin with the place. */
export function gapsIn(pages: readonly Page[], findThrown: FindThrown): readonly string[] {
  return pages.flatMap(page => [
    ...page.symbols.flatMap(symbol =>
      [...gapsOf(symbol), ...throwGaps(symbol, findThrown)].map(
        gap => `${placeOf(symbol)}: ${gap}`,
      ),
    ),
    ...twice(page.symbols.map(({ name }) => name)).map(
      name => `docs/reference/${page.file}: two symbols are called ${name}, so links find one only`,
    ),
  ])
}

/** What is missing in the docstring of one symbol and its members. */
function gapsOf(symbol: DeclarationReflection): readonly string[] {
  const { name, signatures = [] } = symbol
  const own = isTold(symbol) ? [] : [`${name} has no docstring`]
  if (symbol.kindOf(ReflectionKind.Function)) {
    return [...own, ...signatures.flatMap(signature => signatureGaps(name, signature))]
  }
  // The names in a constant say what they are: words, codes, permissions.
  if (symbol.kindOf(ReflectionKind.Variable)) return own
  const said = mentioned(commentOf(symbol))
  const { members } = shapeOfSymbol(symbol)
  const gaps = members.flatMap(member => memberGaps(name, member, said))
  const inType = symbol.type === undefined ? [] : typeGaps(name, symbol.type, said)
  return [...new Set([...own, ...gaps, ...inType, ...valueGaps(name, symbol.type, said)])]
}

/** A union of texts says what each of them means. */
function valueGaps(
  name: string,
  type: SomeType | undefined,
  said: ReadonlySet<string>,
): readonly string[] {
  if (type?.type !== 'union') return []
  const { types, elementSummaries = [] } = type
  if (types.length > manyValues) return []
  return types
    .filter(
      (part, index) => part.type === 'literal' && (elementSummaries[index] ?? []).length === 0,
    )
    .filter(part => !said.has(unquoted(part)))
    .map(part => `${name} does not say what ${typeText(part)} means`)
}

/** A function says what it returns, and what its plain parameters are. */
function signatureGaps(name: string, signature: SignatureReflection): readonly string[] {
  const { parameters = [], type, comment } = signature
  const saysResult = (comment?.blockTags ?? []).some(({ tag }) => tag === '@returns')
  const hasResult = type?.type !== 'predicate' && !/^(void|Promise<void>)$/.test(typeText(type))
  return [
    ...(hasResult && !saysResult ? [`${name}() does not say what it returns: @returns`] : []),
    ...parameters
      .filter(parameter => parameter.type?.type === 'intrinsic' && parameter.comment === undefined)
      .filter(parameter => typeText(parameter.type) !== 'unknown')
      .map(parameter => `${name}() does not say what ${parameterName(parameter)} is: @param`),
  ]
}

/** A function that throws says so. */
function throwGaps(symbol: DeclarationReflection, findThrown: FindThrown): readonly string[] {
  const [source] = symbol.sources ?? []
  if (source === undefined || !symbol.kindOf(ReflectionKind.Function)) return []
  const thrown = [...findThrown(source.fullFileName, symbol.name)]
  const says = (commentOf(symbol)?.blockTags ?? []).some(({ tag }) => tag === '@throws')
  return thrown.length === 0 || says
    ? []
    : [`${symbol.name}() does not say when it throws ${thrown.join(', ')}: @throws`]
}

function memberGaps(
  parent: string,
  member: DeclarationReflection,
  said: ReadonlySet<string>,
): readonly string[] {
  const name = `${parent}.${member.name}`
  if (member.kindOf(ReflectionKind.Constructor)) return []
  const own = isTold(member) || said.has(member.name) ? [] : [`${name} has no docstring`]
  // What is spread on an element, such as `buttonProps`, consists of the platform's attributes.
  if (member.name.endsWith('Props') || member.type === undefined) return own
  const inside = new Set([...said, ...mentioned(commentOf(member))])
  return [...own, ...typeGaps(name, member.type, inside)]
}

/** The gaps of what is written in place, in one type. */
function typeGaps(name: string, type: SomeType, said: ReadonlySet<string>): readonly string[] {
  if (type.type === 'reflection') {
    return (type.declaration.children ?? []).flatMap(member => memberGaps(name, member, said))
  }
  if (type.type === 'intersection') return type.types.flatMap(part => typeGaps(name, part, said))
  if (type.type === 'array') return typeGaps(name, type.elementType, said)
  if (type.type !== 'union') return []
  return type.types.flatMap((part, index) =>
    variantGaps(name, part, said, (type.elementSummaries?.[index] ?? []).length > 0),
  )
}

/** One of several objects: either it has a sentence, or the docstring of the type names what tells it apart. */
function variantGaps(
  name: string,
  type: SomeType,
  said: ReadonlySet<string>,
  hasSentence: boolean,
): readonly string[] {
  const members = membersOf(type)
  const tags = members.filter(isTag)
  const open = hasSentence ? [] : tags.filter(tag => !isTold(tag) && !said.has(unquoted(tag.type)))
  return [
    ...open.map(tag => `${name} does not say what ${tag.name}: ${typeText(tag.type)} means`),
    ...members
      .filter(member => !isTag(member) && !hasSentence)
      .flatMap(member => memberGaps(name, member, said)),
  ]
}

function membersOf(type: SomeType): readonly DeclarationReflection[] {
  if (type.type === 'intersection') return type.types.flatMap(membersOf)
  return type.type === 'reflection' ? (type.declaration.children ?? []) : []
}

function unquoted(type: SomeType | undefined): string {
  return typeText(type).replaceAll("'", '')
}

/** What a docstring has in backticks; a list of values or fields explains them so. */
function mentioned(comment: Comment | undefined): ReadonlySet<string> {
  const code = (comment?.summary ?? []).filter(({ kind }) => kind === 'code')
  return new Set(code.map(({ text }) => text.replaceAll(/[`']/g, '').replace(/:.*/, '')))
}

function isTold(reflection: DeclarationReflection): boolean {
  return (commentOf(reflection)?.summary ?? []).some(({ text }) => text.trim() !== '')
}

function placeOf({ sources }: DeclarationReflection): string {
  const [source] = sources ?? []
  return source === undefined ? 'somewhere' : `${source.fileName}:${source.line}`
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) < index)
}
