// The apps that are measured: the same page with our client and with the official SDK.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAppFolder } from '../packages/app-folder.ts'
import { bundleByEsbuild } from '../size/by-esbuild.ts'

/** One app: its files by their path below the app's own folder. */
export type Contestant = {
  readonly name: string
  /** The folder that its paths begin with, as in `/ours-1/`. */
  readonly path: string
  readonly files: ReadonlyMap<string, string>
}

// Both apps ask for the same, and both send the code to their backend.
function ours(path: string, provider: string) {
  return `
  import { createConnect } from 'smartcar-connect'
  const connect = createConnect({
    clientId: 'bench-client',
    redirectUri: location.origin + '${path}redirect.html',
    connectOrigin: '${provider}',
    mode: 'simulated',
    scope: ['required:read_vehicle_info', 'read_odometer'],
    exchange: '${path}exchange',
  })
  document.querySelector('#connect').addEventListener('click', () => void connect.open())
`
}

function official(path: string, provider: string) {
  return `
  import Smartcar from '@smartcar/auth'
  const smartcar = new Smartcar({
    applicationId: 'bench-client',
    redirectUri: location.origin + '${path}redirect.html',
    mode: 'simulated',
    scope: ['required:read_vehicle_info', 'read_odometer'],
    onComplete: (error, code) =>
      fetch('${path}exchange', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code }),
      }),
  })
  // The SDK knows one address only, so its window is led to our provider instead.
  const open = window.open
  window.open = (url, ...rest) => open(url.replace('https://connect.smartcar.com', '${provider}'), ...rest)
  smartcar.addClickHandler({ id: 'connect' })
`
}

// The page with a script of its own that the SDK's documentation asks for: it posts to the opener
// and closes.
const officialRedirectPage =
  '<!doctype html><title>Redirect</title><script src="redirect.js"></script>'
const officialRedirectScript = `
  const given = new URLSearchParams(location.search)
  window.opener.postMessage({
    name: 'SmartcarAuthMessage', isSmartcarHosted: false,
    code: given.get('code'), error: given.get('error'),
    errorDescription: given.get('error_description'), state: given.get('state'),
  }, location.origin)
  window.close()
`

/**
 * The official SDK and ours, each built with esbuild as an app would.
 *
 * @param packages folders of built packages; each makes one contestant
 * @param provider the provider's origin
 */
export async function createContestants(
  packages: readonly string[],
  provider: string,
): Promise<Contestant[]> {
  const contestants: Contestant[] = []
  for (const [index, folder] of packages.entries()) {
    const app = createAppFolder(folder)
    try {
      const path = `/ours-${index}/`
      const page = join(app.path, 'node_modules/smartcar-connect/redirect.html')
      const files = new Map(await scripts(ours(path, provider), app.path))
      files.set('redirect.html', readFileSync(page, 'utf8'))
      contestants.push({ name: folder, path, files })
      if (index > 0) continue
      const theirs = new Map(await scripts(official('/official/', provider), app.path))
      theirs.set('redirect.html', officialRedirectPage)
      theirs.set('redirect.js', officialRedirectScript)
      contestants.unshift({ name: '@smartcar/auth', path: '/official/', files: theirs })
    } finally {
      app.remove()
    }
  }
  return contestants
}

async function scripts(code: string, folder: string): Promise<[path: string, text: string][]> {
  const files = await bundleByEsbuild(code, folder)
  return files.map(({ path, content }) => [path, content])
}
