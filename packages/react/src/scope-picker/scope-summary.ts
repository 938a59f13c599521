// Says in plain language what a scope asks for: in one line, and in sentences.

import type { Labels, PluralForms } from '../locales/labels.ts'
import { fill, list, plural } from '../locales/plural.ts'
import type { PermissionWords } from './scope-words.ts'

/** What the summary uses of a permission that is asked for. */
export type SummaryItem = Readonly<Pick<PermissionWords, 'access' | 'title'>> & {
  /** Whether the connection is of no use without it. */
  readonly required: boolean
}

/** How much is read and controlled, in a few words: “3 to see · 1 to do”. */
export function scopeLine(
  chosen: readonly SummaryItem[],
  { language, scope }: Pick<Labels, 'language' | 'scope'>,
): string {
  const counts = [
    [scope.toSee, titlesOf(chosen, 'read').length],
    [scope.toDo, titlesOf(chosen, 'control').length],
  ] as const
  const parts = counts.flatMap(([forms, count]) => (count ? plural(language, forms, count) : []))
  return parts.join(' · ') || scope.asksNothing
}

/** A sentence each for what is read, controlled and required; one if nothing is asked for. */
export function scopeSummary(
  chosen: readonly SummaryItem[],
  { language, scope }: Pick<Labels, 'language' | 'scope'>,
): readonly string[] {
  function asks(forms: PluralForms, titles: readonly string[]) {
    return titles.length > 0
      ? [plural(language, forms, titles.length, { list: list(language, titles) })]
      : []
  }

  const required = chosen.filter(item => item.required).map(item => item.title)
  const sentences = [
    ...asks(scope.asksToRead, titlesOf(chosen, 'read')),
    ...asks(scope.asksToControl, titlesOf(chosen, 'control')),
    ...(required.length > 0 ? [fill(scope.insists, { list: list(language, required) })] : []),
  ]
  return sentences.length > 0 ? sentences : [scope.asksNothing]
}

function titlesOf(items: readonly SummaryItem[], access: SummaryItem['access']): readonly string[] {
  return items.filter(item => item.access === access).map(item => item.title)
}
