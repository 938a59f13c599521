// For tests: a person who walks through the simulator's pages and comes back with a grant.

import type { Fetch } from '../src/provider/provider-fetch.ts'

const origin = 'http://localhost:4010'

/** What the person does on the way. Everything has a default. */
export type Walk = {
  /** Parameters of the authorize URL, in addition to the usual ones. */
  params?: Readonly<Record<string, string>>
  /** A whole authorize URL instead. */
  url?: string
  email?: string
  brand?: string
}

const usual = {
  response_type: 'code',
  client_id: 'demo-client',
  redirect_uri: 'http://localhost:5173/smartcar-redirect.html',
  scope: 'required:read_vehicle_info read_odometer read_battery',
  state: 'state',
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&')
}

/** The request that pressing a form's button sends, with its checked boxes and hidden fields. */
function submission(page: string, button: string, typed: Readonly<Record<string, string>>) {
  for (const [form] of page.matchAll(/<form[\s\S]*?<\/form>/g)) {
    const pressed = [...form.matchAll(/<button[^>]*>([\s\S]*?)<\/button>/g)].find(([, content]) =>
      content?.replace(/<[^>]*>/g, '').includes(button),
    )?.[0]
    if (pressed === undefined) continue
    const fields = new URLSearchParams()
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      const name = attribute(input, 'name') ?? ''
      const isChoice = /type="(checkbox|radio)"/.test(input)
      if (isChoice && !/\schecked/.test(input)) continue
      fields.append(name, typed[name] ?? attribute(input, 'value') ?? '')
    }
    const name = attribute(pressed, 'name')
    if (name !== undefined) fields.append(name, attribute(pressed, 'value') ?? '')
    return { action: attribute(form, 'action') ?? '', fields }
  }
  throw new Error(`There is no button “${button}” on this page: ${page.slice(0, 2000)}`)
}

/**
 * Goes from the authorize URL over brand, sign-in and consent back to the app.
 *
 * @returns the query of the redirect URI that the person lands on.
 */
export async function connectInSimulator(
  fetch: Fetch,
  { params = {}, url, email = 'ada@example.com', brand = 'Tesla' }: Walk = {},
): Promise<URLSearchParams> {
  let address = url ?? `${origin}/oauth/authorize?${new URLSearchParams({ ...usual, ...params })}`
  let request = new Request(address)
  for (let steps = 0; steps < 20; steps += 1) {
    const response = await fetch(request)
    const location = response.headers.get('location')
    if (location !== null) {
      const next = new URL(location, address)
      if (next.origin !== new URL(address).origin) return next.searchParams
      address = next.href
      request = new Request(address)
      continue
    }
    const page = await response.text()
    const button = page.includes('type="password"')
      ? 'Sign in'
      : page.includes('>Allow<')
        ? 'Allow'
        : brand
    const { action, fields } = submission(page, button, { email, password: 'secret' })
    address = new URL(action, address).href
    request = new Request(address, { method: 'POST', body: fields })
  }
  throw new Error(`The walk did not end; the last page was ${address}`)
}
