// English with accents and two fifths longer: what is cut off or not translated is seen at once.

import type { Labels } from '../packages/react/src/index.ts'
import { en } from '../packages/react/src/locales/en.ts'

const letters =
  'aàbƀcçdđeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzžAÀBƁCÇDĐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽ'
const accents = new Map(
  [...letters].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] ?? letter]] : [],
  ),
)

/** One text, two fifths longer, between brackets. Names in braces stand for values, so they stay. */
export function pseudoText(text: string): string {
  const accented = text.replaceAll(/\{\w+\}|[a-zA-Z]/g, found => accents.get(found) ?? found)
  return `[${accented}${'·'.repeat(Math.max(0, Math.ceil(text.length * 0.4) - 2))}]`
}

function pseudo<T>(value: T): T {
  if (typeof value === 'string') return pseudoText(value) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, pseudo(inner)])
  return Object.fromEntries(entries) as T
}

/** Not a language that the package has: `en-XA` is the tag for pseudo-accents. */
export const pseudoLocale: Labels = { ...pseudo(en), language: 'en-XA' }
