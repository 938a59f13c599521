// An age in words.

import type { Words } from '../words/words.ts'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** “5 minutes ago” in the largest unit that fits; “just now” below a minute, and for the future. */
export function ageWords(
  ageMs: number,
  { language, justNow }: Pick<Words, 'language' | 'justNow'>,
): string {
  const found = units.find(([, ms]) => ageMs >= ms)
  if (!found) return justNow
  const [unit, ms] = found
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(ageMs / ms), unit)
}
