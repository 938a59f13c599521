// Where a key leads in a list box, as in a native one.

import { plain } from '../picker/search.ts'

/** One option as the keyboard sees it. */
export type ListboxOption = { name: string; disabled: boolean }

const page = 10

/**
 * The index that a key leads to from `from`, or `undefined` where it leads nowhere. Options that are
 * disabled are passed over.
 */
export function listboxTarget(
  key: string,
  options: readonly ListboxOption[],
  from: number,
): number | undefined {
  const open = options.map((option, index) => (option.disabled ? -1 : index)).filter(i => i >= 0)
  const after = (index: number) => open.find(i => i >= index) ?? open.at(-1)
  const before = (index: number) => open.findLast(i => i <= index) ?? open[0]
  switch (key) {
    case 'ArrowDown':
      return after(from + 1)
    case 'ArrowUp':
      return from < 0 ? open.at(-1) : before(from - 1)
    case 'PageDown':
      return after(Math.min(from + page, options.length - 1))
    case 'PageUp':
      return before(Math.max(from - page, 0))
    case 'Home':
      return open[0]
    case 'End':
      return open.at(-1)
    default:
      return undefined
  }
}

/**
 * The option that typed letters lead to: the next one that begins with them, from `from` on. The
 * same letter again and again goes through all that begin with it.
 */
export function typeaheadTarget(
  typed: string,
  options: readonly ListboxOption[],
  from: number,
): number | undefined {
  const letters = plain(typed)
  const isOneLetter = [...letters].every(letter => letter === letters[0])
  const wanted = isOneLetter ? (letters[0] ?? '') : letters
  const start = isOneLetter ? from + 1 : Math.max(from, 0)
  for (let step = 0; step < options.length; step++) {
    const index = (start + step) % options.length
    const option = options[index]
    if (option && !option.disabled && plain(option.name).startsWith(wanted)) return index
  }
  return undefined
}
