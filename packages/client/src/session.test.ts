// The session's table: every state with every news.

import { expect, test } from 'vitest'
import { ConnectError } from './errors.ts'
import { canFollow, isSettled, type Session } from './session.ts'

const phases: { [name: string]: () => Session } = {
  idle: () => ({ status: 'idle' }),
  preparing: () => ({ status: 'preparing' }),
  waiting: () => ({ status: 'waiting', popup: 'open' }),
  lost: () => ({ status: 'waiting', popup: 'lost' }),
  exchanging: () => ({ status: 'exchanging', grant: {} }),
  connected: () => ({ status: 'connected', grant: {}, data: 'odometer' }),
  left: () => ({ status: 'cancelled', reason: 'popup_closed' }),
  returned: () => ({ status: 'cancelled', reason: 'returned_to_app' }),
  aborted: () => ({ status: 'cancelled', reason: 'aborted' }),
  superseded: () => ({ status: 'cancelled', reason: 'superseded' }),
  failed: () => ({ status: 'failed', error: new ConnectError('exchange_failed') }),
  expired: () => ({ status: 'failed', error: new ConnectError('expired') }),
  redirecting: () => ({ status: 'redirecting' }),
}

// A row per state, a column per news: `yes` where the news is the next state, `-` where it
// changes nothing. `left`: cancelled because the popup was closed, when an answer may still come.
const table = `
             idle preparing waiting lost exchanging connected left returned aborted superseded failed expired redirecting
idle         -    yes       yes     yes  -          -         -    -        -       -          yes    -       yes
preparing    -    -         yes     -    yes        -         -    yes      yes     yes        yes    yes     yes
waiting      -    yes       yes     yes  yes        -         -    yes      yes     yes        yes    yes     yes
lost         -    yes       yes     -    yes        -         yes  yes      yes     yes        yes    yes     yes
exchanging   -    -         -       -    -          yes       -    yes      yes     yes        yes    -       -
connected    yes  yes       yes     -    -          -         -    -        -       -          yes    -       yes
left         yes  yes       yes     -    yes        -         -    yes      yes     yes        yes    -       yes
returned     yes  yes       yes     -    -          -         -    -        -       -          yes    -       yes
aborted      yes  yes       yes     -    -          -         -    -        -       -          yes    -       yes
superseded   yes  yes       yes     -    -          -         -    -        -       -          yes    -       yes
failed       yes  yes       yes     -    yes        -         -    yes      yes     yes        yes    -       yes
expired      yes  yes       yes     -    -          -         -    -        -       -          yes    -       yes
redirecting  yes  -         -       -    -          -         -    yes      yes     yes        yes    -       -
`
const [names = [], ...rows] = table
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/))
const pairs = rows.flatMap(([state = '', ...cells]) =>
  cells.map((cell, column) => ({ state, news: names[column] ?? '', follows: cell === 'yes' })),
)

function make(name: string): Session {
  const phase = phases[name]
  if (!phase) throw new Error(`The table names ${name}, which is no phase.`)
  return phase()
}

test('the table has every pair of phases', () => {
  const all = Object.keys(phases).flatMap(state => Object.keys(phases).map(n => `${state} ${n}`))
  expect(pairs.map(({ state, news }) => `${state} ${news}`)).toEqual(all)
})

test.each(pairs)(
  '$state, then $news: follows $follows',
  { tags: ['F04', 'F05', 'F06', 'F14'] },
  entry => {
    const session = make(entry.state)
    const news = make(entry.news)
    expect(canFollow(session, news)).toBe(entry.follows)
  },
)

test('news never changes the session it is about', () => {
  for (const { state, news } of pairs) {
    const session = Object.freeze(make(state))
    expect(() => canFollow(session, Object.freeze(make(news)))).not.toThrow()
  }
})

test('an ending is one of connected, cancelled and failed', () => {
  const settled = Object.keys(phases).filter(name => isSettled(make(name)))
  const open = ['idle', 'preparing', 'waiting', 'lost', 'exchanging', 'redirecting']
  expect(settled).toEqual(Object.keys(phases).filter(name => !open.includes(name)))
})
