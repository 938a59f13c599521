// Finds what a person means by a few letters.

/** Whether every word of the query is somewhere in the texts, whatever the case and the accents. */
export function isMatch(query: string, texts: readonly string[]): boolean {
  const text = plain(texts.join(' '))
  return plain(query)
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** A text in lower case without accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
