// Words and actions for every session.

import { ConnectError, type ConnectErrorCode, type Session } from 'smartcar-connect'
import { expect, test } from 'vitest'
import { enConnect } from '../locales/en.ts'
import { statusActions, statusWords } from './status-words.ts'

function failed(code: ConnectErrorCode): Session {
  return { status: 'failed', error: new ConnectError(code) }
}

test.each<[Session, string[]]>([
  [{ status: 'idle' }, []],
  [{ status: 'waiting', popup: 'open' }, ['show', 'cancel']],
  [{ status: 'waiting', popup: 'lost' }, ['cancel']],
  [{ status: 'exchanging', grant: {} }, []],
  [{ status: 'connected', grant: {}, data: 1 }, []],
  [{ status: 'cancelled', reason: 'popup_closed' }, ['retry']],
  [{ status: 'cancelled', reason: 'superseded' }, []],
  [failed('popup_blocked'), ['here', 'retry']],
  [failed('popup_unsupported'), []],
  [failed('exchange_failed'), ['retry']],
  [failed('configuration_error'), []],
])('%o offers %o', (session, actions) => {
  expect(statusActions(session)).toEqual(actions)
})

test('every error has a whole sentence of its own', () => {
  const sentences = Object.keys(enConnect.failed).map(code =>
    statusWords(failed(code as ConnectErrorCode), enConnect),
  )
  expect(new Set(sentences).size).toBe(15)
  expect(sentences.filter(sentence => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
})
