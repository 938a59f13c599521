// Chooses the language of a page from Accept-Language.

import { parseAccept } from 'hono/utils/accept'
import { ar } from './locales/ar.ts'
import { da } from './locales/da.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { enUS } from './locales/en-us.ts'
import { es } from './locales/es.ts'
import { es419 } from './locales/es-419.ts'
import { fr } from './locales/fr.ts'
import { it } from './locales/it.ts'
import { nb } from './locales/nb.ts'
import { nl } from './locales/nl.ts'
import { sv } from './locales/sv.ts'
import { zhHans } from './locales/zh-hans.ts'
import type { Words } from './words.ts'

/**
 * The languages that the pages speak: the provider's eleven, English as in Britain and as in the
 * United States, and Arabic, with which an application can see its popup from right to left.
 */
export const languages: readonly Words[] = [
  en,
  enUS,
  ar,
  da,
  de,
  es,
  es419,
  fr,
  it,
  nl,
  nb,
  sv,
  zhHans,
]

const byBase: Readonly<Record<string, Words>> = {
  en,
  ar,
  da,
  de,
  es,
  fr,
  it,
  nl,
  nb,
  no: nb,
  nn: nb,
  sv,
}

/**
 * Finds the texts for an Accept-Language header: of the languages that the pages speak, the one
 * with the highest weight, else English.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
export function wordsFor(acceptLanguage: string | undefined): Words {
  for (const { type, q } of parseAccept(acceptLanguage ?? '')) {
    const words = q > 0 ? wordsOf(type.toLowerCase()) : undefined
    if (words !== undefined) return words
  }
  return en
}

function wordsOf(tag: string): Words | undefined {
  const [base = '', ...rest] = tag.split('-')
  // Canadians write of tires and trunks too.
  if (base === 'en' && /^(?:us|ca)$/.test(rest.join('-'))) return enUS
  if (base === 'es') return rest.length === 0 || rest.includes('es') ? es : es419
  // The pages speak simplified Chinese only. The next language of the header may suit better.
  if (base === 'zh') return /hant|tw|hk|mo/.test(rest.join('-')) ? undefined : zhHans
  return Object.hasOwn(byBase, base) ? byBase[base] : undefined
}
