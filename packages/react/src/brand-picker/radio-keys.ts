// Which radio button a key leads to, beyond the arrows that browsers handle themselves.

import { plainText } from '../picker/search.ts'

const radiosPerPage = 10

/**
 * The index that a key leads to from the index `from`, or `undefined` for a key that does not move.
 *
 * @param count how many radio buttons can be chosen
 * @param from `-1` where none has the focus
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/listbox/#keyboardinteraction
 */
export function jumpTarget(key: string, count: number, from: number): number | undefined {
  switch (count > 0 && key) {
    case 'PageDown':
      return Math.min(from + radiosPerPage, count - 1)
    case 'PageUp':
      return Math.max(from - radiosPerPage, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/**
 * The index of the name that typed letters lead to: the next one, from `from` on, that begins with
 * them. The same letter several times goes through all names that begin with it. `undefined` where
 * nothing is typed.
 *
 * @param names of the radio buttons that can be chosen
 * @param from `-1` where none has the focus
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/listbox/#keyboardinteraction
 */
export function typeaheadTarget(
  typed: string,
  names: readonly string[],
  from: number,
): number | undefined {
  const letters = plainText(typed)
  if (!letters) return undefined
  const isOneLetter = [...letters].every(letter => letter === letters[0])
  const prefix = isOneLetter ? (letters[0] ?? '') : letters
  const start = isOneLetter ? from + 1 : Math.max(from, 0)
  for (let step = 0; step < names.length; step++) {
    const index = (start + step) % names.length
    if (plainText(names[index] ?? '').startsWith(prefix)) return index
  }
  return undefined
}
