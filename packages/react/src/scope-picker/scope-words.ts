// A scope in people's words: what the picker lists, and what a page can say before it asks.

import {
  type PermissionInfo,
  type PermissionTopic,
  permissions,
  type Scope,
} from 'smartcar-connect'
import { enScope } from '../locales/en.ts'
import { formatsOf } from '../locales/formats.ts'
import type { Labels } from '../locales/labels.ts'
import { choicesOf } from './scope-value.ts'

/** One permission, in words. */
export type PermissionWords = {
  /** The permission's name, such as `'read_odometer'`. */
  name: string
  /** Whether it lets the app see something, or do something. */
  access: 'read' | 'control'
  /** What it is about; `'other'` where this version does not know it. */
  topic: PermissionTopic | 'other'
  /** A few words; the name where this version does not know it. */
  title: string
  /** One line. */
  description: string
  /** Whether it tells where a person is or who they are, or opens the car. */
  sensitive: boolean
}

/** The words that are used where there are no labels. */
export const english: Pick<Labels, 'language' | 'scope'> = { language: 'en', scope: enScope }

/**
 * What a scope asks for, in words: each permission once, what the app sees before what it does, in
 * the language's own order. For a page that tells people before they are asked.
 *
 * @param labels the words to use; those of a provider are not looked up
 * @returns the permissions, and whether the connection is of no use without them
 * @throws {RangeError} when the labels' `language` is no language tag
 *
 * @example
 * scopeWords(['required:read_vin', 'control_charge'], de).map(({ title }) => title) // FIN, Laden steuern
 */
export function scopeWords(
  scope: readonly Scope[],
  labels: Pick<Labels, 'language' | 'scope'> = english,
): readonly (PermissionWords & {
  /** Whether the connection is of no use without it. */
  required: boolean
})[] {
  return [...choicesOf(scope)]
    .filter(([name]) => name)
    .map(([name, { required }]) => ({ ...permissionWords(name, labels), required }))
    .sort(inOrder(labels.language))
}

/** The words for one permission, known or not. */
export function permissionWords(name: string, { scope }: Pick<Labels, 'scope'>): PermissionWords {
  const info = known.get(name)
  if (info) {
    const { access, topic, sensitive = false } = info
    return { name, access, topic, sensitive, ...scope.permissions[info.name] }
  }
  return {
    name,
    access: name.startsWith('control_') ? 'control' : 'read',
    topic: 'other',
    title: name,
    description: scope.unknown,
    sensitive: false,
  }
}

/** Compares what is shown: read before control, names of unknown ones last, titles as the language sorts them. */
export function inOrder(
  language: string,
): (
  one: Pick<PermissionWords, 'access' | 'topic' | 'title'>,
  other: Pick<PermissionWords, 'access' | 'topic' | 'title'>,
) => number {
  const { collator } = formatsOf(language)
  return (one, other) =>
    Number(one.access === 'control') - Number(other.access === 'control') ||
    Number(one.topic === 'other') - Number(other.topic === 'other') ||
    collator.compare(one.title, other.title)
}

const known: ReadonlyMap<string, PermissionInfo> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ permissions.map(info => [info.name, info]),
)
