// Where the names come from: the official SDK's import gives way to ours.

import type { File } from '@babel/types'
import type { SdkImport } from '../reading/sdk-imports.ts'
import { type NodePath, rangeOf, walk } from '../syntax/walk.ts'
import { type Change, type NeededName, replace, type Source } from './plan.ts'

/** Names that a file uses already, and those that it has from our packages. */
export type NamesInFile = {
  readonly taken: ReadonlySet<string>
  readonly ours: ReadonlyMap<string, string>
}

/** Reads the names of a file. */
export function readNames(file: File): NamesInFile {
  const taken = new Set<string>()
  const ours = new Map<string, string>()
  walk(file, {
    Scope(path) {
      for (const name of Object.keys(path.scope.bindings)) taken.add(name)
    },
    Program(path) {
      for (const name of Object.keys(path.scope.globals)) taken.add(name)
    },
    ImportDeclaration({ node }) {
      if (!/^smartcar-connect(-react)?$/.test(node.source.value) || node.importKind === 'type')
        return
      for (const specifier of node.specifiers) {
        if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier')
          continue
        ours.set(specifier.imported.name, specifier.local.name)
      }
    },
  })
  return { taken, ours }
}

const aliases: Readonly<Record<NeededName, string>> = {
  createConnect: 'createSmartcarConnect',
  useSmartcarConnect: 'useSmartcarConnection',
  ConnectError: 'SmartcarConnectError',
  Connect: 'SmartcarConnect',
}

/** What a name is called in a file where others may have it already. */
export function localName({ taken, ours }: NamesInFile, name: NeededName): string {
  const own = ours.get(name)
  if (own) return own
  if (!taken.has(name)) return name
  let alias = aliases[name]
  while (taken.has(alias)) alias += '_'
  return alias
}

/**
 * Brings the needed names into the file.
 *
 * @param keep whether something in the file still uses the official SDK
 */
export function planImports(
  source: Source,
  [first, ...others]: readonly SdkImport[],
  names: readonly NeededName[],
  inFile: NamesInFile,
  from: string,
  keep: boolean,
): Change[] {
  if (!first) return []
  const missing = names.filter(name => !inFile.ours.has(name))
  const changes = keep ? [] : others.map(({ path }) => removeStatement(source, path))
  const { quote, newline } = source.style
  const specifiers = missing.map(name => [name, localName(inFile, name)] as const)
  if (missing.length === 0)
    return keep ? changes : [...changes, removeStatement(source, first.path)]

  if (first.path.isVariableDeclarator()) {
    const pairs = specifiers.map(([name, local]) => (name === local ? name : `${name}: ${local}`))
    const by = `{ ${pairs.join(', ')} } = require(${quote}${from}${quote})`
    const [start, end] = rangeOf(first.path.node)
    changes.push(
      keep ? output => output.appendLeft(end, `, ${by}`) : replace(source, start, end, by),
    )
    return changes
  }
  const pairs = specifiers.map(([name, local]) => {
    const type = name === 'Connect' ? 'type ' : ''
    return type + (name === local ? name : `${name} as ${local}`)
  })
  const [start, end] = rangeOf(first.path.node)
  const semicolon = source.text[end - 1] === ';' ? ';' : ''
  const by = `import { ${pairs.join(', ')} } from ${quote}${from}${quote}${semicolon}`
  changes.push(
    keep ? output => output.appendLeft(end, newline + by) : replace(source, start, end, by),
  )
  return changes
}

function removeStatement(source: Source, path: NodePath): Change {
  const statement =
    path.isVariableDeclarator() && path.container && [path.container].flat().length === 1
      ? path.parentPath
      : path
  const [start, end] = rangeOf((statement ?? path).node)
  const rest = /^[ \t]*\r?\n/.exec(source.text.slice(end))?.[0] ?? ''
  return replace(source, start, end + rest.length, '')
}
