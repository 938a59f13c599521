// The checks of the answer: how it is read, exchanged and settled.

import type { MutatedFile } from './mutated-file.ts'

const ourTeslaUrl = '/^https:\\/\\/([\\w-]+\\.)*tesla\\.com(\\/|$)/'

/** The mutations in `answer/`. */
export const answerMutations: readonly MutatedFile[] = [
  {
    file: 'answer/read-answer.ts',
    tests: ['answer/read-answer.test.ts', 'options/connect-options.test.ts'],
    mutations: [
      ['results.size !== 1 || ', ''],
      ["if (pathname.endsWith('/reauthenticate')) return 'vehicle_id'", ''],
      ["searchParams.get('response_type') === 'none' ? 'user_id' : 'code'", "'code'"],
      [' || !(error || params[kind])', ''],
      ["new Set(['error', 'code', kind]", "new Set(['error', kind]"],
      ["new Set(['error', 'code', kind]", "new Set(['code', kind]"],
      ['if (error) return readError(error, params)', ''],
      ['teslaUrl(params.virtual_key_url)', 'params.virtual_key_url'],
      [ourTeslaUrl, '/^https?:\\/\\/([\\w-]+\\.)*tesla\\.com(\\/|$)/'],
      [ourTeslaUrl, '/^https:\\/\\/([\\w-]+\\.)*tesla\\.com/'],
      [ourTeslaUrl, '/https:\\/\\/([\\w-]+\\.)*tesla\\.com(\\/|$)/'],
      [ourTeslaUrl, '/^https:\\/\\/.*tesla\\.com(\\/|$)/'],
      [
        "if (error === 'user_manually_returned_to_application') {\n    return { ok: false, code: 'returned_to_app' }\n  }",
        '',
      ],
      ["isKnown ? (error as ProviderErrorCode) : 'provider_error'", 'error as ProviderErrorCode'],
      ['error.slice(0, 64)', 'error'],
      ['params.error_description ?? params.error_message', 'params.error_description'],
      ['params.error_description ?? params.error_message', 'params.error_message'],
      ['vin ? { vin', 'make ? { vin'],
      ['Number(year) || undefined', 'Number(year)'],
      ['Number(status_code) || undefined', 'Number(status_code)'],
    ],
  },
  {
    file: 'backend/with-deadline.ts',
    tests: [
      'answer/exchange.test.ts',
      'server-session/fetch-started-session.test.ts',
      'connect-endings.browser.test.ts',
    ],
    mutations: [
      ['    isTooLate = true\n    abort()\n', '    isTooLate = true\n'],
      ['    isTooLate = true\n', ''],
      ['clearTimeout(timer)', ''],
      ["cancelled.addEventListener('abort', abort)", ''],
      ["cancelled.removeEventListener('abort', abort)", ''],
      ["signal.addEventListener('abort', () => reject(signal.reason))", ''],
      ['return isTooLate\n', 'return signal.aborted\n'],
      ['details: { message, cause }', 'details: { message }'],
    ],
  },
  {
    file: 'backend/post-json.ts',
    tests: ['answer/exchange.test.ts', 'server-session/fetch-started-session.test.ts'],
    mutations: [
      ["      ...init,\n      method: 'POST',", "      method: 'POST',\n      ...init,"],
      [
        "        ...headers,\n        ...protectedHeaders,\n        'Content-Type': 'application/json',\n        'X-Smartcar-Connect': '1',",
        "        ...protectedHeaders,\n        'Content-Type': 'application/json',\n        'X-Smartcar-Connect': '1',\n        ...headers,",
      ],
      ['...headers,\n        ...protectedHeaders,', '...protectedHeaders,\n        ...headers,'],
      ['...protectedHeaders,', ''],
      ["'Content-Type': 'application/json',", ''],
      ["'X-Smartcar-Connect': '1',", ''],
      ["credentials: 'same-origin',\n      ...init", "credentials: 'include',\n      ...init"],
      ["cache: 'no-store',", ''],
      ["redirect: 'error',", ''],
      ["referrerPolicy: 'no-referrer',", ''],
      ['      signal,\n    })', '    })'],
      ["return { ok: false, code: 'network_error', details: { message, cause } }", 'throw cause'],
      ["code: 'network_error', details: { message, cause }", "code: 'network_error'"],
      ['if (status === 204) return { ok: true, data: undefined as T }', ''],
      ['/\\bjson\\b/i.test(type)', 'true'],
      ['.json().catch(() => {})', '.json()'],
      ['if (ok && data !== undefined)', 'if (data !== undefined)'],
      ['if (ok && data !== undefined)', 'if (ok)'],
      ['/problem/i.test(type) ? data : undefined', 'data'],
      [
        "Number(response.headers.get('Retry-After')) || undefined",
        "Number(response.headers.get('Retry-After'))",
      ],
    ],
  },
  {
    file: 'answer/exchange.ts',
    tests: ['answer/exchange.test.ts', 'connect-endings.browser.test.ts'],
    mutations: [
      ["{ 'Idempotency-Key': key }", '{}'],
      ["{ 'Idempotency-Key': key }, signal)", "{ 'Idempotency-Key': key }, cancelled)"],
      ['exchange(grant, { signal })', 'exchange(grant, { signal: cancelled })'],
    ],
  },
  {
    file: 'answer/hosted-redirect.ts',
    tests: ['answer/hosted-redirect.test.ts', 'late.browser.test.ts'],
    mutations: [
      ['!isTrusted || ', ''],
      ['origin !== hosted || ', ''],
      [' || source !== popup', ''],
      ["Object(data).name !== 'SmartcarAuthMessage' || ", ''],
      [' || data.state !== state', ''],
      ['Object.hasOwn(data, name) ? data[name] : undefined', 'data[name]'],
      ["if (typeof value === 'string') params", 'params'],
      ['new URL(connectOrigin).origin', 'connectOrigin'],
      ['if (unsafeHostedRedirect !== true && (redirectUri || session)) return', ''],
      [
        'if (unsafeHostedRedirect !== true && (redirectUri || session))',
        'if (redirectUri || session)',
      ],
      [
        'if (unsafeHostedRedirect !== true && (redirectUri || session))',
        'if (unsafeHostedRedirect !== true)',
      ],
      ['unsafeHostedRedirect !== true &&', '!unsafeHostedRedirect &&'],
      ['(redirectUri || session)', 'redirectUri'],
      ['(redirectUri || session)', 'session'],
      ['if (message) onAnswer(message)', 'onAnswer(message as ConnectMessage)'],
      [
        "addEventListener('message', onMessage, { signal })",
        "addEventListener('message', onMessage)",
      ],
    ],
  },
  {
    file: 'answer/settle-answer.ts',
    tests: [
      'connect.browser.test.ts',
      'resume/resume.browser.test.ts',
      'connect-endings.browser.test.ts',
      'connect-retry.browser.test.ts',
      'create-session.browser.test.ts',
    ],
    mutations: [
      ['if (!answer.ok) return answer', ''],
      ['const { code, ...grant } = answer.grant', 'const grant = answer.grant'],
      ['onExchange(grant)\n', ''],
      ["if (cancelled.aborted) return { ok: false, code: 'exchange_failed', grant }", ''],
      ['options.session ? tokenOf(message.state) : key', 'tokenOf(message.state)'],
      ['options.session ? tokenOf(message.state) : key', 'key'],
      ['exchangeGrant(options.exchange, answer.grant,', 'exchangeGrant(options.exchange, grant,'],
      ['id, cancelled)), grant }', 'id, new AbortController().signal)), grant }'],
      ['id, cancelled)), grant }', 'id, cancelled)) } as Settlement<T>'],
    ],
  },
]
