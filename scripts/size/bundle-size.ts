// The size of a bundle as a browser downloads it.
import { brotliCompressSync, constants } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

// What is loaded by import() is a file of its own, loaded when it is needed.
const leaveOutImports: Plugin = {
  name: 'leave-out-imports',
  setup(build) {
    build.onResolve({ filter: /^/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    )
  },
}

/**
 * Bundles and minifies a module as an app's build would, React and what `import()` loads later left
 * out, and compresses it.
 *
 * @param code the module's text, such as `export { x } from './src/index.ts'`
 * @param folder what its imports are relative to
 * @returns bytes after Brotli at its highest quality
 */
export async function bundleSize(code: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['react', 'react/jsx-runtime'],
    plugins: [leaveOutImports],
  })
  return outputFiles.reduce((bytes, { contents }) => bytes + brotliSize(contents), 0)
}

/** Bytes after Brotli at its highest quality. */
export function brotliSize(content: string | Uint8Array): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return brotliCompressSync(content, { params }).length
}
