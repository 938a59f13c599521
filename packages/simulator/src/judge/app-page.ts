// A page of the app in one browser: it posts to the backend as the browser client does, and keeps cookies.

/** Who asks, and where. */
export type PageSettings = {
  /** The address of the backend, without a slash at its end. */
  readonly backend: string
  /** The origin of the app's pages. */
  readonly origin: string
  /** The header of somebody's login, such as `Cookie: session=…`. */
  readonly login: string
}

/** Headers in the place of the usual ones; `null` leaves one out. */
export type Changes = Readonly<Record<string, string | null>>

/** A page in a browser of its own. */
export type AppPage = {
  /** Posts JSON; the part is the last one of the path. */
  readonly post: (part: string, body: unknown, changes?: Changes) => Promise<Response>
  /** Reads. */
  readonly get: (part: string, changes?: Changes, signal?: AbortSignal) => Promise<Response>
  /** Sends the preflight of a page. */
  readonly preflight: (part: string, origin: string) => Promise<Response>
}

/** Opens a page. Nothing is sent. */
export function openPage({ backend, origin, login }: PageSettings): AppPage {
  const [name = '', value = ''] = login.split(/:(.*)/s).map(text => text.trim())
  const isCookie = name.toLowerCase() === 'cookie'
  const cookies = new Map<string, string>()
  const site = new URL(backend).origin === origin ? 'same-origin' : 'same-site'

  async function send(
    part: string,
    method: string,
    usual: Readonly<Record<string, string>>,
    { login: hasLogin = '', ...changes }: Changes = {},
    rest: { body?: string; signal?: AbortSignal } = {},
  ): Promise<Response> {
    const own = isCookie && hasLogin !== null ? [value] : []
    const cookie = [...own, ...[...cookies].map(pair => pair.join('='))].join('; ')
    const headers = new Headers()
    const all: Changes = {
      ...usual,
      'sec-fetch-site': site,
      ...(cookie !== '' && { cookie }),
      ...(!isCookie && hasLogin !== null && { [name]: value }),
      ...changes,
    }
    for (const [header, text] of Object.entries(all)) if (text !== null) headers.set(header, text)
    const response = await fetch(`${backend}/${part}`, {
      method,
      headers,
      redirect: 'manual',
      ...rest,
    })
    keep(response)
    return response
  }

  function keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map(text => text.trim())
      const [key = '', content = ''] = pair.split(/=(.*)/s)
      const isGone = attributes.some(text => /^max-age=(0|-.*)$/i.test(text))
      if (isGone) cookies.delete(key)
      else cookies.set(key, content)
    }
  }

  return {
    post: (part, body, changes) =>
      send(
        part,
        'POST',
        { origin, 'content-type': 'application/json', 'x-smartcar-connect': '1' },
        changes,
        { body: typeof body === 'string' ? body : JSON.stringify(body) },
      ),
    get: (part, changes, signal) =>
      send(part, 'GET', { 'x-smartcar-connect': '1' }, changes, signal ? { signal } : {}),
    preflight: (part, from) =>
      send(part, 'OPTIONS', {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-smartcar-connect',
      }),
  }
}
