// Puts the names of cars into sentences.

import { isolate } from '../locales/isolate.ts'
import type { Labels } from '../locales/labels.ts'
import { fill } from '../locales/plural.ts'
import { carName, type NamedCar } from './car-name.ts'

/** The words of a language that are about cars. */
export type CarWords = Pick<Labels, 'language' | 'car'>

/**
 * The text with `{car}` filled in. A car without a name is what the language calls one, with a capital
 * letter where it begins the sentence.
 */
export function carSentence(
  text: string,
  car: NamedCar,
  { language, car: words }: CarWords,
): string {
  const name = carName(car)
  if (name) return fill(text, { car: isolate(language, name) })
  return withCapital(fill(text, { car: words.unnamed }), language)
}

/** The names of the cars for a sentence, each once: who reads it cannot tell twins apart. */
export function carNames(
  cars: readonly NamedCar[],
  { language, car: words }: CarWords,
): readonly string[] {
  const names = new Set(cars.map(car => carName(car)))
  return [...names].map(name => (name ? isolate(language, name) : words.unnamed))
}

// Only the first letter of a sentence, which begins with no name of a brand here.
function withCapital(text: string, language: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1)
}
