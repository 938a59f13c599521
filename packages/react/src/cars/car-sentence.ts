// Puts the names of cars into sentences.

import type { Labels } from '../locales/labels.ts'
import { fill, list } from '../locales/plural.ts'
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
  const sentence = fill(text, { car: carName(car) || words.unnamed })
  return carName(car) ? sentence : withCapital(sentence, language)
}

/** The cars as the language lists them: “Kia EV6 2023 and Kia Niro 2021”. */
export function carList(cars: readonly NamedCar[], { language, car: words }: CarWords): string {
  const names = cars.map(car => carName(car) || words.unnamed)
  return list(language, [...new Set(names)])
}

// Only the first letter of a sentence, which begins with no name of a brand here.
function withCapital(text: string, language: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1)
}
