// What the switch for the language offers, and how each language is written.

import { locales } from './locales.ts'
import { pseudoLocale } from './pseudo-locale.ts'

/** The languages of the components, and the one for finding what is too narrow. */
export const languages = [...locales, pseudoLocale]

/** The name of a language, in English. */
export function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
}

/** How a language is written. The components themselves follow the `dir` of the page. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr'
}
