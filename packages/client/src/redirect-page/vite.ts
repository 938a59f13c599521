// The Vite plugin that puts the redirect page into an app.

import type { Connect, Plugin, ResolvedConfig } from 'vite'
import { redirectPage } from './page.ts'

/** Where the redirect page is to be. */
export type SmartcarConnectPluginOptions = {
  /** Path below Vite's `base`; ends in `.html`, so that any static host serves it. @default '/smartcar-redirect.html' */
  redirectPath?: string
  /**
   * Path below Vite's `base` of a file for the page's script; ends in `.js`. For a host whose policy,
   * such as `script-src 'self'`, or whose build leaves no script within a page alone.
   *
   * @default none: the script is within the page
   */
  scriptPath?: string
}

const virtualId = 'virtual:smartcar-connect'

/**
 * Serves the redirect page in dev and preview with its headers, and writes it into the build.
 * A production host has to send the headers itself; the page carries most of them in a `<meta>`.
 *
 * `import { redirectUri } from 'virtual:smartcar-connect'` gives the path of the page, below whatever
 * `base` is. Its type comes with `/// <reference types="smartcar-connect/virtual" />`.
 *
 * @returns the plugin, for `plugins` of Vite's configuration
 * @throws {TypeError} for a path that a static host could not serve
 *
 * @example
 * export default defineConfig({ plugins: [react(), smartcarConnect()] })
 */
export function smartcarConnect(options: SmartcarConnectPluginOptions = {}): Plugin {
  const { redirectPath = '/smartcar-redirect.html', scriptPath } = options
  checkPath('redirectPath', redirectPath, 'html')
  if (scriptPath !== undefined) checkPath('scriptPath', scriptPath, 'js')
  const files = filesAt(redirectPath, scriptPath)
  let config: ResolvedConfig

  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const path = request.originalUrl?.split('?')[0]
    const file = files.find(({ at }) => path === config.base.replace(/\/$/, '') + at)
    if (!file) return next()
    response.writeHead(200, file.headers).end(file.text)
  }

  return {
    name: 'smartcar-connect',
    configResolved(resolved) {
      config = resolved
    },
    resolveId: id => (id === virtualId ? `\0${virtualId}` : undefined),
    load: id =>
      id === `\0${virtualId}` ? redirectUriModule(config.base, redirectPath) : undefined,
    configureServer({ middlewares }) {
      middlewares.use(serve)
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(serve)
    },
    generateBundle() {
      for (const { at, text } of files) {
        this.emitFile({ type: 'asset', fileName: at.slice(1), source: text })
      }
    },
  }
}

function checkPath(option: string, path: string, ending: string) {
  if (new RegExp(`^(/[\\w.~-]+)+\\.${ending}$`).test(path)) return
  throw new TypeError(
    `\`${option}\` becomes a file of the build. Give a path that starts with / and ends in .${ending}, of letters, digits and the signs that an address may have as they are.`,
  )
}

type ServedFile = { at: string; text: string; headers: Readonly<Record<string, string>> }

function filesAt(redirectPath: string, scriptPath: string | undefined): ServedFile[] {
  if (scriptPath === undefined) {
    const { html, headers } = redirectPage()
    return [{ at: redirectPath, text: html, headers }]
  }
  // Up from the folder of the page, so that it is right below any base.
  const up = '../'.repeat(redirectPath.split('/').length - 2)
  const { html, headers, script } = redirectPage({ script: up + scriptPath.slice(1) })
  return [
    { at: redirectPath, text: html, headers },
    { at: scriptPath, text: script.text, headers: script.headers },
  ]
}

// A base may be relative to the page of the app, which only that page knows.
function redirectUriModule(base: string, redirectPath: string): string {
  const path = redirectPath.slice(1)
  const isRelative = base === '' || base.startsWith('.')
  const known = isRelative ? `/${path}` : new URL(base + path, 'https://app.example').pathname
  const uri = isRelative
    ? `typeof document === 'undefined' ? '${known}' : new URL('${path}', document.baseURI).pathname`
    : `'${known}'`
  return `export const redirectUri = ${uri}\n`
}
