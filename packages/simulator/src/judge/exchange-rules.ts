// The rules of POST exchange: one car for one session, of who began it, and of nobody else.

import { notRefused, type Rule, sleep, wordsOf } from './bench.ts'
import { foreignHeaders, foreignPreflight } from './session-rules.ts'

// What a backend may say of a grant that proves nothing: no, or not yet.
const notConnected = [400, 401, 403, 404, 409, 422, 502, 503, 504]

/** What an exchange must be. */
export const exchangeRules: readonly Rule[] = [
  {
    part: 'exchange',
    rule: 'connects a car, and answers the same post with the same outcome',
    async run(bench) {
      const page = bench.page()
      const session = await bench.start(page)
      const result = await bench.walk(session, bench.newEmail())
      const first = await bench.hand(page, session, result)
      if (!first.ok) return `it answered ${await wordsOf(first)}`
      if (!/no-store/.test(first.headers.get('cache-control') ?? '')) return 'no-store is missing'
      const isJson = /json/.test(first.headers.get('content-type') ?? '')
      if (first.status !== 204 && !isJson) return 'its answer is not JSON'
      const again = await bench.hand(page, session, result)
      const [one, other] = [await wordsOf(first), await wordsOf(again)]
      return one === other ? undefined : `first “${one}”, then “${other}”`
    },
  },
  {
    part: 'exchange',
    rule: 'refuses what is no page of the app, and nobody’s login',
    async run(bench) {
      const page = bench.page()
      const session = await bench.start(page)
      const result = await bench.walk(session, bench.newEmail())
      for (const [what, changes] of foreignHeaders) {
        const wrong = await notRefused(what, await bench.hand(page, session, result, changes))
        if (wrong !== undefined) return wrong
      }
      const nobody = await bench.hand(page, session, result, { login: null })
      const open = await notRefused('a post without a login', nobody, [401])
      if (open !== undefined) return open
      const noKey = await bench.hand(page, session, result, { 'idempotency-key': null })
      return notRefused('a post without Idempotency-Key', noKey)
    },
  },
  {
    part: 'exchange',
    rule: 'takes a session only from the browser and the login that began it',
    async run(bench) {
      const page = bench.page()
      const session = await bench.start(page)
      const result = await bench.walk(session, bench.newEmail())
      const otherBrowser = await bench.hand(bench.page(), session, result)
      const open = await notRefused('the same login in another browser', otherBrowser)
      if (open !== undefined) return open
      const cookie = session.answer.headers.getSetCookie().map(line => line.split(';')[0])
      const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(bench.options.logins[1]) ?? []
      const isCookie = name.trim().toLowerCase() === 'cookie'
      const cookies = [...(isCookie ? [value.trim()] : []), ...cookie].join('; ')
      const otherLogin = await bench.hand(bench.page(1), session, result, { cookie: cookies })
      const stolen = await notRefused('another login with the cookie of the session', otherLogin)
      if (stolen !== undefined) return stolen
      const madeUp = { ...session, token: 'A'.repeat(43) }
      return notRefused('a made-up session', await bench.hand(page, madeUp, result))
    },
  },
  {
    part: 'exchange',
    rule: 'connects nobody’s car by a user id that the browser says',
    async run(bench) {
      const first = await bench.start(bench.page())
      const owner = await bench.walk(first, bench.newEmail())
      const thief = bench.page(1)
      const bare = await bench.start(thief)
      const forged = new URLSearchParams({ user_id: owner.get('user_id') ?? '' })
      const unseen = await bench.hand(thief, bare, forged)
      const open = await notRefused('the user id of somebody else', unseen, notConnected)
      if (open !== undefined) return open
      const own = await bench.start(thief)
      const consented = await bench.walk(own, bench.newEmail())
      consented.set('user_id', owner.get('user_id') ?? '')
      const mixed = await bench.hand(thief, own, consented)
      return notRefused('the user id of somebody else beside one’s own car', mixed, notConnected)
    },
  },
  {
    part: 'exchange',
    rule: 'refuses a simulated car, and permissions that were not asked for',
    async run(bench) {
      const page = bench.page()
      const session = await bench.start(page)
      const mode = session.address.searchParams.get('mode') ?? 'live'
      const other = mode === 'live' ? 'simulated' : 'live'
      const result = await bench.walk(session, bench.newEmail(), { mode: other })
      const wrongMode = await bench.hand(page, session, result)
      const open = await notRefused(`a car of mode ${other}`, wrongMode, notConnected)
      const scope = session.address.searchParams.get('scope')
      if (open !== undefined || scope === null || /read_location/.test(scope)) return open
      const edited = await bench.start(page)
      const more = { scope: `${scope} read_location` }
      const granted = await bench.walk(edited, bench.newEmail(), more)
      const answer = await bench.hand(page, edited, granted)
      return notRefused('an address with one more permission', answer, notConnected)
    },
  },
  {
    part: 'exchange',
    rule: 'waits for a car that is listed late, or says 503 and takes the same post later',
    async run(bench) {
      const page = bench.page()
      const session = await bench.start(page)
      const flags = session.address.searchParams.get('flags')
      const late = [flags, 'scenario:connections-lag'].filter(Boolean).join(' ')
      const result = await bench.walk(session, bench.newEmail(), { flags: late })
      const deadline = Date.now() + 30_000
      for (;;) {
        const answer = await bench.hand(page, session, result)
        if (answer.ok) return undefined
        const wait = Number(answer.headers.get('retry-after'))
        if (answer.status !== 503 || !(wait > 0)) return `it answered ${await wordsOf(answer)}`
        if (Date.now() > deadline) return 'it still says 503 after half a minute'
        await sleep(wait)
      }
    },
  },
  {
    part: 'exchange',
    rule: 'lets no foreign page read it (CORS)',
    run: bench => foreignPreflight(bench, 'exchange'),
  },
]
