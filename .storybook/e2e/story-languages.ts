// In which languages a story is checked.

import { locales } from '../locales.ts'
import type { StoryEntry } from './stories.ts'

/** Every language of the components. */
export const everyLanguage: readonly string[] = locales.map(({ language }) => language)

// English, one with long words, and one from right to left.
const telling = ['en', 'de', 'ar']

// Beside the first story of each component: the stories with the most words.
const withManyWords = [
  'components-connectstatus--cancelled',
  'components-connectstatus--failed',
  'components-scopepicker--some-chosen',
]

// Their own words are English, and the components in them have stories of their own.
const aroundComponents = ['Playground', 'Patterns', 'Themes']

/**
 * The languages for each story, by its id. A component says the same in most of its stories, so one of
 * them is checked in every language, and the others in three; `EVERY_LANGUAGE=1` checks all in all.
 */
export function languagesByStory(
  stories: readonly StoryEntry[],
): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>(aroundComponents)
  return new Map(
    stories.map(({ id, title }) => {
      const isWhole = !seen.has(title) || withManyWords.includes(id) || process.env.EVERY_LANGUAGE
      seen.add(title)
      return [id, isWhole ? everyLanguage : telling]
    }),
  )
}
