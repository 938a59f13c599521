// The formats of `Intl` for one language, made once: making one takes longer than using it a hundred times.

/** What sentences and lists of one language need from `Intl`. */
export type Formats = {
  readonly plural: Intl.PluralRules
  readonly number: Intl.NumberFormat
  readonly list: Intl.ListFormat
  readonly collator: Intl.Collator
}

const made = /* @__PURE__ */ new Map<string, Formats>()

/**
 * The formats of a language; the same object each time.
 *
 * @param language a language tag, for `Intl`
 * @throws {RangeError} when it is no language tag
 * @see https://www.rfc-editor.org/info/bcp47
 */
export function formatsOf(language: string): Formats {
  const found = made.get(language)
  if (found) return found
  const formats = {
    plural: new Intl.PluralRules(language),
    number: new Intl.NumberFormat(language),
    list: new Intl.ListFormat(language, { type: 'conjunction' }),
    collator: new Intl.Collator(language),
  }
  made.set(language, formats)
  return formats
}
