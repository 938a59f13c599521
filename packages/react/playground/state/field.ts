// Fields of the Playground: what each is by default, and which values it takes.

/** One field. */
export type Field<T> = {
  /** What it is until somebody sets it. */
  readonly fallback: T
  /** The value, if it is one for this field; also from an address, where everything is text. */
  read(value: unknown): T | undefined
}

/** A field that takes some values only. */
export type Choice<T> = Field<T> & {
  /** All of them, each once. */
  readonly values: readonly T[]
}

/** One of a list of texts; the first is the default. */
export function oneOf<const T extends string>(...values: readonly [T, ...T[]]): Choice<T> {
  return {
    fallback: values[0],
    values: [...new Set(values)],
    read: value => values.find(known => known === value),
  }
}

/** The most characters of a text, which an address has to hold. */
export const longest = 2000

/** Any text that is not too long. */
export function text(fallback = ''): Field<string> {
  return {
    fallback,
    read: value => (typeof value === 'string' && value.length <= longest ? value : undefined),
  }
}

/** Yes or no. */
export function yesOrNo(): Field<boolean> {
  return {
    fallback: false,
    read(value) {
      if (typeof value === 'boolean') return value
      return value === 'true' ? true : value === 'false' ? false : undefined
    },
  }
}

/** A whole number from `least` to `most`. */
export function wholeNumber(fallback: number, least: number, most: number): Field<number> {
  return {
    fallback,
    read(value) {
      const number = typeof value === 'string' && value !== '' ? Number(value) : value
      const isOne = Number.isInteger(number) && least <= Number(number) && Number(number) <= most
      return isOne ? Number(number) : undefined
    },
  }
}

/** A list of words, each once. */
export function words(fallback: readonly string[]): Field<readonly string[]> {
  return {
    fallback,
    read(value) {
      if (!Array.isArray(value) || value.length > 100) return undefined
      const areWords = value.every(word => typeof word === 'string' && /^\S{1,100}$/.test(word))
      return areWords ? [...new Set<string>(value)] : undefined
    },
  }
}
