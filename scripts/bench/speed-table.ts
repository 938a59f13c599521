// Measured times side by side: the median of each, and how it compares with the first.

/** The times of one contestant in milliseconds. */
export type Times = { readonly name: string; readonly times: readonly number[] }

/** The value in the middle; the mean of the two in the middle where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ]
  return (low + high) / 2
}

/** One line for each contestant, with the ratio of its median to that of the first. */
export function speedTable(rows: readonly Times[]): string {
  const [first] = rows
  const width = Math.max(...rows.map(({ name }) => name.length))
  return rows
    .map(({ name, times }) => {
      const middle = median(times)
      const ratio = middle / median(first?.times ?? [])
      return `  ${name.padEnd(width)}${middle.toFixed(2).padStart(9)} ms${ratio.toFixed(2).padStart(7)} ×`
    })
    .join('\n')
}
