// Says in plain language what a scope asks for.

import type { Labels } from '../locales/labels.ts'
import { fill, list, plural } from '../locales/plural.ts'

/** What the summary needs to know of a permission. */
export type SummaryItem = {
  access: 'read' | 'control'
  title: string
  checked: boolean
  required: boolean
}

/** A sentence each for what is read, controlled and required; one if it is nothing at all. */
export function scopeSummary(
  items: readonly SummaryItem[],
  { language, scope }: Pick<Labels, 'language' | 'scope'>,
): readonly string[] {
  const chosen = items.filter(item => item.checked)
  const titles = (some: readonly SummaryItem[]) =>
    list(
      language,
      some.map(item => item.title),
    )
  const asks = (access: SummaryItem['access'], forms: Labels['scope']['asksToRead']) => {
    const some = chosen.filter(item => item.access === access)
    return some.length > 0 && plural(language, forms, some.length, { list: titles(some) })
  }
  const required = chosen.filter(item => item.required)
  const sentences = [
    asks('read', scope.asksToRead),
    asks('control', scope.asksToControl),
    required.length > 0 && fill(scope.insists, { list: titles(required) }),
  ].filter(sentence => sentence !== false)
  return sentences.length > 0 ? sentences : [scope.asksNothing]
}
