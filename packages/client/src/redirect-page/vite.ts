// The Vite plugin that puts the redirect page into an app.

import type { Connect, Plugin, ResolvedConfig } from 'vite'
import { redirectPage } from './page.ts'

/** Where the redirect page is to be. */
export type SmartcarConnectPluginOptions = {
  /** Path below Vite's `base`; ends in `.html`, so that any static host serves it. @default '/smartcar-redirect.html' */
  redirectPath?: string
}

/**
 * Serves the redirect page in dev and preview with its headers, and writes it into the build.
 * A production host has to send the headers itself; the page carries most of them in a `<meta>`.
 *
 * @throws {TypeError} for a path that a static host could not serve
 *
 * @example
 * export default defineConfig({ plugins: [react(), smartcarConnect()] })
 */
export function smartcarConnect(options: SmartcarConnectPluginOptions = {}): Plugin {
  const { redirectPath = '/smartcar-redirect.html' } = options
  if (!/^\/[^?#]+\.html$/.test(redirectPath)) {
    throw new TypeError(
      '`redirectPath` becomes a file of the build. Give a path that starts with / and ends in .html.',
    )
  }
  const page = redirectPage()
  let config: ResolvedConfig

  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const path = request.originalUrl?.split('?')[0]
    if (path !== config.base.replace(/\/$/, '') + redirectPath) return next()
    response.writeHead(200, page.headers).end(page.html)
  }

  return {
    name: 'smartcar-connect',
    configResolved(resolved) {
      config = resolved
    },
    configureServer({ middlewares }) {
      middlewares.use(serve)
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(serve)
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: redirectPath.slice(1), source: page.html })
    },
  }
}
