// An age in words.

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** “5 minutes ago” in the largest unit that fits; “just now” below a minute, and for the future. */
export function ageWords(ageMs: number): string {
  const found = units.find(([, ms]) => ageMs >= ms)
  return found ? relative.format(-Math.floor(ageMs / found[1]), found[0]) : 'just now'
}
