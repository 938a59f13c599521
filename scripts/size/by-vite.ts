// Bundles an app's entry as Vite does for production.

import { build, type Rolldown } from 'vite'
import type { BuiltFile } from './download.ts'
import { leftOut } from './left-out.ts'

const entry = 'virtual:entry'

// What Vite adds once to every app that has an `import()`; kept in a file of its own.
const isHelperOfVite = /^\0(vite|rolldown)\//

/** The files that a browser would load, the entry first. */
export async function bundleByVite(code: string, folder: string): Promise<BuiltFile[]> {
  const built = (await build({
    root: folder,
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: id => (id === entry ? `${folder}/entry.js` : undefined),
        load: id => (id === `${folder}/entry.js` ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        external: [...leftOut],
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: { groups: [{ name: 'vite', test: isHelperOfVite }] } },
      },
    },
  })) as Rolldown.RolldownOutput
  const chunks = built.output.filter(file => file.type === 'chunk')
  return chunks
    .sort((a, b) => Number(b.isEntry) - Number(a.isEntry))
    .map(({ fileName, code, imports, isDynamicEntry, facadeModuleId, moduleIds }) => ({
      path: fileName,
      content: code,
      imports,
      module: isDynamicEntry ? (facadeModuleId ?? undefined) : undefined,
      isHelper: moduleIds.every(id => isHelperOfVite.test(id)),
    }))
}
