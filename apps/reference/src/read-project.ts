// What TypeDoc reads from the packages' sources: every exported symbol with its docstring.

import { join, resolve } from 'node:path'
import { Application, type DeclarationReflection, LogLevel, type ProjectReflection } from 'typedoc'
import type ts from 'typescript'
import { type Entry, entriesOf, packages, readManifest } from './entries.ts'

/** The root of the repository. */
export const root: string = join(import.meta.dirname, '../../..')

/** What was read. */
export type Sources = {
  readonly project: ProjectReflection
  /** Each entry with what TypeDoc made of its file. */
  readonly modules: readonly { readonly entry: Entry; readonly module: DeclarationReflection }[]
  /** The compiler's view of the same sources. */
  readonly program: ts.Program
  /** How many warnings TypeDoc itself gave: links that lead nowhere, types that are not exported. */
  readonly warnings: number
}

/** Reads all packages, or other entries with the settings of another compiler configuration. */
export async function readProject(
  entries: readonly Entry[] = packages.flatMap(folder =>
    entriesOf(folder, readManifest(root, folder)),
  ),
  tsconfig: string = join(import.meta.dirname, '../tsconfig.packages.json'),
): Promise<Sources> {
  const app = await Application.bootstrapWithPlugins({
    options: join(import.meta.dirname, '../typedoc.json'),
    entryPoints: entries.map(entry => resolve(root, entry.file)),
    tsconfig,
    basePath: root,
    logLevel: LogLevel.Warn,
    // `types` judges the sources. Here two of them would disagree about the globals they have.
    skipErrorChecking: true,
  })
  const project = await app.convert()
  const program = app.getEntryPoints()?.[0]?.program
  if (project === undefined || program === undefined)
    throw new Error('TypeDoc could not read the packages.')
  app.validate(project)
  const modules = entries.map(entry => {
    const module = project.children?.find(
      child => child.sources?.[0]?.fullFileName === resolve(root, entry.file),
    )
    if (module === undefined) throw new Error(`TypeDoc found nothing in ${entry.file}.`)
    return { entry, module }
  })
  return { project, program, modules, warnings: app.logger.warningCount }
}
