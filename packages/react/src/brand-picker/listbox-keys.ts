// Which option a key leads to in a list box, as in a native one.

import { plainText } from '../picker/search.ts'

/** One option, as far as the keyboard is concerned. */
export type ListboxOption = { readonly name: string; readonly disabled: boolean }

const optionsPerPage = 10

/**
 * The index that a key leads to from the index `from`, or `undefined` for a key that does not move.
 * Disabled options are skipped.
 *
 * @param from `-1` where no option is chosen
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/listbox/#keyboardinteraction
 */
export function listboxTarget(
  key: string,
  options: readonly ListboxOption[],
  from: number,
): number | undefined {
  const enabled = options.flatMap(({ disabled }, index) => (disabled ? [] : [index]))

  function atOrAfter(index: number) {
    return enabled.find(i => i >= index) ?? enabled.at(-1)
  }

  function atOrBefore(index: number) {
    return enabled.findLast(i => i <= index) ?? enabled[0]
  }

  switch (key) {
    case 'ArrowDown':
      return atOrAfter(from + 1)
    case 'ArrowUp':
      return from < 0 ? enabled.at(-1) : atOrBefore(from - 1)
    case 'PageDown':
      return atOrAfter(Math.min(from + optionsPerPage, options.length - 1))
    case 'PageUp':
      return atOrBefore(Math.max(from - optionsPerPage, 0))
    case 'Home':
      return enabled[0]
    case 'End':
      return enabled.at(-1)
    default:
      return undefined
  }
}

/**
 * The index of the option that typed letters lead to: the next one, from `from` on, whose name
 * begins with them. The same letter several times goes through all names that begin with it.
 * `undefined` where nothing is typed.
 *
 * @param from `-1` where no option is chosen
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/listbox/#keyboardinteraction
 */
export function typeaheadTarget(
  typed: string,
  options: readonly ListboxOption[],
  from: number,
): number | undefined {
  const letters = plainText(typed)
  if (!letters) return undefined
  const isOneLetter = [...letters].every(letter => letter === letters[0])
  const prefix = isOneLetter ? (letters[0] ?? '') : letters
  const start = isOneLetter ? from + 1 : Math.max(from, 0)
  for (let step = 0; step < options.length; step++) {
    const index = (start + step) % options.length
    const option = options[index]
    if (option && !option.disabled && plainText(option.name).startsWith(prefix)) return index
  }
  return undefined
}
