// The checks of the sessions that the server starts.

import type { MutatedFile } from './mutated-file.ts'

/** The mutations in `server-session/`. */
export const serverSessionMutations: readonly MutatedFile[] = [
  {
    file: 'server-session/fetch-started-session.ts',
    tests: [
      'server-session/fetch-started-session.test.ts',
      'server-session/fetch-started-session-refusals.test.ts',
    ],
    mutations: [
      ['if (!outcome.ok) return outcome', ''],
      ['URL.canParse(href) ? new URL(href) : undefined', 'new URL(href as string)'],
      ['!token || ', ''],
      ['tokenOf(sent) !== token || ', ''],
      ['tokenOf(sent) !== token', 'sent !== token'],
      [' || !(expiresInMs > spareMs)', ''],
      ['!(expiresInMs > spareMs)', 'expiresInMs <= spareMs'],
      ['!(expiresInMs > spareMs)', '!(expiresInMs > 0)'],
      ['(expiresInMs - spareMs) * share', 'expiresInMs * share'],
      ['(expiresInMs - spareMs) * share', '(expiresInMs - spareMs)'],
      ['state: sent,', 'state: token,'],
      ['Date.now() < arrivedMs + (expiresInMs - spareMs) * share &&', ''],
      ['topicOf(asked) === topicOf(request) &&', ''],
      ['[JSON.stringify(session), state, vehicleId]', '[state, vehicleId]'],
      ['[JSON.stringify(session), state, vehicleId]', '[JSON.stringify(session), vehicleId]'],
      ['[JSON.stringify(session), state, vehicleId]', '[JSON.stringify(session), state]'],
    ],
  },
  {
    file: 'server-session/started-sessions.ts',
    tests: [
      'server-session/started-sessions.test.ts',
      'server-session/late-session.browser.test.ts',
      'server-session/session-option.browser.test.ts',
      'server-session/shared-sessions.browser.test.ts',
    ],
    mutations: [
      ['if (!session?.fits(request)) return undefined', ''],
      ['    atHand.delete(topic)\n    return session', '    return session'],
      ['if (known?.fits(request, freshShare)) return undefined\n', ''],
      ['known?.fits(request, freshShare)', 'known?.fits(request)'],
      ['if (!known?.fits(request)) atHand.delete(topic)', ''],
      ['arrival && arrival.appUser === request.appUser', 'arrival'],
      ['underWay.set(topic, arrival)', ''],
      ['if (isNewest) underWay.delete(topic)', ''],
      ['if (isNewest) underWay.delete(topic)', 'underWay.delete(topic)'],
      ['if (isNewest) atHand', 'atHand'],
      ['if (!outcome.ok) return outcome', 'if (!outcome.ok) return undefined'],
      ['if (failure) return failure', ''],
      ['if (!isWaiting()) break\n', ''],
      ["if (read().appUser !== click.appUser) return { ok: false, code: 'login_changed' }", ''],
      ["(click.presentation || 'popup') === 'popup'", "click.presentation === 'popup'"],
      ['navigator.userActivation?.isActive === false', '!navigator.userActivation?.isActive'],
      ['navigator.userActivation?.isActive === false', 'false'],
      ["isOver ? { ...click, presentation: 'redirect' as const } : click", 'click'],
      ['const maxFetches = 3', 'const maxFetches = 1'],
    ],
  },
]
