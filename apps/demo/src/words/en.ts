// English.

import type { Words } from './words.ts'

/** English. */
export const en: Words = {
  language: 'en',
  garage: 'Your garage',
  lead: {
    loading: 'Looking for your cars.',
    failed: 'We can’t see your cars right now.',
    empty: 'Connect a car to see its odometer, battery and range.',
    ready: 'As your cars told it last.',
  },
  cars: 'Cars',
  notLoaded: 'Your cars couldn’t be loaded',
  loadAgain: 'Try again',
  intro: {
    title: 'There’s room for your first car',
    reasons: [
      'See how far it has driven and how far it still goes.',
      'Lock it and start its charge from here.',
      'Know what changed, without asking again.',
    ],
  },
  figures: {
    odometer: 'Odometer',
    battery: 'Battery',
    range: 'Range',
    charging: 'Charging',
    doors: 'Doors',
  },
  missing: { not_shared: 'Not shared', none: 'This car has none', unknown: 'Nothing yet' },
  lastSeen: 'Last seen {age}',
  justNow: 'just now',
  states: {
    charging: 'Charging',
    notCharging: 'Not charging',
    locked: 'Locked',
    unlocked: 'Unlocked',
  },
  commands: {
    'security/lock': { label: 'Lock', pending: 'Locking the car…', done: 'The car is locked.' },
    'security/unlock': {
      label: 'Unlock',
      pending: 'Unlocking the car…',
      done: 'The car is unlocked.',
    },
    'charge/start': {
      label: 'Start charging',
      pending: 'Starting the charge…',
      done: 'The car has started to charge.',
    },
    'charge/stop': {
      label: 'Stop charging',
      pending: 'Stopping the charge…',
      done: 'The car has stopped charging.',
    },
  },
  ended: 'The connection to this car has ended. Connect it again to see its figures.',
  connectAgain: 'Connect again',
}
