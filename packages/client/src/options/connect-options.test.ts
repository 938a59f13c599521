// What follows from the options, on a page and on a server.

import { afterEach, expect, test, vi } from 'vitest'
import { resultKind } from '../answer/read-answer.ts'
import {
  checkOptions,
  comesBackHere,
  type EndpointOptions,
  planConnect,
} from './connect-options.ts'

const token = 't'.repeat(43)
const origin = 'https://app.example'
const options: EndpointOptions = {
  clientId: 'app',
  redirectUri: `${origin}/smartcar-redirect.html`,
  exchange: '/api/exchange',
}

afterEach(() => {
  vi.unstubAllGlobals()
})

function onPage(at = origin) {
  vi.stubGlobal('location', { origin: at })
}

test('the state to open with is the state to wait for', () => {
  onPage()
  for (const state of [undefined, '', 'the app’s own']) {
    const plan = planConnect({ ...options, state }, token)
    expect(plan.url.searchParams.get('state')).toBe(plan.state)
    expect(plan.state.startsWith(token)).toBe(true)
    expect(plan.state.length > token.length).toBe(Boolean(state))
  }
})

test.each<[Partial<EndpointOptions>, string]>([
  [{}, 'code'],
  [{ responseType: undefined }, 'code'],
  [{ responseType: 'code' }, 'code'],
  [{ responseType: 'none' }, 'user_id'],
  [{ vehicleId: 'car-1' }, 'vehicle_id'],
  [{ vehicleId: 'car-1', responseType: 'none' }, 'vehicle_id'],
])('with %o, the result to wait for is %s', { tags: ['F19'] }, (more, kind) => {
  onPage()
  expect(resultKind(planConnect({ ...options, ...more }, token).url)).toBe(kind)
})

test('options of ours are no parameters of Connect', () => {
  onPage()
  function nothing() {}
  const { url } = planConnect(
    {
      ...options,
      popup: { width: 400 },
      session: '',
      unsafeHostedRedirect: false,
      presentation: 'popup',
      onSuccess: nothing,
      onCancel: nothing,
      onError: nothing,
      onEvent: nothing,
    },
    token,
  )
  expect([...url.searchParams.keys()].sort()).toEqual([
    'client_id',
    'redirect_uri',
    'response_type',
    'state',
  ])
})

test('accepts a redirect URI on the page’s own origin, whatever follows', { tags: ['F45'] }, () => {
  onPage()
  for (const rest of ['', '/', '/a/b.html', '/a?b=https://evil.example', '?b']) {
    const redirectUri = origin + rest
    const { url } = planConnect({ ...options, redirectUri }, token)
    expect(url.searchParams.get('redirect_uri')).toBe(redirectUri)
  }
})

test.each([
  'https://www.app.example/redirect.html',
  'https://app.example.co/redirect.html',
  'https://app.exampl/redirect.html',
  'https://app.example:8443/redirect.html',
  'http://app.example/redirect.html',
  'https://app.example@evil.example/redirect.html',
  'https://evil.example/https://app.example/',
  'https://[',
])(
  'the redirect URI %j does not throw, as its page may be fine elsewhere; but nothing comes back',
  {
    tags: ['F45', 'F67', 'T07'],
  },
  redirectUri => {
    onPage()
    const url = new URL('https://connect.smartcar.com/oauth/authorize')
    url.searchParams.set('redirect_uri', redirectUri)
    expect(comesBackHere(url, options)).toBe(false)
    expect(comesBackHere(url, { ...options, unsafeHostedRedirect: true })).toBe(true)
  },
)

test('a redirect page of this origin comes back, and so does the answer where there is none', {
  tags: ['F45'],
}, () => {
  onPage()
  expect(comesBackHere(planConnect(options, token).url, options)).toBe(true)
  const without = { ...options, redirectUri: undefined, responseType: 'none' } as const
  expect(comesBackHere(planConnect(without, token).url, without)).toBe(true)
})

test.each(['smartcar-redirect.html', 'https://', 'not an address', ' '])(
  'refuses the redirect URI %j at once, by its name',
  { tags: ['F45', 'T07'] },
  redirectUri => {
    onPage()
    function plan() {
      return planConnect({ ...options, redirectUri }, token)
    }
    expect(plan).toThrow(TypeError)
    expect(plan).toThrow('`redirectUri`')
  },
)

test('a redirect URI that is a path is on the page’s origin, whatever its host is', {
  tags: ['F67'],
}, () => {
  for (const at of ['https://app.example', 'http://localhost:5173']) {
    onPage(at)
    const own = { ...options, redirectUri: '/smartcar-redirect.html' }
    const { url } = planConnect(own, token)
    expect(url.searchParams.get('redirect_uri')).toBe(`${at}/smartcar-redirect.html`)
    expect(comesBackHere(url, own)).toBe(true)
  }
})

test('on a server, nothing about the address is demanded', { tags: ['F67', 'F49'] }, () => {
  for (const redirectUri of [undefined, '/smartcar-redirect.html', 'https://other.example/r']) {
    expect(() => checkOptions({ ...options, redirectUri })).not.toThrow()
  }
})

test('on a page, what works nowhere is refused at once', () => {
  onPage()
  for (const redirectUri of [`${origin}/r?code=1`, '/r?state=1', `${origin}/r#x`]) {
    expect(() => checkOptions({ ...options, redirectUri })).toThrow('`redirectUri`')
  }
  expect(() => checkOptions({ ...options, mode: 'none' as 'live' })).toThrow('`mode`')
  expect(() => checkOptions({ ...options, redirectUri: 'https://other.example/r' })).not.toThrow()
})

