// For tests: the demo with a simulator that sends it webhooks, and browsers with version 3 of its page.

import type { ConnectedVehicle, Store } from 'smartcar-connect-server'
import { createSqliteStore } from 'smartcar-connect-server/sqlite'
import { createSimulator, type Simulator } from 'smartcar-connect-simulator'
import {
  type BackendBrowser,
  openBrowser,
} from '../../../../packages/server/test/backend-browser.ts'
import { demoApplications } from '../../../../scripts/demo/demo-applications.ts'
import { createDemoApi } from '../demo-api.ts'
import type { LiveCar } from '../live-car.ts'

const page = 'http://localhost:5173'
const own = { 'x-smartcar-connect': '1', 'sec-fetch-site': 'same-origin' }

/** A browser with an app session of its own. */
export type LivePage = BackendBrowser & {
  /** The answer to its first request. */
  readonly first: Response
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
  /** Its cars, as the page loads them: the list, and what is known of each. */
  readonly cars: () => Promise<(ConnectedVehicle & LiveCar)[]>
  /** Connects the person's car, and gives it. */
  readonly connectCar: () => Promise<ConnectedVehicle & LiveCar>
  /** Sends a command as the page does. */
  readonly command: (
    id: string,
    command: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
}

/** The demo. */
export type LiveDemo = {
  readonly simulator: Simulator
  /** Opens a page. @param vin names the person and their car. */
  readonly openPage: (vin: string) => Promise<LivePage>
}

/** The account of a person who has one car with a battery. @param vin seventeen characters. */
export function accountOf(vin: string): string {
  return `${vin}@bev.smartcar.com`
}

/**
 * Starts the demo.
 *
 * @param store where it keeps everything; a new one in memory by default
 * @param wait the delays of scenarios; none by default
 */
export function startLiveDemo({
  scenario = 'happy',
  store = createSqliteStore({ file: ':memory:' }),
  wait = async () => {},
}: {
  scenario?: string
  store?: Store
  wait?: (durationMs: number) => Promise<void>
} = {}): LiveDemo {
  const backend: { fetch?: (request: Request) => Response | Promise<Response> } = {}
  const simulator = createSimulator({
    scenario,
    applications: demoApplications(page),
    deliver: async request => backend.fetch?.(request) ?? new Response(null, { status: 503 }),
    wait,
  })
  const api = createDemoApi({
    simulatorUrl: 'http://localhost:4010',
    appOrigin: page,
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    store,
    fetch: simulator.fetch,
  })
  backend.fetch = api.fetch

  async function openPage(vin: string): Promise<LivePage> {
    const first = await api.fetch(new Request(`${page}/api/smartcar/connections`, { headers: own }))
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''

    async function send(request: Request): Promise<Response> {
      const headers = new Headers(request.headers)
      headers.set('cookie', [cookie, headers.get('cookie')].filter(Boolean).join('; '))
      return api.fetch(new Request(request, { headers }))
    }
    function get(path: string, headers = {}): Promise<Response> {
      return send(new Request(page + path, { headers }))
    }
    async function withFigures(car: ConnectedVehicle): Promise<ConnectedVehicle & LiveCar> {
      const known = (await (await get(`/api/live-cars/${car.id}`)).json()) as LiveCar
      return { ...car, ...known }
    }
    const browser = openBrowser({ fetch: send }, simulator.fetch, vin)
    return {
      ...browser,
      first,
      get,
      async cars() {
        const list = (await (
          await get('/api/smartcar/connections', own)
        ).json()) as ConnectedVehicle[]
        return Promise.all(list.map(withFigures))
      },
      async connectCar() {
        const response = await browser.connect({ email: accountOf(vin) })
        const [car] = (await response.json()) as ConnectedVehicle[]
        if (car === undefined) throw new Error('Nothing was connected.')
        return withFigures(car)
      },
      command(id, command, headers = {}) {
        const honest = {
          'content-type': 'application/json',
          'x-smartcar-connect': '1',
          origin: page,
          ...headers,
        }
        return send(
          new Request(`${page}/api/live-cars/${id}/commands`, {
            method: 'POST',
            headers: honest,
            body: JSON.stringify({ command }),
          }),
        )
      },
    }
  }

  return { simulator, openPage }
}
