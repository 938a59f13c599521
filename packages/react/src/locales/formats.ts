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
  const tag = regionalTag(language)
  const formats = {
    plural: new Intl.PluralRules(tag),
    number: new Intl.NumberFormat(tag),
    list: new Intl.ListFormat(tag, { type: 'conjunction' }),
    collator: new Intl.Collator(tag),
  }
  made.set(language, formats)
  return formats
}

/**
 * The tag that `Intl` is asked with. `en` is British here, and American to `Intl`: “May 4, 2026” and
 * “a, b, and c”.
 *
 * @param language a language tag of labels
 */
export function regionalTag(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
