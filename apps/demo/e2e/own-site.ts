// An app on https, with its page and its API on hosts of one site, in a Chromium that finds them here.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { headlessLaunch } from '../../../scripts/browser/browser-launch.ts'
import { type App, startApp } from '../../../scripts/engines/app-server.ts'
import { startSimulator } from '../../../scripts/engines/simulator-service.ts'

/** The app, and how to open it. */
export type OwnSite = App & {
  /** The address of its page whose API is at another host. */
  readonly pageFor: (backend: string, redirectUri?: string) => string
  /** The address of its backend at a host. */
  readonly apiAt: (host: string) => string
}

type SiteOptions = {
  /** The host of the page. */
  pageHost: string
  /** The path that the app is below. */
  basePath: string
}

const { executablePath, args } = headlessLaunch()
// Every other host is left alone.
const rules = ['*.example.test', '*.other.test', '*.co.uk'].map(host => `MAP ${host} 127.0.0.1`)

/** Playwright's `test` with such an app; its hosts have a certificate that nobody signed. */
export const test = base.extend<SiteOptions & { site: OwnSite }>({
  pageHost: ['app.example.test', { option: true }],
  basePath: ['', { option: true }],
  ignoreHTTPSErrors: true,
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    args: [...args, `--host-resolver-rules=${rules.join(',')}`],
  },
  site: async ({ pageHost, basePath }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'smartcar-connect-site-'))
    const port = await freePort()
    const redirectUri = `https://${pageHost}:${port}${basePath}/smartcar-redirect.html`
    const simulator = await startSimulator('--applications', applicationsIn(folder, redirectUri))
    const app = await startApp(simulator.origin, undefined, {
      tls: certificateIn(folder),
      port,
      host: pageHost,
      domain: pageHost.replace(/^app\./, ''),
      redirectUri,
    })
    await use({
      ...app,
      apiAt: host => `https://${host}:${port}${basePath}/api/smartcar`,
      pageFor(backend, redirectUri) {
        const options = encodeURIComponent(JSON.stringify({ backend, redirectUri }))
        return `${app.origin}${basePath}/?options=${options}`
      },
    })
    await app.stop()
    await simulator.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})

// The simulator knows redirect URIs of this machine alone, unless it is told of others.
function applicationsIn(folder: string, redirectUri: string): string {
  const file = join(folder, 'applications.json')
  const machine = { clientId: 'client_demo', clientSecret: 'demo-machine-secret' }
  const application = { clientId: 'demo-client', clientSecret: 'demo-secret', machine }
  writeFileSync(file, JSON.stringify([{ ...application, redirectUris: [redirectUri] }]))
  return file
}

// Made anew for each run, so that no key is kept.
function certificateIn(folder: string): { key: string; cert: string } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const subject = ['-subj', '/CN=app.example.test', '-days', '2']
  execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(Object(address).port))
    })
  })
}
