// Puts the simulator's service worker beside the stories, in dev and in the static build.

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Plugin } from 'vite'

const entry = fileURLToPath(
  new URL('../packages/react/playground/worker/simulator-worker.ts', import.meta.url),
)
const fileName = 'simulator-worker.js'

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  return outputFiles.map(file => file.text).join('')
}

/** Serves the worker at `/simulator-worker.js`, and writes it into the build. */
export function simulatorWorker(): Plugin {
  return {
    name: 'simulator-worker',
    configureServer({ middlewares }) {
      middlewares.use(async (request, response, next) => {
        if (request.url?.split('?')[0] !== `/${fileName}`) return next()
        const script = await bundle()
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await bundle() })
    },
  }
}
