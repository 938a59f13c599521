// A person with a browser, for tests: follows redirects and presses buttons by their names.

import type { Simulator } from '../src/simulator.ts'

type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown }
type Tokens = {
  /** The status of the last answer. */
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, string>
}

/** What a visitor can do. */
export type Visitor = {
  /** Opens an address and follows its redirects. */
  readonly goTo: (address: string) => Promise<void>
  /** Presses the button of this name, with the form's own values beside the given ones. */
  readonly press: (
    button: string,
    values?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<void>
  /** Goes the whole way with a Kia, as `me@example.com` unless another email is given, and allows. */
  readonly connect: (more?: Readonly<Record<string, string>>, email?: string) => Promise<void>
  /** Where the visitor is; the redirect URI once the attempt has ended. */
  readonly address: () => string
  /** The status of the last answer. */
  readonly status: () => number
  /** The headers of the last answer. */
  readonly headers: () => Headers
  /** The markup of the page that the visitor sees. */
  readonly text: () => string
  /** Calls the token endpoint as demo-client. */
  readonly tokens: (form: Readonly<Record<string, string>>) => Promise<Tokens>
  /** Calls the token endpoint as demo-client and leaves the answer unread. */
  readonly rawTokens: (form: Readonly<Record<string, string>>) => Promise<Response>
  /** Trades the code that the visitor came back with for an access token. */
  readonly redeem: () => Promise<string>
  /** Moves the clock of the simulator on. */
  readonly moveClock: (advanceMs: number) => Promise<void>
  /** Calls the vehicle API with an access token. */
  readonly read: (
    path: string,
    accessToken: string | undefined,
    init?: RequestInit,
  ) => Promise<Answer>
}

const origin = 'http://localhost:4010'

/** The address of an authorization by demo-client with state `s-1`; `more` adds or replaces. */
export function connectUrl(more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    application_id: 'demo-client',
    redirect_uri: 'http://localhost:5173/callback',
    scope: 'required:read_vehicle_info read_odometer',
    state: 's-1',
    ...more,
  })
  return `${origin}/oauth/authorize?${query}`
}

/** Makes a visitor of a simulator. It leaves the simulator as soon as another port is named. */
export function createVisitor(
  simulator: Simulator,
  requestHeaders: Readonly<Record<string, string>> = {},
): Visitor {
  let address = ''
  let text = ''
  let response = new Response()

  async function go(url: string, init: RequestInit = {}): Promise<void> {
    address = url
    if (!/^http:\/\/(?:localhost|127\.0\.0\.1):4010\//.test(url)) return
    response = await simulator.fetch(
      new Request(url, { ...init, headers: { ...requestHeaders, ...init.headers } }),
    )
    const location = response.headers.get('Location')
    if (location !== null) return go(new URL(location, url).href)
    text = await response.text()
  }

  async function press(
    button: string,
    values: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<void> {
    const forms = text.match(/<form[\s\S]*?<\/form>/g) ?? []
    for (const form of forms) {
      const pressed = [...form.matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/g)].find(
        ([, , name = '']) => nameOf(name) === button,
      )
      if (pressed === undefined) continue
      const sent = new URLSearchParams(valuesOf(form, values))
      const name = attribute(pressed[1] ?? '', 'name')
      if (name !== undefined) sent.append(name, attribute(pressed[1] ?? '', 'value') ?? '')
      return go(new URL(attribute(form, 'action') ?? '', address).href, {
        method: 'POST',
        headers: { Origin: new URL(address).origin },
        body: sent,
      })
    }
    throw new Error(`There is no button “${button}” on the page ${address}:\n${text}`)
  }

  function rawTokens(form: Readonly<Record<string, string>>): Promise<Response> {
    return simulator.fetch(
      new Request(`${origin}/oauth/token`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa('demo-client:demo-secret')}` },
        body: new URLSearchParams(form),
      }),
    )
  }

  async function tokens(form: Readonly<Record<string, string>>): Promise<Tokens> {
    const answer = await rawTokens(form)
    const body = (await answer.json()) as Record<string, string>
    return { status: answer.status, headers: answer.headers, body }
  }

  return {
    goTo: url => go(url),
    press,
    connect: async (more = {}, email = 'me@example.com') => {
      await go(connectUrl({ make: 'KIA', ...more }))
      await press('Sign in', { email, password: 'x' })
      await press('Allow')
    },
    address: () => address,
    status: () => response.status,
    headers: () => response.headers,
    text: () => text,
    tokens,
    rawTokens,
    redeem: async () => {
      const code = new URL(address).searchParams.get('code') ?? ''
      const redirectUri = address.split('?', 1)[0] ?? ''
      const { body } = await tokens({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
      })
      return body.access_token ?? ''
    },
    moveClock: async advanceMs => {
      await simulator.fetch(
        new Request(`${origin}/__simulator/clock`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ advanceMs }),
        }),
      )
    },
    read: async (path, accessToken, init = {}) => {
      const answer = await simulator.fetch(
        new Request(`${origin}${path}`, {
          ...init,
          headers: { Authorization: `Bearer ${accessToken}`, ...init.headers },
        }),
      )
      return { status: answer.status, headers: answer.headers, body: await answer.json() }
    },
  }
}

function valuesOf(
  form: string,
  given: Readonly<Record<string, string | readonly string[]>>,
): [string, string][] {
  const sent: [string, string][] = []
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, 'name') ?? ''
    const type = attribute(input, 'type')
    const isChoice = type === 'checkbox' || type === 'radio'
    if (Object.hasOwn(given, name) || (isChoice && !/ checked>$/.test(input))) continue
    sent.push([name, attribute(input, 'value') ?? ''])
  }
  for (const [name, value] of Object.entries(given)) {
    for (const one of [value].flat()) sent.push([name, one])
  }
  return sent
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
}

function nameOf(content: string): string {
  return content
    .replace(/<span[^>]*aria-hidden="true">.*?<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
    .trim()
}
