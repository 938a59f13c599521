// Every language is complete, in what the types cannot check.

import { expect, test } from 'vitest'
import { scopeSummary } from '../scope-picker/scope-summary.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { enUS } from './en-us.ts'
import { es } from './es.ts'
import { es419 } from './es-419.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { Labels } from './labels.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { sv } from './sv.ts'
import { zhHans } from './zh-hans.ts'

const all: readonly Labels[] = [en, enUS, da, de, es, es419, fr, it, nb, nl, sv, zhHans]
const each = all.map(labels => [labels.language, labels] as const)

// Every text by its path, with plural forms as one.
function texts(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    typeof inner === 'string' ? [[`${path}${key}`, inner]] : texts(inner, `${path}${key}.`),
  )
}

function placeholders(text: string): string {
  return (text.match(/\{\w+\}/g) ?? []).sort().join()
}

test('there are the eleven languages that Connect speaks, English twice', () => {
  expect(all.map(labels => labels.language).sort()).toEqual(
    ['en', 'en-US', 'da', 'de', 'es', 'es-419', 'fr', 'it', 'nl', 'nb', 'sv', 'zh-Hans'].sort(),
  )
})

test.each(each)(
  '%s has no empty text, and the same placeholders as English',
  (_language, labels) => {
    const english = new Map(texts(en))
    for (const [path, text] of texts(labels)) {
      expect(text.trim(), path).not.toBe('')
      // The last form says it all; a form for one may leave the number out.
      const plural = path.replace(/\.\w+$/, '.other')
      const expected = english.get(path) ?? english.get(plural) ?? ''
      if (!path.endsWith('.one')) expect(placeholders(text), path).toBe(placeholders(expected))
      else expect(placeholders(english.get(plural) ?? ''), path).toContain(placeholders(text))
    }
  },
)

test.each(each)('%s has every plural form that it uses', (language, labels) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const needed = pluralCategories.filter(category => category !== 'many')
  const forms = [labels.scope.matches, labels.scope.asksToRead, labels.brand.matches]
  for (const form of forms) expect(Object.keys(form).sort()).toEqual(needed.sort())
})

test.each(each)(
  '%s has a text of its own for each error, each cancellation and each permission',
  (_language, labels) => {
    const { connect, scope } = labels
    const lists = [
      Object.values(connect.failed),
      Object.values(connect.cancelled),
      Object.values(scope.permissions).map(permission => permission.title),
    ]
    for (const list of lists) expect(new Set(list).size).toBe(list.length)
  },
)

const translated = each.filter(([language]) => !language.startsWith('en'))

test.each(translated)('%s has no English sentence left in it', (_language, labels) => {
  const english = new Map(texts(en))
  const same = texts(labels).filter(([path, text]) => english.get(path) === text)
  expect(same.map(([, text]) => text).filter(text => text.includes(' '))).toEqual([])
})

test('American English has its own words for parts of the car', () => {
  const british = new Map(texts(en))
  const other = texts(enUS).filter(([path, text]) => british.get(path) !== text)
  expect(other.map(([path]) => path)).toContain('scope.permissions.control_trunk.title')
  expect(JSON.stringify(enUS)).not.toMatch(/tyre|\bboot\b|bonnet/i)
  expect(JSON.stringify(en)).not.toMatch(/\btires? pressure|\btrunk\b|\bhood\b/i)
})

test('each language lists and counts in its own way', () => {
  const items = ['VIN', 'Fuel'].map(title => ({
    access: 'read' as const,
    title,
    checked: true,
    required: false,
  }))
  expect(scopeSummary(items, de)).toEqual(['Möchte 2 Dinge sehen: VIN und Fuel.'])
  expect(scopeSummary(items.slice(1), fr)).toEqual(['Demande à voir : Fuel.'])
  expect(scopeSummary(items, zhHans)).toEqual(['请求查看 2 项：VIN和Fuel。'])
})
