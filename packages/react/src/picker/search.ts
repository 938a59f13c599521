// Finds entries by a few letters, whatever their case and accents.

/** Whether every word of the query is somewhere in the texts, without regard to case and accents. */
export function isMatch(query: string, texts: readonly string[]): boolean {
  const text = plainText(texts.join(' '))
  return plainText(query)
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** The text in lower case, without accents, and with every space a plain one. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase()
}
