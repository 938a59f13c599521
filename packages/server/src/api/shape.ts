// Shapes of JSON as data, from which both a check and a type are made.

/**
 * The shape of a JSON value. A name of an object that ends with `?` may be missing or `null`. A list
 * is written as a list with the shape of its items. More names than are written are no mistake.
 */
export type Shape =
  | 'text'
  | 'number'
  | 'boolean'
  | 'text|null'
  | 'number|null'
  | 'boolean|null'
  | { readonly [name: string]: Shape }
  | readonly [Shape]

/** The types of shapes that are a word: `text`, `number`, `boolean`, `text|null`, `number|null`, `boolean|null`. */
type Plain = {
  text: string
  number: number
  boolean: boolean
  'text|null': string | null
  'number|null': number | null
  'boolean|null': boolean | null
}

/** The type of what has a shape. */
export type Shaped<S> = S extends keyof Plain
  ? Plain[S]
  : S extends readonly [infer Item]
    ? readonly Shaped<Item>[]
    : {
          readonly [Name in keyof S as Name extends `${string}?` ? never : Name]: Shaped<S[Name]>
        } & {
          readonly [Name in keyof S as Name extends `${infer Plain}?` ? Plain : never]?: Shaped<
            S[Name]
          > | null
        } extends infer Fields
      ? // One object, so that an editor shows fields and not how they were put together.
        { readonly [Name in keyof Fields]: Fields[Name] }
      : never

/** Says whether a value has a shape. */
export function fits<const S extends Shape>(shape: S, value: unknown): value is Shaped<S> {
  if (typeof shape === 'string') return fitsPlain(shape, value)
  if (isList(shape)) return Array.isArray(value) && value.every(item => fits(shape[0], item))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(shape).every(([written, inner]) => {
    const isOptional = written.endsWith('?')
    const found = (value as Record<string, unknown>)[isOptional ? written.slice(0, -1) : written]
    return isOptional && (found === undefined || found === null) ? true : fits(inner, found)
  })
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape)
}

function fitsPlain(shape: keyof Plain, value: unknown): boolean {
  if (shape.endsWith('|null') && value === null) return true
  if (shape.startsWith('number')) return typeof value === 'number' && Number.isFinite(value)
  return typeof value === (shape.startsWith('text') ? 'string' : 'boolean')
}
