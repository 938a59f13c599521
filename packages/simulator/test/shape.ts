// Holds an answer against a shape that a person can read: exact keys, and failures named by their path.

import { expect } from 'vitest'

/**
 * What a value must look like. Text, a number, a boolean and null stand for exactly that value; an
 * object names exactly its keys; a function is one of the checks below.
 */
export type Shape = string | number | boolean | null | Check | ShapeFields

/** The fields of an object. No other field may be there; only optional ones may be missing. */
export type ShapeFields = { readonly [key: string]: Shape | OptionalShape }

/** Tells what is wrong with a value, by path. An empty list means that nothing is. */
export type Check = (value: unknown, path: string) => readonly string[]

const inner = Symbol('optional')

/** A field that may be missing. */
export type OptionalShape = { readonly [inner]: Shape }

/**
 * Fails the test with every place at which a value differs from a shape.
 *
 * @example
 * expectShape(body, { id: uuid, type: 'vehicle', tags: listOf(text), nick: optional(nullable(text)) })
 */
export function expectShape(value: unknown, shape: Shape): void {
  expect(mismatches(value, shape)).toEqual([])
}

/** Every place at which a value differs from a shape: `data.id: 5 is no text`. */
export function mismatches(value: unknown, shape: Shape, path = ''): readonly string[] {
  if (typeof shape === 'function') return shape(value, path)
  if (shape === null || typeof shape !== 'object') {
    return value === shape ? [] : [says(path, value, `is not ${JSON.stringify(shape)}`)]
  }
  if (!isObject(value)) return [says(path, value, 'is no object')]
  const wrong = Object.keys(value)
    .filter(key => !Object.hasOwn(shape, key))
    .map(key => `${below(path, key)}: is not expected`)
  for (const [key, field] of Object.entries(shape)) {
    const at = below(path, key)
    const isOptional = isObject(field) && inner in field
    if (!Object.hasOwn(value, key)) {
      if (!isOptional) wrong.push(`${at}: is missing`)
    } else {
      wrong.push(...mismatches(value[key], isOptional ? field[inner] : field, at))
    }
  }
  return wrong
}

/** A field that may be missing. */
export function optional(shape: Shape): OptionalShape {
  return { [inner]: shape }
}

/** The shape or null. */
export function nullable(shape: Shape): Check {
  return (value, path) => (value === null ? [] : mismatches(value, shape, path))
}

/** A list of any length whose entries all have the shape. */
export function listOf(shape: Shape): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((entry, at) => mismatches(entry, shape, `${path}[${at}]`))
      : [says(path, value, 'is no list')]
}

/** An object with any keys whose values all have the shape. */
export function recordOf(shape: Shape): Check {
  return (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, entry]) => mismatches(entry, shape, below(path, key)))
      : [says(path, value, 'is no object')]
}

/** One of several shapes. Tells what is wrong with the last one. */
export function oneOf(...shapes: readonly Shape[]): Check {
  return (value, path) => {
    const all = shapes.map(shape => mismatches(value, shape, path))
    return all.some(wrong => wrong.length === 0) ? [] : (all.at(-1) ?? [])
  }
}

/** Text that a pattern matches. */
export function matching(pattern: RegExp): Check {
  return check(
    `does not match ${pattern}`,
    value => typeof value === 'string' && pattern.test(value),
  )
}

/** A finite number between two others, both included. */
export function between(from: number, to: number): Check {
  return check(`is no number from ${from} to ${to}`, value => isBetween(value, from, to))
}

/** Text with something in it. */
export const text = check('is no text', value => typeof value === 'string' && value !== '')

/** A finite number. */
export const number = check('is no number', value => isBetween(value, -Infinity, Infinity))

/** A whole number. */
export const integer = check('is no whole number', value => Number.isInteger(value))

/** True or false. */
export const boolean = check('is no boolean', value => typeof value === 'boolean')

/** A UUID in lower case. */
export const uuid = matching(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/)

/** A time as ISO 8601 text in UTC with milliseconds. */
export const isoTime = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

/** A time as ISO 8601 text in UTC with whole seconds. */
export const isoSeconds = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)

/** A time as milliseconds since 1970, after 2001. */
export const epochMs = check('is no time in ms', value => isBetween(value, 1e12, 1e13))

/** An absolute address of http or https. */
export const absoluteUrl = matching(/^https?:\/\/[^\s/]+(?:\/\S*)?$/)

function check(complaint: string, isRight: (value: unknown) => boolean): Check {
  return (value, path) => (isRight(value) ? [] : [says(path, value, complaint)])
}

function isBetween(value: unknown, from: number, to: number): boolean {
  return Number.isFinite(value) && (value as number) >= from && (value as number) <= to
}

function isObject(value: unknown): value is Record<string | symbol, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function says(path: string, value: unknown, complaint: string): string {
  return `${path === '' ? 'the value' : path}: ${JSON.stringify(value)} ${complaint}`
}
