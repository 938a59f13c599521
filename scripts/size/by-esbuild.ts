// Bundles an app's entry as esbuild does for production.

import { build } from 'esbuild'
import type { BuiltFile } from './download.ts'
import { leftOut } from './left-out.ts'

/** The files that a browser would load, the entry first. */
export async function bundleByEsbuild(code: string, folder: string): Promise<BuiltFile[]> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder },
    absWorkingDir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: folder,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: [...leftOut],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles.map(({ path, text }) => {
    const name = path.slice(folder.length + 1)
    const output = metafile.outputs[name]
    return {
      path: name,
      content: text,
      imports: (output?.imports ?? [])
        .filter(({ kind }) => kind === 'import-statement')
        .map(imported => imported.path),
      modules: Object.entries(output?.inputs ?? {})
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([module]) => module),
      module: output?.entryPoint,
    }
  })
}
