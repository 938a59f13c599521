// Every language of the components, and every text in it.

import { ar } from '../src/locales/ar.ts'
import { da } from '../src/locales/da.ts'
import { de } from '../src/locales/de.ts'
import { en } from '../src/locales/en.ts'
import { enUS } from '../src/locales/en-us.ts'
import { es } from '../src/locales/es.ts'
import { es419 } from '../src/locales/es-419.ts'
import { fr } from '../src/locales/fr.ts'
import { it } from '../src/locales/it.ts'
import type { Labels, PluralForms } from '../src/locales/labels.ts'
import { nb } from '../src/locales/nb.ts'
import { nl } from '../src/locales/nl.ts'
import { sv } from '../src/locales/sv.ts'
import { zhHans } from '../src/locales/zh-hans.ts'

/** Each language by its tag, English first. */
export const everyLanguage: readonly (readonly [language: string, labels: Labels])[] = [
  en,
  enUS,
  ar,
  da,
  de,
  es,
  es419,
  fr,
  it,
  nb,
  nl,
  sv,
  zhHans,
].map(labels => [labels.language, labels] as const)

/** The languages that are not English. */
export const translations = everyLanguage.filter(([language]) => !language.startsWith('en'))

/** A text, or one text in each plural form. */
export type Text = string | PluralForms

/** Every text of a language, by its path: `connect.actions.retry`. */
export function textsOf(labels: Labels): ReadonlyMap<string, Text> {
  const { language, ...words } = labels
  return new Map(textsIn(words, ''))
}

/** The forms of a text, each by its name; `other` for a text that has no forms. */
export function formsOf(text: Text): [form: keyof PluralForms, text: string][] {
  const forms = typeof text === 'string' ? { other: text } : text
  return Object.entries(forms) as [keyof PluralForms, string][]
}

/** Every sentence of a language, plural forms and all. */
export function sentencesOf(labels: Labels): [path: string, sentence: string][] {
  return [...textsOf(labels)].flatMap(([path, text]) =>
    formsOf(text).map(([form, sentence]): [string, string] => [
      typeof text === 'string' ? path : `${path}.${form}`,
      sentence,
    ]),
  )
}

function textsIn(value: object, path: string): [path: string, text: Text][] {
  return Object.entries(value).flatMap(([key, inner]): [string, Text][] => {
    const isText = typeof inner === 'string' || isPlural(inner)
    return isText ? [[path + key, inner]] : textsIn(inner, `${path}${key}.`)
  })
}

// A group of labels may have one that is called `other`, too.
function isPlural(value: object): value is PluralForms {
  const categories = ['zero', 'one', 'two', 'few', 'many', 'other']
  return 'other' in value && Object.keys(value).every(key => categories.includes(key))
}
