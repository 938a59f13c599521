// French.

import type { Words } from './words.ts'

/** French. */
export const fr: Words = {
  language: 'fr',
  garage: 'Votre garage',
  lead: {
    loading: 'Recherche de vos voitures.',
    failed: 'Nous ne voyons pas vos voitures pour le moment.',
    empty: 'Connectez une voiture pour voir son kilométrage, sa batterie et son autonomie.',
    ready: 'Tel que vos voitures l’ont indiqué en dernier.',
  },
  cars: 'Voitures',
  notLoaded: 'Impossible de charger vos voitures',
  loadAgain: 'Réessayer',
  intro: {
    title: 'Il y a de la place pour votre première voiture',
    reasons: [
      'Voyez la distance parcourue et celle qui reste possible.',
      'Verrouillez-la et lancez sa recharge d’ici.',
      'Sachez ce qui change, sans redemander.',
    ],
  },
  figures: {
    odometer: 'Kilométrage',
    battery: 'Batterie',
    range: 'Autonomie',
    charging: 'Recharge',
    doors: 'Portes',
  },
  missing: {
    not_shared: 'Non partagé',
    none: 'Cette voiture n’en a pas',
    unknown: 'Rien pour l’instant',
  },
  lastSeen: 'Vu pour la dernière fois {age}',
  justNow: 'à l’instant',
  states: {
    charging: 'En charge',
    notCharging: 'Pas en charge',
    locked: 'Verrouillées',
    unlocked: 'Déverrouillées',
  },
  commands: {
    'security/lock': {
      label: 'Verrouiller',
      pending: 'Verrouillage…',
      done: 'La voiture est verrouillée.',
    },
    'security/unlock': {
      label: 'Déverrouiller',
      pending: 'Déverrouillage…',
      done: 'La voiture est déverrouillée.',
    },
    'charge/start': {
      label: 'Lancer la recharge',
      pending: 'Lancement de la recharge…',
      done: 'La voiture se recharge.',
    },
    'charge/stop': {
      label: 'Arrêter la recharge',
      pending: 'Arrêt de la recharge…',
      done: 'La voiture ne se recharge plus.',
    },
  },
  ended: 'La connexion à cette voiture est terminée. Connectez-la à nouveau pour voir ses données.',
  connectAgain: 'Reconnecter',
}
