// What components and hooks take and give, from the compiler, for the tables of Storybook.

import { join } from 'node:path'
import ts from 'typescript'

/** A prop, an option or a returned value. */
export type Prop = {
  readonly name: string
  readonly isOptional: boolean
  /** As it is written in TypeScript. */
  readonly type: string
  /** What a control can offer: `true` and `false`, or the texts of a union; empty otherwise. */
  readonly values: readonly (string | boolean)[]
  /** The docstring; Markdown. */
  readonly description: string
  /** From `@default`; Markdown. */
  readonly defaultValue?: string
  /** The package that declares it, such as `client` for an option of a connection. */
  readonly package: string
}

/** A component or a function. */
export type Taker = {
  /** The docstring without its tags; Markdown. */
  readonly description: string
  /** The members of what it takes first, without those of native elements. */
  readonly takes: readonly Prop[]
  /** The members of what it returns. */
  readonly gives: readonly Prop[]
}

const root = join(import.meta.dirname, '../../..')

const settings: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
}

/** Reads every component and function that a file exports, by name. */
export function readProps(
  file: string = join(root, 'packages/react/src/index.ts'),
): Readonly<Record<string, Taker>> {
  const program = ts.createProgram([file], settings)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error(`${file} exports nothing, so it has no props to show.`)
  const found: Record<string, Taker> = {}
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    if (!(symbol.flags & ts.SymbolFlags.Value)) continue
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures()
    if (signature === undefined) continue
    const [parameter] = signature.getParameters()
    found[exported.name] = {
      description: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      takes: parameter ? membersOf(checker, checker.getTypeOfSymbol(parameter)) : [],
      gives: membersOf(checker, signature.getReturnType()),
    }
  }
  return found
}

/** The members that our packages declare, of every type of a union, in the order of their declaration. */
function membersOf(checker: ts.TypeChecker, type: ts.Type): readonly Prop[] {
  // A connection made elsewhere can stand for the options of one: its members are none of them.
  const types = (type.isUnion() ? type.types : [type]).filter(
    ({ aliasSymbol }) => aliasSymbol?.name !== 'Connect',
  )
  const members = new Map<string, ts.Symbol[]>()
  for (const member of types.flatMap(each => checker.getPropertiesOfType(each))) {
    if (packageOf(member) === undefined) continue
    members.set(member.name, [...(members.get(member.name) ?? []), member])
  }
  return [...members.values()].map(same => propOf(checker, same, types.length))
}

/** One member, which may have another type in each type of a union. */
function propOf(checker: ts.TypeChecker, same: readonly ts.Symbol[], unionSize: number): Prop {
  const real = same.filter(member => !isForbidden(checker, member))
  const [first] = (real.length > 0 ? real : same) as [ts.Symbol]
  const texts = new Set(
    (real.length > 0 ? real : same).flatMap(member => typeTexts(checker, member)),
  )
  const isOptional =
    same.length < unionSize ||
    same.length > real.length ||
    same.some(member => member.flags & ts.SymbolFlags.Optional)
  const tag = first.getJsDocTags(checker).find(({ name }) => name === 'default')
  const values = valuesOf(checker, first)
  const type = [...texts].join(' | ')
  // A union by name says less than what it can be.
  const isNamed = /^[A-Z]\w+$/.test(type) && values.length > 0
  return {
    name: first.name,
    isOptional,
    type: isNamed ? values.map(value => `'${value}'`).join(' | ') : type,
    values,
    description: plain(ts.displayPartsToString(first.getDocumentationComment(checker))),
    ...(tag && { defaultValue: plain(ts.displayPartsToString(tag.text)) }),
    package: packageOf(first) ?? '',
  }
}

/** Whether a member is declared only to say that it may not be given. */
function isForbidden(checker: ts.TypeChecker, member: ts.Symbol): boolean {
  const type = checker.getTypeOfSymbol(member)
  return Boolean(type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never))
}

/** The type as it is declared, or as the compiler writes it where a type parameter has been filled in. */
function typeTexts(checker: ts.TypeChecker, member: ts.Symbol): readonly string[] {
  const declared = member.declarations?.find(ts.isPropertySignature)?.type
  const type = checker.getTypeOfSymbol(member)
  const isFilledIn =
    declared === undefined || /\b[A-Z]\b(?! *:)/.test(declared.getText()) || isLong(declared)
  const text = isFilledIn
    ? checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
    : declared.getText()
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('"', "'")
    .split(/(?<![[({<][^\])}>]*) \| /)
    .filter(part => part !== 'undefined')
    .map(part => (part.startsWith('(') && text.endsWith('| undefined') ? bare(part) : part))
}

/** A function needs no parentheses once nothing stands beside it. */
function bare(text: string): string {
  return /^\(\(.*\)$/.test(text) ? text.slice(1, -1) : text
}

/** A type that is written over several lines is told apart by its comments, which a cell has no room for. */
function isLong(declared: ts.TypeNode): boolean {
  return declared.getText().includes('\n')
}

function valuesOf(checker: ts.TypeChecker, member: ts.Symbol): readonly (string | boolean)[] {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(member))
  if (type.flags & ts.TypeFlags.BooleanLike) return [true, false]
  const types = type.isUnion() ? type.types : [type]
  if (types.every(each => each.flags & ts.TypeFlags.BooleanLike)) return [true, false]
  const texts = types.map(each => (each.isStringLiteral() ? each.value : undefined))
  return texts.includes(undefined) ? [] : (texts as string[])
}

/** The package that declares a member; `undefined` for what belongs to React or to the browser. */
function packageOf(member: ts.Symbol): string | undefined {
  const files = (member.declarations ?? []).map(each => each.getSourceFile().fileName)
  const own = files.find(file => !file.includes('/node_modules/'))
  return own && /\/packages\/(\w+)\//.exec(own)?.[1]
}

/** `{@link name text}` as the text, or the name. */
function plain(text: string): string {
  return text.replaceAll(/\{@link\s+(\S+?)(?:\s*[ |]\s*([^}]*))?\}/g, (_, name, said) => {
    return said || `\`${name}\``
  })
}
