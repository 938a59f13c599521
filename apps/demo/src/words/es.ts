// Spanish.

import type { Words } from './words.ts'

/** Spanish. */
export const es: Words = {
  language: 'es',
  garage: 'Su garaje',
  lead: {
    loading: 'Buscando sus coches.',
    failed: 'Ahora mismo no vemos sus coches.',
    empty: 'Conecte un coche para ver su cuentakilómetros, su batería y su autonomía.',
    ready: 'Según lo último que indicaron sus coches.',
  },
  cars: 'Coches',
  notLoaded: 'No se han podido cargar sus coches',
  loadAgain: 'Intentar de nuevo',
  intro: {
    title: 'Hay sitio para su primer coche',
    reasons: [
      'Vea cuánto ha recorrido y cuánto le queda.',
      'Ciérrelo e inicie su carga desde aquí.',
      'Sepa qué cambia, sin volver a preguntar.',
    ],
  },
  figures: {
    odometer: 'Cuentakilómetros',
    battery: 'Batería',
    range: 'Autonomía',
    charging: 'Carga',
    doors: 'Puertas',
  },
  missing: {
    not_shared: 'No compartido',
    none: 'Este coche no lo tiene',
    unknown: 'Nada todavía',
  },
  lastSeen: 'Visto por última vez {age}',
  justNow: 'ahora mismo',
  states: {
    charging: 'Cargando',
    notCharging: 'No está cargando',
    locked: 'Cerradas',
    unlocked: 'Abiertas',
  },
  commands: {
    'security/lock': { label: 'Cerrar', pending: 'Cerrando…', done: 'El coche está cerrado.' },
    'security/unlock': { label: 'Abrir', pending: 'Abriendo…', done: 'El coche está abierto.' },
    'charge/start': {
      label: 'Iniciar la carga',
      pending: 'Iniciando la carga…',
      done: 'El coche ha empezado a cargar.',
    },
    'charge/stop': {
      label: 'Detener la carga',
      pending: 'Deteniendo la carga…',
      done: 'El coche ha dejado de cargar.',
    },
  },
  ended: 'La conexión con este coche ha terminado. Conéctelo de nuevo para ver sus datos.',
  connectAgain: 'Conectar de nuevo',
}
