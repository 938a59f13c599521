// Writes the tables of failures into the troubleshooting page, and leaves the rest as it is.

import type { FailureTable } from './failure-tables.ts'

/** Where the tables begin; they end at the next heading of the same level. */
export const tablesHeading = '## Every failure, from the browser to the database'

/**
 * The text of `docs/troubleshooting.md` with new tables.
 *
 * @param before the page as it was; everything but the tables is kept
 * @throws {Error} if the page has no place for them
 */
export function failuresPage(tables: readonly FailureTable[], before: string): string {
  const start = before.indexOf(`${tablesHeading}\n`)
  const end = before.indexOf('\n## ', start + 1)
  if (start < 0 || end < 0) {
    throw new Error(
      `docs/troubleshooting.md has no section "${tablesHeading}" with another one behind it, so there is no place for the tables. Put the heading back.`,
    )
  }
  const sections = new Set([...before.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name))
  const intro = `${tablesHeading}

Made from the code by \`npx --yes pnpm@12 proofs\`; a test wants it to be up to date. The last column
is the one action that \`ConnectStatus\` offers.`
  // What has no section of its own can be linked to all the same, at its first row.
  const anchored = new Set(sections)
  const made = tables.map(table => tableText(table, sections, anchored))
  return `${before.slice(0, start)}${[intro, ...made].join('\n\n')}\n${before.slice(end)}`
}

function tableText(
  table: FailureTable,
  sections: ReadonlySet<string>,
  anchored: Set<string>,
): string {
  const { title, about, rows, causes, person, hasSections } = table
  const head = ['name', 'step', 'cause', 'developer', ...(person ? ['person'] : [])]
  function anchorOf(name: string): string {
    if (anchored.has(name)) return ''
    anchored.add(name)
    return ` <a id="${name}"></a>`
  }
  const lines = Object.entries(rows).map(([name, { step, developer }]) =>
    line([
      hasSections && sections.has(name) ? `[${name}](#${name})` : `\`${name}\`${anchorOf(name)}`,
      step,
      causes.get(name) ?? '',
      developer,
      ...(person ? [person(name)] : []),
    ]),
  )
  return [`**${title}.** ${about}`, '', line(head), line(head.map(() => '---')), ...lines].join(
    '\n',
  )
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
