// Finds brands by what people type: names, other words for them, without accents, spaces and hyphens.

import { isMatch, plainText } from '../picker/search.ts'
import type { Brand } from './brands.ts'

/**
 * How well a query fits a brand: 2 where one of its words begins with it, 1 where it is anywhere in
 * them, 0 where the brand does not match. An empty query fits every brand; one of signs alone fits none.
 */
export function brandMatch(query: string, { id, name, aliases = [] }: Brand): 0 | 1 | 2 {
  if (!query.trim()) return 2
  const typed = squeezed(plainText(query))
  if (!typed) return 0
  const words = [name, id, ...aliases].map(plainText)
  // "landrover", "land rover" and "land-rover" are one brand.
  const texts = words.flatMap(text => [text, squeezed(text)])
  if (texts.some(text => text.split(/[ -]/).some(word => word.startsWith(typed)))) return 2
  return isMatch(plainText(query).replace(/[^\p{L}\p{N} ]/gu, ''), texts) ? 1 : 0
}

function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
