// The pages of the reference as Markdown files.

import { ReferenceReflection, ReflectionKind } from 'typedoc'
import { packages, readManifest } from './entries.ts'
import { anchorOf, linksFrom } from './link.ts'
import type { Page } from './page.ts'
import { section } from './section.ts'

/** One file of the reference. */
export type File = { readonly name: string; readonly text: string }

/** Writes every page, and the index of all. */
export function markdownFiles(pages: readonly Page[], root: string): readonly File[] {
  const files = pages.map(page => ({ name: page.file, text: pageText(page, pages) }))
  return [{ name: 'index.md', text: indexText(pages, root) }, ...files]
}

const generated =
  '<!-- Generated from the docstrings of the packages: `pnpm --filter reference build`. -->'

function pageText(page: Page, pages: readonly Page[]): string {
  const link = linksFrom(page, pages)
  return [
    `---\neditLink: false\noutline: [2, 2]\n---\n\n${generated}`,
    `# ${page.title}`,
    imports(page),
    ...page.symbols.map(symbol => section(symbol, link, !page.inner.includes(symbol))),
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n')
}

/** The values of a page as one imports them. */
function imports({ entries, symbols: all, inner }: Page): string {
  const symbols = all.filter(symbol => !inner.includes(symbol))
  const lines = entries.flatMap(entry => {
    const own =
      entries.length === 1
        ? symbols
        : symbols.filter(({ sources }) => sources?.[0]?.fileName === entry.file)
    const values = own.filter(symbol => !symbol.kindOf(ReflectionKind.TypeAlias))
    const name = entry.path === 'virtual' ? 'virtual:smartcar-connect' : entry.name
    return values.length === 0
      ? []
      : `import { ${values.map(({ name }) => name).join(', ')} } from '${name}'`
  })
  return lines.length === 0 ? '' : `\`\`\`tsx\n${lines.join('\n')}\n\`\`\``
}

/** What a package exports again is documented where it is from. */
function again(own: readonly Page[], pages: readonly Page[]): string {
  const link = linksFrom({ file: 'index.md' }, pages)
  const symbols = [...new Set(own.flatMap(page => page.again))]
  if (symbols.length === 0) return ''
  const names = symbols.map(symbol => {
    const place = symbol instanceof ReferenceReflection && link(symbol.getTargetReflectionDeep())
    return place ? `[\`${symbol.name}\`](${place})` : `\`${symbol.name}\``
  })
  return `The package also exports ${names.join(', ')}.`
}

function indexText(pages: readonly Page[], root: string): string {
  const parts = packages.map(folder => {
    const { name, description } = readManifest(root, folder)
    const own = pages.filter(page => page.file.startsWith(`${folder}/`))
    return [`## ${name}`, description, own.map(indexLine).join('\n'), again(own, pages)]
      .filter(part => part !== '')
      .join('\n\n')
  })
  return [
    `---\neditLink: false\n---\n\n${generated}`,
    '# API reference',
    'Everything that can be imported from the packages, from the docstrings of their sources.',
    ...parts,
  ]
    .join('\n\n')
    .concat('\n')
}

function indexLine(page: Page): string {
  const symbols = page.symbols.filter(symbol => !page.inner.includes(symbol))
  const values = symbols.filter(symbol => !symbol.kindOf(ReflectionKind.TypeAlias))
  const shown = values.length > 0 ? values : symbols
  const links = shown.map(symbol => `[\`${symbol.name}\`](./${page.file}#${anchorOf(symbol)})`)
  return `- [${page.title}](./${page.file}): ${links.join(', ')}`
}
