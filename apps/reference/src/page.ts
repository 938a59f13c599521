// Which page a symbol stands on: one page for an entry, or for each room of an entry with many symbols.

import { type DeclarationReflection, ReflectionKind } from 'typedoc'
import { type Entry, packages } from './entries.ts'
import type { Sources } from './read-project.ts'

/** One page of the reference. */
export type Page = {
  /** Below `docs/reference/`, such as `server/vault.md`. */
  readonly file: string
  readonly title: string
  readonly entries: readonly Entry[]
  readonly symbols: readonly DeclarationReflection[]
  /** Those of `symbols` that cannot be imported: parts of the types of others. */
  readonly inner: readonly DeclarationReflection[]
  /** What an entry exports again from another package. */
  readonly again: readonly DeclarationReflection[]
}

/** Where TypeDoc's plugin puts types that are not exported. */
const internalModule = '<internal>'

/** An entry with more symbols than this gets a page for each room. */
const manySymbols = 30

/** Lays out all pages, in the order of packages, entries and rooms. */
export function layOut({ modules }: Pick<Sources, 'modules'>): readonly Page[] {
  const pages = new Map<string, Page>()
  for (const { entry, module } of modules) {
    const children = module.children ?? []
    const inner = children.flatMap(child =>
      child.name === internalModule ? (child.children ?? []) : [],
    )
    const all = children.flatMap(child =>
      child.kindOf(ReflectionKind.SomeModule) ? (child.children ?? []) : child,
    )
    const own = all.filter(isOwn)
    const again = all.filter(child => !isOwn(child))
    for (const symbol of own) {
      const room = own.length > manySymbols ? roomOf(symbol, entry) : entry.path || 'index'
      const name = room.split('/')[0] ?? room
      const file = `${entry.package}/${name}.md`
      const page = pages.get(file)
      pages.set(file, {
        file,
        title: titleOf(entry, name),
        entries: [...new Set([...(page?.entries ?? []), entry])],
        symbols: [...(page?.symbols ?? []), symbol],
        inner: [...new Set([...(page?.inner ?? []), ...inner])],
        again: page?.again ?? again,
      })
    }
  }
  return [...pages.values()]
    .map(page => ({ ...page, symbols: readingOrder(page) }))
    .sort((a, b) => packageOrder(a) - packageOrder(b) || a.title.localeCompare(b.title, 'en'))
}

function packageOrder({ entries }: Page): number {
  const order: readonly string[] = packages
  return Math.min(...entries.map(entry => order.indexOf(entry.package)))
}

function isOwn(symbol: DeclarationReflection): boolean {
  return !symbol.kindOf(ReflectionKind.Reference)
}

/** The folder below `src` where the symbol is defined, or its file's own name. */
function roomOf(symbol: DeclarationReflection, entry: Entry): string {
  const file = symbol.sources?.[0]?.fileName ?? ''
  const inSource = file.split(`packages/${entry.package}/src/`)[1] ?? 'index'
  return inSource.replace(/\.tsx?$/, '')
}

function titleOf(entry: Entry, name: string): string {
  const [packageName = ''] = entry.name.split('/')
  if (name === 'index') return packageName
  return entry.path === ''
    ? `${packageName}: ${name.replaceAll('-', ' ')}`
    : `${packageName}/${name}`
}

/** Values first, each followed by the types that its signature names; then the other types, inner ones last. */
function readingOrder({ symbols, inner }: Page): readonly DeclarationReflection[] {
  const sorted = [...symbols].sort(
    (a, b) =>
      Number(inner.includes(a)) - Number(inner.includes(b)) || a.name.localeCompare(b.name, 'en'),
  )
  const values = sorted.filter(
    symbol => !symbol.kindOf(ReflectionKind.TypeAlias) && !inner.includes(symbol),
  )
  const withTypes = values.flatMap(value => [value, ...sorted.filter(type => names(value, type))])
  return [...new Set([...withTypes, ...sorted])]
}

function names(value: DeclarationReflection, type: DeclarationReflection): boolean {
  if (!type.kindOf(ReflectionKind.TypeAlias)) return false
  const signature = value.signatures?.[0]
  const said = [...(signature?.parameters ?? []).map(({ type: said }) => said), signature?.type]
  return said.some(said => said?.type === 'reference' && said.reflection === type)
}
