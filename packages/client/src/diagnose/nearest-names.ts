// Finds the names that somebody may have meant.

/** The names most like `word`, at most two; empty where none is near. */
export function nearestNames(word: string, names: readonly string[]): string[] {
  const ranked = names
    .map(name => ({ name, edits: editsTo(word.toLowerCase(), name) }))
    .filter(({ edits }) => edits <= 3)
    .sort((a, b) => a.edits - b.edits)
  return ranked
    .filter(({ edits }) => edits === ranked[0]?.edits)
    .slice(0, 2)
    .map(({ name }) => name)
}

// A name without its verb, or with more behind it, is as near as one wrong letter.
function editsTo(word: string, name: string): number {
  const noun = name.slice(name.indexOf('_') + 1)
  return Math.min(
    distance(word, name),
    distance(word, noun) + 1,
    word.startsWith(name) || (word.length > 7 && name.startsWith(word)) ? 1 : Infinity,
  )
}

/**
 * How many letters have to be put in, left out or replaced.
 *
 * @see https://en.wikipedia.org/wiki/Levenshtein_distance
 */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [index, expected] of [...other].entries()) {
      const replaced = (row[index] ?? 0) + (letter === expected ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
