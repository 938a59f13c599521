// Says in plain language what a scope asks for.

import type { Labels, PluralForms } from '../locales/labels.ts'
import { fill, list, plural } from '../locales/plural.ts'
import type { ScopeItem } from './scope-group.ts'

/** What the summary uses of a permission. */
export type SummaryItem = Readonly<Pick<ScopeItem, 'access' | 'title' | 'checked' | 'required'>>

/** A sentence each for what is read, controlled and required; one if nothing is asked for. */
export function scopeSummary(
  items: readonly SummaryItem[],
  { language, scope }: Pick<Labels, 'language' | 'scope'>,
): readonly string[] {
  const chosen = items.filter(item => item.checked)

  function asks(access: SummaryItem['access'], forms: PluralForms) {
    const titles = titlesOf(chosen.filter(item => item.access === access))
    return titles.length > 0
      ? [plural(language, forms, titles.length, { list: list(language, titles) })]
      : []
  }

  const required = titlesOf(chosen.filter(item => item.required))
  const sentences = [
    ...asks('read', scope.asksToRead),
    ...asks('control', scope.asksToControl),
    ...(required.length > 0 ? [fill(scope.insists, { list: list(language, required) })] : []),
  ]
  return sentences.length > 0 ? sentences : [scope.asksNothing]
}

function titlesOf(items: readonly SummaryItem[]): readonly string[] {
  return items.map(item => item.title)
}
