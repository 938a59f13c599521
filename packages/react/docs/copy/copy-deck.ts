// Every text of every language as rows of a table, and as a file for a spreadsheet.

/** One text: where it stands in `Labels`, and what it is in each language. */
export type CopyRow = {
  /** Such as `connect.actions.retry`. */
  readonly key: string
  /** In the order of the languages; `undefined` where a language has no such plural form. */
  readonly texts: readonly (string | undefined)[]
}

/** The texts of one language, by their place. The tag of the language is no text. */
export function textsOf(labels: object, before = ''): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [name, value] of Object.entries(labels)) {
    const key = `${before}${name}`
    if (typeof value === 'string') {
      if (key !== 'language') texts.set(key, value)
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of textsOf(value, `${key}.`)) texts.set(inner, text)
    }
  }
  return texts
}

/** A row for each text that any of the languages has. */
export function copyRows(languages: readonly object[]): readonly CopyRow[] {
  const all = languages.map(labels => textsOf(labels))
  const keys = new Set(all.flatMap(texts => [...texts.keys()]))
  return [...keys].sort(byRoom).map(key => ({ key, texts: all.map(texts => texts.get(key)) }))
}

/** What belongs together stays together, in the order in which it was found. */
function byRoom(a: string, b: string): number {
  const [roomA = '', roomB = ''] = [a.split('.')[0], b.split('.')[0]]
  return roomA === roomB ? 0 : roomA.localeCompare(roomB)
}

/** The rows in which a word occurs, in the key or in any language. */
export function filteredRows(rows: readonly CopyRow[], word: string): readonly CopyRow[] {
  const wanted = word.trim().toLocaleLowerCase()
  return rows.filter(({ key, texts }) =>
    [key, ...texts].some(text => text?.toLocaleLowerCase().includes(wanted)),
  )
}

/**
 * A file of comma-separated values. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, and the file with a byte order mark: Excel would take it for the system's own encoding.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function toCsv(head: readonly string[], rows: readonly CopyRow[]): string {
  const lines = [head, ...rows.map(({ key, texts }) => [key, ...texts.map(text => text ?? '')])]
  return `\ufeff${lines.map(cells => cells.map(cell).join(',')).join('\r\n')}`
}

function cell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
