// What has to run so that somebody can use an example: its programs, with the addresses of this run.

import type { ServicePlan } from '../service/service.ts'
import { groupArgs } from './run-command.ts'

/** Where everything is in one run. */
export type Addresses = {
  readonly simulator: number
  readonly page: number
  /** The API's, where it has an origin of its own. */
  readonly api: number
}

/** An example, as it is built and started. */
export type Example = {
  readonly name: string
  /** Whether the first page comes from the server with the button in it. */
  readonly isRendered: boolean
  /** The scripts of its package.json that serve it in production, and the port of each. */
  readonly starts: (ports: Addresses) => readonly Start[]
}

type Start = { readonly command: readonly string[]; readonly port: number }

function start({ page }: Addresses): readonly Start[] {
  return [{ command: ['npm', 'start'], port: page }]
}

/** Every example in `apps/examples`. */
export const examples: readonly Example[] = [
  { name: 'plain-html', isRendered: false, starts: start },
  { name: 'express-webpack', isRendered: false, starts: start },
  { name: 'version-2', isRendered: false, starts: start },
  {
    name: 'vite-and-api',
    isRendered: false,
    starts: ({ page, api }) => [
      { command: ['npm', 'run', 'api'], port: api },
      { command: ['npm', 'run', 'preview', '--', '--port', `${page}`, '--strictPort'], port: page },
    ],
  },
  { name: 'react-router', isRendered: true, starts: start },
  { name: 'next', isRendered: true, starts: start },
]

/** What stands in an example's `.env`, for the addresses of this run. */
export function variables({ simulator, page, api }: Addresses): Readonly<Record<string, string>> {
  // The page is at `localhost`, so 127.0.0.1 is another site, as the provider is.
  const provider = `http://127.0.0.1:${simulator}`
  return {
    SMARTCAR_SIMULATOR: provider,
    VITE_CONNECT_ORIGIN: provider,
    VITE_API: `http://localhost:${api}`,
    APP_ORIGIN: `http://localhost:${page}`,
    NEXT_TELEMETRY_DISABLED: '1', // a test tells nobody that it ran
  }
}

/** The simulator and the programs of an example, to be started in its folder. */
export function programs(
  { name, starts }: Example,
  folder: string,
  ports: Addresses,
): ServicePlan[] {
  const simulator: Start = {
    command: ['npx', 'smartcar-connect-simulator', '--port', `${ports.simulator}`],
    port: ports.simulator,
  }
  return [simulator, ...starts(ports)].map(({ command, port }) => ({
    name: `${name}: ${command.join(' ')}`,
    args: groupArgs(command),
    folder,
    env: { ...variables(ports), PORT: `${port}`, NODE_ENV: 'production' },
    url: `http://localhost:${port}/`,
  }))
}
