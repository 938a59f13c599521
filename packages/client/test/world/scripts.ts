// The client and the redirect page as scripts for a page of the small world.

import { buildSync } from 'esbuild'

const sources = `${import.meta.dirname}/../../src`

function bundle(contents: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: sources, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'client',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

/** Sets `client` to the public functions. */
export const clientScript: string = bundle("export { createConnect } from './connect.ts'")

/** Runs the redirect page's script. */
export const redirectScript: string = bundle(
  "import { finishConnect } from './redirect-page/finish-connect.ts'; finishConnect()",
)
