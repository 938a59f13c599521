// Chooses the language of a page from Accept-Language.
import { en } from './locales/en.ts'
import type { Words } from './words.ts'

const languages: readonly Words[] = [en]

/**
 * The texts for an Accept-Language header: the wanted language with the highest weight that the
 * pages speak, else English.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
export function wordsFor(acceptLanguage: string | null): Words {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(item => {
      const [tag = '', ...parameters] = item.trim().toLowerCase().split(';')
      const weight = parameters.map(text => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { tag } of wanted) {
    const words = spoken(tag)
    if (words !== undefined) return words
  }
  return en
}

function spoken(tag: string): Words | undefined {
  return languages.find(words => words.language.toLowerCase() === tag.split('-', 1)[0])
}
