// Calling version 3 in tests: an application's token, and a person who connected.

import { createSimulator } from '../src/simulator.ts'
import { machineToken } from './machine-token.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** Where the simulator is asked in these tests; the links of its answers begin with it. */
export const v3 = 'http://localhost:4010/v3'

/** Every permission that the signals and commands of a test could need. */
export const everything = [
  ...[
    'battery',
    'charge',
    'fuel',
    'engine_oil',
    'location',
    'odometer',
    'security',
    'tires',
    'vin',
  ],
  ...['vehicle_info', 'climate', 'diagnostics', 'thermometer', 'speedometer'],
]
  .map(name => `read_${name}`)
  .concat('control_charge', 'control_security', 'control_navigation')
  .join(' ')

/** An answer with its body read; `undefined` for an empty one. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of many forms
  readonly body: any
}

/** A request to version 3. */
export type Call = {
  /** @default 'GET' */
  readonly method?: string
  /** Sent as `sc-user-id`. */
  readonly userId?: string
  /** The attributes of a command, inside `{ data: { attributes } }`. */
  readonly attributes?: unknown
  /** @default a new token of the application, for a test may move the clock far */
  readonly token?: string
}

/** A simulator, and an application that calls it. */
export type Version3 = {
  readonly visitor: Visitor
  /** Calls a path below `/v3`. */
  readonly call: (path: string, call?: Call) => Promise<Answer>
  /** Connects a person with `response_type=none`; returns the ids of the person and the first car. */
  readonly connect: (
    email?: string,
    more?: Readonly<Record<string, string>>,
  ) => Promise<{ userId: string; vehicleId: string }>
}

/** Starts a simulator whose clock stands still, to be called as the application `demo-client`. */
export function startVersion3(options: Parameters<typeof createSimulator>[0] = {}): Version3 {
  const simulator = createSimulator({ now: () => Date.UTC(2026, 5, 1, 10), ...options })
  const visitor = createVisitor(simulator)
  async function call(path: string, request: Call = {}): Promise<Answer> {
    const { method = 'GET', userId, attributes, token = await machineToken(simulator) } = request
    const response = await simulator.fetch(
      new Request(v3 + path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(userId !== undefined && { 'sc-user-id': userId }),
        },
        ...(attributes !== undefined && { body: JSON.stringify({ data: { attributes } }) }),
      }),
    )
    const text = await response.text()
    const body = text === '' ? undefined : JSON.parse(text)
    return { status: response.status, headers: response.headers, body }
  }

  return {
    visitor,
    call,
    connect: async (email = 'me@example.com', more = {}) => {
      const asked = { response_type: 'none', approval_prompt: 'force', scope: everything }
      await visitor.connect({ ...asked, ...more }, email)
      const userId = new URL(visitor.address()).searchParams.get('user_id') ?? ''
      const mode = more.mode === undefined ? '' : '&filter[vehicle.mode]=simulated'
      const { body } = await call(`/connections?filter[userId]=${userId}${mode}`)
      return { userId, vehicleId: body.data[0]?.relationships.vehicle.data.id ?? '' }
    },
  }
}
