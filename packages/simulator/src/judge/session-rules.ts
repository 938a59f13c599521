// The rules of POST session, and of the redirect page that its address names.

import type { Changes } from './app-page.ts'
import { type Bench, notRefused, type Rule, wordsOf } from './bench.ts'

const foreign = 'https://attacker.example'

/** Headers that no page of the app sends, by what is wrong with them. */
export const foreignHeaders: readonly (readonly [what: string, changes: Changes])[] = [
  ['a post without X-Smartcar-Connect', { 'x-smartcar-connect': null }],
  ['a post without Origin', { origin: null }],
  ['a post from another origin', { origin: foreign, 'sec-fetch-site': 'cross-site' }],
  ['a post of text/plain', { 'content-type': 'text/plain' }],
]

/** What a session must be. */
export const sessionRules: readonly Rule[] = [
  {
    part: 'session',
    rule: 'answers 200 with url, state and expiresInMs, for no cache',
    async run(bench) {
      const { answer } = await bench.start(bench.page())
      const { url, state, expiresInMs } = Object(await jsonOf(answer))
      if (answer.status !== 200) return `it answered ${await wordsOf(answer)}`
      if (!URL.canParse(url)) return 'url is no address'
      if (!/^[\w-]{43}$/.test(state)) return 'state is not 43 characters of base64url'
      if (!(expiresInMs > 60_000)) return 'expiresInMs is no number above 60000'
      const sent = new URL(url).searchParams.get('state')
      if (sent !== state) return 'the parameter state of url is not the same as state'
      if (!/no-store/.test(answer.headers.get('cache-control') ?? '')) return 'no-store is missing'
      return undefined
    },
  },
  {
    part: 'session',
    rule: 'asks Connect for no code, back to the origin of the page, under an external id',
    async run(bench) {
      const { searchParams } = (await bench.start(bench.page())).address
      if (searchParams.get('response_type') !== 'none') return 'response_type is not none'
      if (!searchParams.has('application_id')) return 'application_id is missing'
      const redirectUri = searchParams.get('redirect_uri') ?? ''
      if (!URL.canParse(redirectUri) || new URL(redirectUri).origin !== bench.options.origin) {
        return `redirect_uri is not on ${bench.options.origin}`
      }
      const externalId = searchParams.get('external_id') ?? ''
      return externalId.length < 22 ? 'external_id is missing, or short enough to guess' : undefined
    },
  },
  {
    part: 'session',
    rule: 'binds the session to this browser with a cookie that no script reads',
    async run(bench) {
      const { answer } = await bench.start(bench.page())
      const [cookie = ''] = answer.headers.getSetCookie()
      const isSecure = bench.options.origin.startsWith('https:')
      const wanted = [
        'HttpOnly',
        'SameSite=(?:Strict|Lax)',
        'Path=/',
        ...(isSecure ? ['Secure'] : []),
      ]
      const missing = wanted.filter(name => !new RegExp(`; ?${name}(?:;|$)`, 'i').test(cookie))
      if (missing.length > 0) return `its cookie lacks ${missing.join(', ')}: ${cookie}`
      if (isSecure && !cookie.startsWith('__Host-')) return 'its name does not begin with __Host-'
      return undefined
    },
  },
  {
    part: 'session',
    rule: 'makes a new state and external id each time',
    async run(bench) {
      const page = bench.page()
      const [one, other] = [await bench.start(page), await bench.start(page)]
      if (one.token === other.token) return 'two sessions have the same state'
      const ids = [one, other].map(({ address }) => address.searchParams.get('external_id'))
      return ids[0] === ids[1] ? 'two sessions have the same external id' : undefined
    },
  },
  {
    part: 'session',
    rule: 'carries the state of the app behind its own',
    async run(bench) {
      const { address, token } = await bench.start(bench.page(), { state: 'a b' })
      const sent = address.searchParams.get('state')
      return sent === `${token}.YSBi` ? undefined : 'state is not token.base64url(state of the app)'
    },
  },
  {
    part: 'session',
    rule: 'refuses what is no page of the app, nobody’s login, and other bodies',
    async run(bench) {
      const page = bench.page()
      for (const [what, changes] of foreignHeaders) {
        const wrong = await notRefused(what, await page.post('session', {}, changes))
        if (wrong !== undefined) return wrong
      }
      const nobody = await page.post('session', {}, { login: null })
      const open = await notRefused('a post without a login', nobody, [401])
      if (open !== undefined) return open
      for (const body of ['', '[]', '{', '{"state":1}']) {
        const wrong = await notRefused(`a body of “${body}”`, await page.post('session', body))
        if (wrong !== undefined) return wrong
      }
      return notRefused('a GET', await page.get('session'))
    },
  },
  {
    part: 'session',
    rule: 'lets no foreign page read it (CORS)',
    run: bench => foreignPreflight(bench, 'session'),
  },
  {
    part: 'session',
    rule: 'refuses to sign in again to a vehicle that is not this user’s',
    async run(bench) {
      const vehicleId = crypto.randomUUID()
      return notRefused(
        'a made-up vehicle',
        await bench.page().post('session', { vehicleId }),
        [403],
      )
    },
  },
  {
    part: 'redirect',
    rule: 'is there for everybody, as it was shipped and with its headers',
    async run(bench) {
      const { address } = await bench.start(bench.page())
      const answer = await fetch(address.searchParams.get('redirect_uri') ?? '', {
        redirect: 'manual',
      })
      if (answer.status !== 200) return `without a login it answered ${await wordsOf(answer)}`
      const { headers } = answer
      if (!(await answer.text()).includes('name="generator" content="smartcar-connect"')) {
        return 'something else than the redirect page is there'
      }
      if (!/text\/html/.test(headers.get('content-type') ?? '')) return 'it is not text/html'
      if (headers.has('cross-origin-opener-policy')) return 'it has Cross-Origin-Opener-Policy'
      if (headers.get('referrer-policy') !== 'no-referrer')
        return 'Referrer-Policy is not no-referrer'
      if (!/no-store/.test(headers.get('cache-control') ?? '')) return 'no-store is missing'
      return undefined
    },
  },
]

/** Says what is wrong with the answer to the preflight of a page of another site. */
export async function foreignPreflight(bench: Bench, part: string): Promise<string | undefined> {
  const { headers } = await bench.page().preflight(part, foreign)
  const allowed = headers.get('access-control-allow-origin')
  return allowed === null ? undefined : `the preflight of ${foreign} got ${allowed}`
}

async function jsonOf(answer: Response): Promise<unknown> {
  return answer
    .clone()
    .json()
    .catch(() => undefined)
}
