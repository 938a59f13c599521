// The server's half, for the way with a backend: a file that runs as it is pasted.

import { indented, literal } from '../../docs/snippets/code.ts'
import { defaults, type PlaygroundState } from '../state/playground-state.ts'
import { askedParams } from './connect-params.ts'

/** The file `smartcar.ts`. Options that are as they are by default are not in it. */
export function serverCode(state: PlaygroundState): string {
  const { scope, mode, ...params } = askedParams(state)
  const own = Object.entries(params)
  const { applicationId } = state
  const atSmartcar = applicationId !== defaults.applicationId
  return [
    '// smartcar.ts: the backend of the button.',
    '',
    "import { createConnectBackend } from 'smartcar-connect-server'",
    "import { createSqliteStore } from 'smartcar-connect-server/sqlite'",
    '',
    'export const smartcar = createConnectBackend({',
    "  simulator: 'http://localhost:4010', // it stands for Smartcar, and these are its own values:",
    `  applicationId: 'demo-client',${atSmartcar ? ` // at Smartcar: ${literal(applicationId)}` : ''}`,
    "  api: { clientId: 'client_demo', clientSecret: 'demo-machine-secret' },",
    "  origins: 'http://localhost:5173', // the page, as the address bar has it",
    '  user: userOf,',
    ...(scope ? [indented(`scope: ${literal(scope)},`)] : []),
    ...(mode ? [`  mode: ${literal(mode)},`] : []),
    ...(own.length ? [indented(`params: () => (${literal(params)}),`)] : []),
    "  store: createSqliteStore({ file: 'smartcar.db' }),",
    '})',
    '',
    '// Your login: returns the id of who sent the request, or undefined where nobody is signed in.',
    'function userOf(request: Request): string | undefined {',
    "  return /(?:^|; )user=([\\w-]{36})/.exec(request.headers.get('cookie') ?? '')?.[1]",
    '}',
    '',
    "// Express: app.use('/api/smartcar', toNodeListener(smartcar)), from 'smartcar-connect-server/node'",
    "// Hono: app.all('/api/smartcar/*', context => smartcar.fetch(context.req.raw))",
    '',
  ].join('\n')
}
