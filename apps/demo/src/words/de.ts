// German.

import type { Words } from './words.ts'

/** German. */
export const de: Words = {
  language: 'de',
  garage: 'Ihre Garage',
  lead: {
    loading: 'Ihre Autos werden gesucht.',
    failed: 'Wir sehen Ihre Autos gerade nicht.',
    empty: 'Verbinden Sie ein Auto und sehen Sie Kilometerstand, Ladung und Reichweite.',
    ready: 'So haben es Ihre Autos zuletzt gemeldet.',
  },
  cars: 'Autos',
  notLoaded: 'Ihre Autos ließen sich nicht laden',
  loadAgain: 'Noch einmal versuchen',
  intro: {
    title: 'Hier ist Platz für Ihr erstes Auto',
    reasons: [
      'Sehen Sie, wie weit es gefahren ist und wie weit es noch kommt.',
      'Verriegeln Sie es und starten Sie das Laden von hier aus.',
      'Erfahren Sie, was sich ändert, ohne noch einmal zu fragen.',
    ],
  },
  figures: {
    odometer: 'Kilometerstand',
    battery: 'Batterie',
    range: 'Reichweite',
    charging: 'Laden',
    doors: 'Türen',
  },
  missing: {
    not_shared: 'Nicht freigegeben',
    none: 'Hat dieses Auto nicht',
    unknown: 'Noch nichts',
  },
  lastSeen: 'Zuletzt gesehen {age}',
  justNow: 'gerade eben',
  states: {
    charging: 'Lädt',
    notCharging: 'Lädt nicht',
    locked: 'Verriegelt',
    unlocked: 'Entriegelt',
  },
  commands: {
    'security/lock': {
      label: 'Verriegeln',
      pending: 'Das Auto wird verriegelt…',
      done: 'Das Auto ist verriegelt.',
    },
    'security/unlock': {
      label: 'Entriegeln',
      pending: 'Das Auto wird entriegelt…',
      done: 'Das Auto ist entriegelt.',
    },
    'charge/start': {
      label: 'Laden starten',
      pending: 'Das Laden wird gestartet…',
      done: 'Das Auto lädt.',
    },
    'charge/stop': {
      label: 'Laden beenden',
      pending: 'Das Laden wird beendet…',
      done: 'Das Auto lädt nicht mehr.',
    },
  },
  ended:
    'Die Verbindung zu diesem Auto ist beendet. Verbinden Sie es noch einmal, um seine Werte zu sehen.',
  connectAgain: 'Noch einmal verbinden',
}
