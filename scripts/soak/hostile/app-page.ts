// The app's page of the soak: a button, "Try again", and the real client.

import { build } from 'esbuild'

/** The files of the page by their path. */
export type AppPage = ReadonlyMap<string, string>

// `?scenario=` and `?session=server` come with the address.
function script(connectOrigin: string): string {
  return `
  import { createConnect } from 'smartcar-connect'
  const query = new URLSearchParams(location.search)
  const scenario = query.get('scenario')
  const connect = createConnect({
    clientId: 'demo-client',
    redirectUri: location.origin + '/smartcar-redirect.html',
    connectOrigin: ${JSON.stringify(connectOrigin)},
    mode: 'simulated',
    scope: ['required:read_vehicle_info', 'read_odometer'],
    flags: { scenario },
    session: query.get('session') === 'server' ? '/session?scenario=' + scenario : undefined,
    exchange: '/exchange',
  })
  function told() {
    const { status, reason, error } = connect.getSession()
    const { code, status: httpStatus, problem } = error ?? {}
    return { status, why: reason ?? code, httpStatus, problem: problem?.code }
  }
  // Whoever watches a connection goes on with the session of the page before.
  connect.subscribe(() => {})
  document.querySelector('#connect').onclick = () => void connect.open()
  document.querySelector('#again').onclick = () => void connect.retry()
  Object.assign(globalThis, { told })
`
}

/** Bundles the page with the client's own source, as an app does. */
export async function buildAppPage(connectOrigin: string): Promise<AppPage> {
  const { outputFiles } = await build({
    stdin: { contents: script(connectOrigin), resolveDir: import.meta.dirname },
    bundle: true,
    // As in an app's build: what is loaded later comes in files of its own.
    splitting: true,
    outdir: '/',
    entryNames: 'app',
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  const page = `<!doctype html><html lang="en"><title>App</title>
<button id="connect">Connect your car</button><button id="again">Try again</button>
<script type="module" src="/app.js"></script>`
  return new Map([['/', page], ...outputFiles.map(({ path, text }) => [path, text] as const)])
}
