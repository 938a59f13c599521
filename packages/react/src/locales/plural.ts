// Puts numbers and lists into sentences, the way each language does.

import { formatsOf } from './formats.ts'
import type { PluralForms } from './labels.ts'

/**
 * The sentence for this count, with `{count}` and the other names in braces filled in. For one it is
 * `one` even in Chinese, which has no plural forms: “your car” needs no number in any language.
 *
 * @param language a language tag, for `Intl`
 * @see https://www.rfc-editor.org/info/bcp47
 */
export function plural(
  language: string,
  forms: PluralForms,
  count: number,
  values: Readonly<Record<string, string>> = {},
): string {
  const category = count === 1 ? 'one' : formatsOf(language).plural.select(count)
  return fill(forms[category] ?? forms.other, { count: formatNumber(language, count), ...values })
}

/** The number in the language's own digits. */
export function formatNumber(language: string, count: number): string {
  return formatsOf(language).number.format(count)
}

/** The text with every `{name}` replaced by the value of that name. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? (values[name] as string) : whole,
  )
}

/** The items as the language lists them: “a, b and c”. */
export function list(language: string, items: readonly string[]): string {
  return formatsOf(language).list.format(items)
}
