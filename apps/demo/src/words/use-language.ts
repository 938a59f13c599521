// The language of the page, for every part of it.

import { createContext, type Provider, useContext } from 'react'
import { type Language, languages } from './languages.ts'
import type { Words } from './words.ts'

const LanguageContext = createContext<Language | undefined>(languages[0])

/** Gives a language to every part of the page below. */
export const LanguageProvider: Provider<Language | undefined> = LanguageContext.Provider

/** The language of the page. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('The page has no language.')
  return language
}

/** The words of the garage. */
export function useWords(): Words {
  return useLanguage().words
}
