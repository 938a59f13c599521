// Every session that a component can be shown in, by a name that a control offers.

import {
  type CancelReason,
  ConnectError,
  type ConnectErrorCode,
  type ConnectErrorDetails,
  type Session,
} from 'smartcar-connect'
import { enConnect } from '../src/locales/en.ts'

function failed(code: ConnectErrorCode, details?: ConnectErrorDetails): Session {
  return { status: 'failed', error: new ConnectError(code, details) }
}

const reasons = Object.keys(enConnect.cancelled) as CancelReason[]
const codes = Object.keys(enConnect.failed) as ConnectErrorCode[]

/** The sessions before an ending, and the one that everybody hopes for. */
export const onTheWay: Readonly<Record<string, Session>> = {
  idle: { status: 'idle' },
  preparing: { status: 'preparing' },
  waiting: { status: 'waiting', popup: 'open' },
  lost: { status: 'waiting', popup: 'lost' },
  exchanging: { status: 'exchanging', grant: {} },
  connected: { status: 'connected', grant: {}, data: undefined },
  redirecting: { status: 'redirecting' },
}

/** The sessions that a person or the app ended, by reason. */
export const cancelled: Readonly<Record<string, Session>> = Object.fromEntries(
  reasons.map((reason): [string, Session] => [reason, { status: 'cancelled', reason }]),
)

/** The sessions that failed, by code. */
export const failures: Readonly<Record<string, Session>> = Object.fromEntries(
  codes.map((code): [string, Session] => [code, failed(code)]),
)

/** The sessions that have something to say beside their status or their code. */
const particular: Readonly<Record<string, Session>> = {
  connected_two: { status: 'connected', grant: {}, data: [{ id: 'one' }, { id: 'two' }] },
  exchange_refused: failed('exchange_failed', { status: 409 }),
  vehicle_known: failed('vehicle_incompatible', {
    vehicle: { vin: '5YJSA1E26JF000001', make: 'KIA', model: 'Niro', year: 2019 },
  }),
}

/** All of them. Names have nothing in them that a link could not hold. */
export const sessions: Readonly<Record<string, Session>> = {
  ...onTheWay,
  ...cancelled,
  ...failures,
  ...particular,
}

/** The control: one select of states, each a session that can really be. */
export const sessionControl = {
  control: {
    type: 'select' as const,
    labels: {
      ...labelled('', onTheWay),
      lost: 'waiting, popup not seen any more',
      connected_two: 'connected, two cars',
      ...labelled('cancelled: ', cancelled),
      ...labelled('failed: ', failures),
      exchange_refused: 'failed: exchange_failed, refused for good',
      vehicle_known: 'failed: vehicle_incompatible, vehicle known',
    },
  },
  options: Object.keys(sessions),
  mapping: sessions,
}

function labelled(before: string, some: object): Record<string, string> {
  return Object.fromEntries(Object.keys(some).map(name => [name, `${before}${name}`]))
}
