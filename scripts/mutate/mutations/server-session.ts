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
      ['expiresInMs - spareMs\n', 'expiresInMs\n'],
      ['state: sent,', 'state: token,'],
      ['Date.now() < goodUntilMs && ', ''],
      [' && requestKey(asked) === requestKey(request)', ''],
      [
        'JSON.stringify([session, state, vehicleId, appUser])',
        'JSON.stringify([state, vehicleId, appUser])',
      ],
      [
        'JSON.stringify([session, state, vehicleId, appUser])',
        'JSON.stringify([session, vehicleId, appUser])',
      ],
      [
        'JSON.stringify([session, state, vehicleId, appUser])',
        'JSON.stringify([session, state, appUser])',
      ],
    ],
  },
  {
    file: 'server-session/started-sessions.ts',
    tests: ['server-session/started-sessions.test.ts'],
    mutations: [
      ['if (!atHand?.fits(request)) return undefined', ''],
      ['      atHand = undefined\n      return session', '      return session'],
      ['if (atHand?.fits(request)) return undefined\n', ''],
      ['underWay.get(key) ?? ', ''],
      ['underWay.set(key, arrival)', ''],
      ['underWay.delete(key)', ''],
      ['underWay.delete(key)', 'underWay.clear()'],
      ['if (!outcome.ok) return outcome', 'if (!outcome.ok) return undefined'],
    ],
  },
]