test.each([undefined, '', 'undefined', 'undefined/smartcar-redirect.html'])(
  'a redirect URI from a variable that is not set, %j, does not empty the page',
  { tags: ['F67'] },
  redirectUri => {
    onPage()
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => checkOptions({ ...options, redirectUri })).not.toThrow()
    expect(String(shown.mock.calls)).toContain('`redirectUri`')
    shown.mockRestore()
  },
)

test.each(['null', 'capacitor://localhost', 'app://garage'])(
  'a path as redirect URI does not empty a page whose origin is %j',
  { tags: ['F67'] },
  at => {
    onPage(at)
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => checkOptions({ ...options, redirectUri: '/smartcar-redirect.html' })).not.toThrow()
    expect(String(shown.mock.calls)).toContain('`redirectUri`')
    shown.mockRestore()
  },
)

test('takes a hosted redirect page only by the name that says that it is unsafe', {
  tags: ['T19'],
}, () => {
  onPage()
  const redirectUri =
    'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://app.example'
  const hosted = { ...options, redirectUri }
  expect(() => planConnect(hosted, token)).toThrow('`redirectUri`')
  expect(() => planConnect({ ...hosted, unsafeHostedRedirect: false }, token)).toThrow(TypeError)
  const { url } = planConnect({ ...hosted, unsafeHostedRedirect: true }, token)
  expect(url.searchParams.get('redirect_uri')).toBe(redirectUri)
  expect(url.searchParams.has('unsafe_hosted_redirect')).toBe(false)
})

test('leaves alone what Connect does not hear of, whatever it is', () => {
  onPage()
  const headers = Object.assign(Object.create(null), { 'X-App': '1' })
  const proxy = new Proxy(async () => {}, { get: () => ({}) })
  for (const exchange of [{ url: '/api', headers }, proxy]) {
    expect(() => planConnect({ ...options, exchange }, token)).not.toThrow()
  }
})

test('only `true` makes it unsafe', { tags: ['T19'] }, () => {
  onPage()
  for (const word of ['false', 'true', 1]) {
    const redirectUri = 'https://javascript-sdk.smartcar.com/v2/redirect'
    const odd = {
      ...options,
      redirectUri,
      unsafeHostedRedirect: word,
    } as unknown as EndpointOptions
    expect(() => planConnect(odd, token)).toThrow('`redirectUri`')
    const url = new URL('https://connect.smartcar.com/?redirect_uri=https://evil.example/')
    expect(comesBackHere(url, odd)).toBe(false)
  }
})

test('refuses to do without an exchange, by its name', () => {
  const without = { ...options, exchange: undefined } as unknown as EndpointOptions
  for (const session of [undefined, '/api/session']) {
    expect(() => checkOptions({ ...without, session })).toThrow(TypeError)
    expect(() => checkOptions({ ...without, session })).toThrow('`exchange`')
  }
})

test('refuses what it does not know, by its name', () => {
  const odd = { ...options, onSucces: () => {} } as EndpointOptions
  expect(() => planConnect(odd, token)).toThrow('`onSucces`')
})

test('refuses an app state that is too long, by its name, however long it is', () => {
  expect(() => planConnect({ ...options, state: 'x'.repeat(1000) }, token)).not.toThrow()
  for (const length of [1001, 200_000]) {
    function plan() {
      return planConnect({ ...options, state: 'x'.repeat(length) }, token)
    }
    expect(plan).toThrow(TypeError)
    expect(plan).toThrow('`state`')
  }
})

test('on a server there is no page to compare with', { tags: ['F49'] }, () => {
  expect(planConnect(options, token).url.searchParams.get('redirect_uri')).toBe(options.redirectUri)
})

test('without a redirect URI, Connect is told the page’s origin', () => {
  onPage()
  const none: EndpointOptions = { clientId: 'app', responseType: 'none', exchange: '/api' }
  for (const appOrigin of [undefined, '']) {
    const { url } = planConnect({ ...none, appOrigin }, token)
    expect(url.searchParams.get('app_origin')).toBe(origin)
    expect(url.searchParams.has('redirect_uri')).toBe(false)
  }
  expect(planConnect({ ...options, responseType: 'none' }, token).url.href).not.toContain(
    'app_origin',
  )
})

test('options that many buttons have in common are checked once, and other ones again', () => {
  onPage()
  const made = vi.fn()
  class Counted extends URLSearchParams {
    constructor(...given: ConstructorParameters<typeof URLSearchParams>) {
      super(...given)
      made()
    }
  }
  vi.stubGlobal('URLSearchParams', Counted)
  const common: EndpointOptions = { ...options, clientId: 'list', scope: ['read_vin'] }
  for (const id of ['a', 'b', 'c']) {
    checkOptions({ ...common, scope: ['read_vin'], instanceId: id, state: id, onError() {} })
  }
  expect(made).toHaveBeenCalledTimes(1)
  checkOptions({ ...common, scope: ['read_fuel'] })
  expect(made).toHaveBeenCalledTimes(2)
  for (const _ of ['the first button', 'the second']) {
    expect(() => checkOptions({ ...common, mode: 'none' as 'live' })).toThrow('`mode`')
    expect(() => checkOptions({ ...common, state: 'x'.repeat(1001) })).toThrow('`state`')
  }
})
