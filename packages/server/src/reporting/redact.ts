// Takes secrets out of anything that was thrown, before a developer gets to see it.

import { createPieceRedactor } from './secret-pieces.ts'

/** Values that must not be seen; `undefined` stands for one that this request does not have. */
export type Secrets = readonly (string | undefined)[]

const mark = '[redacted]'
const maxDepth = 8
const maxValues = 2000
const maxTextLength = 20_000
// A shorter value protects nothing, and taking it out would only make texts unreadable.
const minSecretLength = 4

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

/** Writes the inner part of a text in Base64 as it stands behind none, one or two other bytes. */
function base64Inside(text: string): string[] {
  return [0, 1, 2].map(before => {
    const bits = (before + new TextEncoder().encode(text).length) * 8
    return base64(`${'-'.repeat(before)}${text}`).slice(
      Math.ceil((before * 8) / 6),
      Math.floor(bits / 6),
    )
  })
}

function hex(text: string): string {
  return Array.from(new TextEncoder().encode(text), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

/** Writes a text as a form does, which is also how HTTP Basic wants ids and secrets of OAuth. */
function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}

function lowerCaseEscapes(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, escaped => escaped.toLowerCase())
}

/**
 * Returns the credentials as HTTP Basic sends them.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-2.3.1
 */
export function basicCredentials(clientId: string, clientSecret: string): string[] {
  return [
    base64(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`),
    base64(`${clientId}:${clientSecret}`),
  ]
}

/** Every way in which a secret may be written in a message, an address or a body. */
function formsOf(secret: string): string[] {
  // Half a surrogate pair cannot be escaped; it is sent as the replacement character.
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(secret))
  const inAddress = encodeURIComponent(wellFormed)
  const inForm = formEncoded(wellFormed)
  const inBase64 = [base64(secret).replace(/=+$/, ''), ...base64Inside(secret)]
  return [
    secret,
    inAddress,
    lowerCaseEscapes(inAddress),
    encodeURIComponent(inAddress),
    encodeURI(wellFormed),
    inForm,
    lowerCaseEscapes(inForm),
    JSON.stringify(secret).slice(1, -1),
    ...inBase64,
    ...inBase64.map(form => form.replaceAll('+', '-').replaceAll('/', '_')),
    hex(secret),
    hex(secret).toUpperCase(),
  ]
}

/** Creates a function that takes the secrets out of a text, however they are written. */
function createTextRedactor(secrets: Secrets): (text: string) => string {
  const forms = new Set(
    secrets
      .filter(secret => secret !== undefined && secret.length >= minSecretLength)
      .flatMap(secret => formsOf(String(secret)))
      .filter(form => form.length >= minSecretLength),
  )
  // The longest first, so that a secret which begins like another one leaves nothing behind.
  const sorted = [...forms].sort((one, other) => other.length - one.length)
  const pattern = sorted.map(form => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')
  const redactPieces = createPieceRedactor(forms, mark)
  return text => {
    const clean = pattern === '' ? text : text.replace(new RegExp(pattern, 'g'), mark)
    const shown = clean.length > maxTextLength ? `${clean.slice(0, maxTextLength)}…` : clean
    return redactPieces(shown)
  }
}

/** Reads a property; what a getter throws counts as nothing. */
function read(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

function namesOf(value: object): string[] {
  try {
    return Object.keys(value)
  } catch {
    return []
  }
}

function prototypeOf(error: Error): object {
  try {
    return Object.getPrototypeOf(error) ?? Error.prototype
  } catch {
    return Error.prototype
  }
}

function isError(value: object): value is Error {
  try {
    return value instanceof Error
  } catch {
    return false
  }
}

/**
 * Creates a function that returns a copy of any value without the secrets.
 *
 * An error keeps its class, name, message, stack, causes and own fields, so that it can be told from
 * others as before. What else was thrown becomes plain data. Bytes, functions and whatever lies too
 * deep are named instead of shown, and of many values only the first are copied. The original stays as it is, and nothing that its getters throw
 * comes out.
 */
export function createRedactor(secrets: Secrets): (value: unknown) => unknown {
  const text = createTextRedactor(secrets)
  return value => {
    const copies = new Map<object, unknown>()
    let values = 0

    function copyFields(from: object, to: object, skipped: ReadonlySet<string>, depth: number) {
      for (const name of namesOf(from)) {
        if (values >= maxValues) return
        if (skipped.has(name)) continue
        define(to, text(name), copy(read(from, name), depth + 1), true)
      }
    }
    function copyError(error: Error, depth: number): Error {
      const result = new Error(text(String(read(error, 'message') ?? '')))
      copies.set(error, result)
      Object.setPrototypeOf(result, prototypeOf(error))
      define(result, 'name', text(String(read(error, 'name') ?? 'Error')), false)
      define(result, 'stack', text(String(read(error, 'stack') ?? '')), false)
      for (const name of ['cause', 'errors', 'code']) {
        const inner = read(error, name)
        if (inner !== undefined) define(result, name, copy(inner, depth + 1), name === 'code')
      }
      const skipped = new Set(['name', 'message', 'stack', 'cause', 'errors', 'code'])
      copyFields(error, result, skipped, depth)
      return result
    }
    function copyObject(object: object, depth: number): unknown {
      if (object instanceof URL || object instanceof URLSearchParams || object instanceof RegExp) {
        return text(String(object))
      }
      if (object instanceof Date) return text(String(object))
      if (ArrayBuffer.isView(object) || object instanceof ArrayBuffer) return '[bytes]'
      if (
        Array.isArray(object) ||
        object instanceof Map ||
        object instanceof Set ||
        object instanceof Headers
      ) {
        const list: unknown[] = []
        copies.set(object, list)
        for (const item of object) {
          if (values >= maxValues) break
          list.push(copy(item, depth + 1))
        }
        return list
      }
      const result = {}
      copies.set(object, result)
      copyFields(object, result, new Set(), depth)
      return result
    }
    function copy(inner: unknown, depth: number): unknown {
      values += 1
      if (typeof inner === 'string') return text(inner)
      if (typeof inner === 'bigint' || typeof inner === 'symbol') return text(String(inner))
      if (typeof inner === 'number') return redactNumber(inner)
      if (typeof inner === 'function') return '[function]'
      if (typeof inner !== 'object' || inner === null) return inner
      const known = copies.get(inner)
      if (known !== undefined) return known
      if (depth > maxDepth || values > maxValues) return '[not shown]'
      try {
        return isError(inner) ? copyError(inner, depth) : copyObject(inner, depth)
      } catch {
        return '[not readable]'
      }
    }
    /** A secret may consist of digits. */
    function redactNumber(number: number): unknown {
      return text(String(number)) === String(number) ? number : mark
    }
    return copy(value, 0)
  }
}

function define(target: object, name: string, value: unknown, enumerable: boolean): void {
  Object.defineProperty(target, name, { value, enumerable, configurable: true, writable: true })
}
