// A type as TypeScript writes it, in pieces, so that names can become links.

import {
  type DeclarationReflection,
  type Reflection,
  ReflectionKind,
  type SignatureReflection,
  type SomeType,
} from 'typedoc'

/** A piece of a type: text, or a name that is documented. */
type Piece = string | { readonly name: string; readonly target: Reflection }

/** A type as one line of plain text. */
export function typeText(type: SomeType | undefined): string {
  return piecesText(typePieces(type))
}

/** Pieces as plain text. */
export function piecesText(pieces: readonly Piece[]): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : piece.name)).join('')
}

/** Pieces of several types, with a separator between them. */
function joined(types: readonly (SomeType | undefined)[], separator: string): readonly Piece[] {
  return types.flatMap((type, index) => [...(index > 0 ? [separator] : []), ...typePieces(type)])
}

/** Takes a type apart. */
export function typePieces(type: SomeType | undefined): readonly Piece[] {
  if (type === undefined) return ['unknown']
  switch (type.type) {
    case 'array':
      return [...inParentheses(type.elementType), '[]']
    case 'union':
      return separated(type.types, ' | ')
    case 'intersection':
      return separated(type.types, ' & ')
    case 'literal':
      return [literalText(type.value)]
    case 'typeOperator':
      return [`${type.operator} `, ...typePieces(type.target)]
    case 'query':
      return ['typeof ', ...typePieces(type.queryType)]
    case 'tuple':
      return ['[', ...joined(type.elements, ', '), ']']
    case 'namedTupleMember':
      return [`${type.name}${type.isOptional ? '?' : ''}: `, ...typePieces(type.element)]
    case 'indexedAccess':
      return [...inParentheses(type.objectType), '[', ...typePieces(type.indexType), ']']
    case 'optional':
      return [...typePieces(type.elementType), '?']
    case 'rest':
      return ['...', ...typePieces(type.elementType)]
    case 'conditional':
      return [
        ...joined([type.checkType, type.extendsType], ' extends '),
        ' ? ',
        ...joined([type.trueType, type.falseType], ' : '),
      ]
    case 'mapped':
      return [
        `{ [${type.parameter} in `,
        ...typePieces(type.parameterType),
        ']: ',
        ...typePieces(type.templateType),
        ' }',
      ]
    case 'predicate':
      return [`${type.name} is `, ...typePieces(type.targetType)]
    case 'reference': {
      const { reflection } = type
      const isNamed = reflection !== undefined && !reflection.kindOf(ReflectionKind.TypeParameter)
      const name: Piece = isNamed ? { name: type.name, target: reflection } : type.name
      const args = type.typeArguments ?? []
      return args.length === 0 ? [name] : [name, '<', ...joined(args, ', '), '>']
    }
    case 'reflection':
      return objectPieces(type.declaration)
    default:
      return [type.toString()]
  }
}

function literalText(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value)
}

/** Functions and unions inside of other types stand in parentheses. */
function inParentheses(type: SomeType): readonly Piece[] {
  const isLoose =
    type.type === 'union' ||
    type.type === 'intersection' ||
    type.type === 'conditional' ||
    type.type === 'typeOperator' ||
    type.type === 'query' ||
    (type.type === 'reflection' && type.declaration.signatures !== undefined)
  return isLoose ? ['(', ...typePieces(type), ')'] : typePieces(type)
}

function separated(types: readonly SomeType[], separator: string): readonly Piece[] {
  return types.flatMap((type, index) => {
    const isFunction = type.type === 'reflection' && type.declaration.signatures !== undefined
    const isMixed = type.type === 'union' || isFunction
    return [
      ...(index > 0 ? [separator] : []),
      ...(isMixed ? inParentheses(type) : typePieces(type)),
    ]
  })
}

function objectPieces(declaration: DeclarationReflection): readonly Piece[] {
  const [signature] = declaration.signatures ?? []
  if (signature !== undefined) {
    return [typeParameters(signature), ...signaturePieces(signature, ' => ')]
  }
  const members = [
    ...(declaration.children ?? []).map(member => [
      `${propertyName(member)}: `,
      ...typePieces(memberType(member)),
    ]),
    ...(declaration.indexSignatures ?? []).map(index => [
      '[',
      ...(index.parameters ?? []).flatMap(key => [`${key.name}: `, ...typePieces(key.type)]),
      ']: ',
      ...typePieces(index.type),
    ]),
  ]
  if (members.length === 0) return ['{}']
  return ['{ ', ...members.flatMap((pieces, at) => (at > 0 ? ['; ', ...pieces] : pieces)), ' }']
}

/** A function's parameters and result; `before` is `: ` for a declaration and ` => ` for a type. */
export function signaturePieces(signature: SignatureReflection, before: string): readonly Piece[] {
  const parameters = (signature.parameters ?? []).flatMap((parameter, index) => [
    `${index > 0 ? ', ' : ''}${parameterName(parameter)}${parameter.flags.isOptional || parameter.defaultValue !== undefined ? '?' : ''}: `,
    ...typePieces(parameter.type),
  ])
  return ['(', ...parameters, `)${before}`, ...typePieces(signature.type)]
}

/** The name of a parameter; one that is taken apart at once has none. */
export function parameterName({ name, flags }: Reflection): string {
  const said = name.startsWith('__') ? 'props' : name
  return flags.isRest ? `...${said}` : said
}

/** A property's name as it is written, with `?` where it may be left out. */
export function propertyName(member: DeclarationReflection): string {
  const name = /^[\w$]+$/.test(member.name) ? member.name : `'${member.name}'`
  return member.flags.isOptional ? `${name}?` : name
}

/** A property's type; a method's is a function. */
export function memberType(member: DeclarationReflection): SomeType | undefined {
  if (member.kindOf(ReflectionKind.Method)) return methodType(member)
  return member.type ?? member.getSignature?.type
}

function methodType(member: DeclarationReflection): SomeType {
  return { type: 'reflection', declaration: member } as SomeType
}

type Generic = {
  readonly typeParameters?:
    | readonly {
        readonly name: string
        readonly type?: SomeType | undefined
        readonly default?: SomeType | undefined
      }[]
    | undefined
}

/** The type parameters of a declaration, with their bounds and defaults. */
export function typeParameters({ typeParameters: said = [] }: Generic): string {
  if (said.length === 0) return ''
  const each = said.map(({ name, type, default: usual }) =>
    [name, type && ` extends ${typeText(type)}`, usual && ` = ${typeText(usual)}`].join(''),
  )
  return `<${each.join(', ')}>`
}
