// The Vite plugin that puts the redirect page into an app.

import type { Connect, Plugin, PreviewServer, ResolvedConfig, ViteDevServer } from 'vite'
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
 * Below the addresses of a server, Vite's log has the redirect URI to register in Smartcar's dashboard;
 * that of a build has its path. `logLevel: 'silent'` keeps it out.
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
  let isTold = false

  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const path = request.originalUrl?.split('?')[0]
    const file = files.find(({ at }) => path === config.base.replace(/\/$/, '') + at)
    if (!file) return next()
    response.writeHead(200, file.headers).end(file.text)
  }

  // Vite prints its addresses when it has a port, and again when somebody asks for them.
  function tellBelowAddresses(server: ViteDevServer | PreviewServer) {
    const { printUrls } = server
    server.printUrls = () => {
      printUrls.call(server)
      const { local = [], network = [] } = server.resolvedUrls ?? {}
      const [address] = [...local, ...network]
      if (isTold || !address) return
      isTold = true
      const uri = new URL(pathBelow(config.base, redirectPath), address)
      config.logger.info(`  ➜  Smartcar redirect URI to register: ${uri}`)
    }
  }

  return {
    name: 'smartcar-connect',
    configResolved(resolved) {
      config = resolved
    },
    resolveId: id => (id === virtualId ? `\0${virtualId}` : undefined),
    load: id =>
      id === `\0${virtualId}` ? redirectUriModule(config.base, redirectPath) : undefined,
    configureServer(server) {
      server.middlewares.use(serve)
      tellBelowAddresses(server)
    },
    configurePreviewServer(server) {
      server.middlewares.use(serve)
      tellBelowAddresses(server)
    },
    generateBundle() {
      for (const { at, text } of files) {
        this.emitFile({ type: 'asset', fileName: at.slice(1), source: text })
      }
    },
    writeBundle() {
      // A framework builds the app for the browser and for the server.
      if (isTold || config.build.ssr) return
      isTold = true
      config.logger.info(
        `Smartcar redirect page: ${pathBelow(config.base, redirectPath)}, to register on the origin of the app.`,
      )
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
function isRelative(base: string): boolean {
  return base === '' || base.startsWith('.')
}

// On the origin of the app. Below a relative base, as if the app were at its root.
function pathBelow(base: string, redirectPath: string): string {
  return isRelative(base)
    ? redirectPath
    : new URL(base + redirectPath.slice(1), 'https://app.example').pathname
}

function redirectUriModule(base: string, redirectPath: string): string {
  const known = pathBelow(base, redirectPath)
  const uri = isRelative(base)
    ? `typeof document === 'undefined' ? '${known}' : new URL('${redirectPath.slice(1)}', document.baseURI).pathname`
    : `'${known}'`
  return `export const redirectUri = ${uri}\n`
}
