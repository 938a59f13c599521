// The demo's three ports, with names and ways to change them.

/** One part of the demo and the port it answers on. */
export type DemoPort = {
  /** As a message names it: `the simulator`. */
  readonly part: string
  /** The variable that chooses the port. */
  readonly variable: string
  readonly port: number
}

/** The three parts by name; `page` is the one a person opens. */
export type DemoPorts = Readonly<Record<'simulator' | 'api' | 'page', DemoPort>>

/**
 * Reads the ports from `SIMULATOR_PORT`, `API_PORT` and `PAGE_PORT`.
 *
 * @throws Error when a value is not a port, or two parts would share one.
 */
export function demoPorts(env: Readonly<Record<string, string | undefined>>): DemoPorts {
  const ports = {
    simulator: readPort(env, 'SIMULATOR_PORT', 4010, 'the simulator'),
    api: readPort(env, 'API_PORT', 5174, "the demo's backend"),
    page: readPort(env, 'PAGE_PORT', 5173, "the demo's page"),
  }
  if (new Set(Object.values(ports).map(({ port }) => port)).size < 3) {
    throw new Error(
      `The simulator, the backend and the page each need a port of their own, but two share one (${Object.values(
        ports,
      )
        .map(({ variable, port }) => `${variable}=${port}`)
        .join(', ')}). Give each another number.`,
    )
  }
  return ports
}

/** One paragraph about ports that another program holds: which, and what to do. */
export function takenPortsMessage(taken: readonly DemoPort[]): string {
  const list = taken.map(({ part, port }) => `port ${port} (for ${part})`).join(' and ')
  const example = taken.map(({ variable, port }) => `${variable}=${port + 100}`).join(' ')
  return `Another program already uses ${list}, so nothing was started. It may be a demo that still runs: stop it and try again, or use other ports: ${example} npx --yes pnpm@12 demo`
}

function readPort(
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
  usual: number,
  part: string,
): DemoPort {
  const text = env[variable] || String(usual)
  const port = Number(text)
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return { part, variable, port }
  throw new Error(
    `${variable} is "${text}", which is not a port, so ${part} cannot start. Use a number from 1 to 65535, or leave it out for ${usual}.`,
  )
}
