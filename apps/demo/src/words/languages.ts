// The languages of the page: the words of the library and those of the garage.

import type { Labels } from 'smartcar-connect-react'
import { ar as arLabels } from 'smartcar-connect-react/locales/ar'
import { de as deLabels } from 'smartcar-connect-react/locales/de'
import { en as enLabels } from 'smartcar-connect-react/locales/en'
import { enUS as enUSLabels } from 'smartcar-connect-react/locales/en-us'
import { es as esLabels } from 'smartcar-connect-react/locales/es'
import { fr as frLabels } from 'smartcar-connect-react/locales/fr'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Words } from './words.ts'

/** One language of the page. */
export type Language = {
  /** The language tag (BCP 47). */
  readonly tag: string
  /** What its speakers call it. */
  readonly name: string
  /** The direction of writing. */
  readonly direction: 'ltr' | 'rtl'
  /** The words of the library. */
  readonly labels: Labels
  /** The words of the garage. */
  readonly words: Words
}

/** The library has more; these are enough to show it. */
export const languages: readonly Language[] = [
  { tag: 'en', name: 'English', direction: 'ltr', labels: enLabels, words: en },
  {
    tag: 'en-US',
    name: 'English (US)',
    direction: 'ltr',
    labels: enUSLabels,
    words: { ...en, language: 'en-US' },
  },
  { tag: 'de', name: 'Deutsch', direction: 'ltr', labels: deLabels, words: de },
  { tag: 'es', name: 'Español', direction: 'ltr', labels: esLabels, words: es },
  { tag: 'fr', name: 'Français', direction: 'ltr', labels: frLabels, words: fr },
  { tag: 'ar', name: 'العربية', direction: 'rtl', labels: arLabels, words: ar },
]
