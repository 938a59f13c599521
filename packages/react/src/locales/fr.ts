// French.

import type { Labels } from './labels.ts'

/** French. */
export const fr: Labels = {
  language: 'fr',
  connect: {
    button: 'Connecter votre voiture',
    opensWindow: 'Ouvre une nouvelle fenêtre',
    preparing: 'Connect se prépare.',
    waiting: {
      open: 'Nous vous attendons dans la fenêtre Connect.',
      lost: 'Nous ne voyons plus la fenêtre Connect. Si elle est encore ouverte, continuez-y.',
    },
    exchanging: 'Presque fini : la connexion se termine.',
    stillExchanging:
      'La connexion se termine encore. Cela peut prendre jusqu’à 15 secondes. Gardez cette page ouverte.',
    connected: 'Votre voiture est connectée.',
    redirecting: 'Nous vous emmenons vers Connect.',
    cancelled: {
      popup_closed: 'Vous avez fermé la fenêtre avant la fin. Rien n’a été connecté.',
      returned_to_app: 'Vous êtes revenu avant la fin. Rien n’a été connecté.',
      aborted: 'Annulé. Rien n’a été connecté.',
      superseded: 'Vous avez recommencé dans une nouvelle fenêtre.',
    },
    failed: {
      popup_blocked: 'Votre navigateur a bloqué la fenêtre. Ouvrez plutôt Connect dans cet onglet.',
      popup_failed: 'La fenêtre n’a pas pu s’ouvrir. Ouvrez plutôt Connect dans cet onglet.',
      popup_unsupported:
        'On ne peut pas connecter de voiture depuis cette page. Ouvrez l’application à son adresse habituelle, dans son propre onglet.',
      not_loaded:
        'Une partie de cette page n’a pas pu être chargée. Rechargez la page, puis recommencez.',
      login_changed:
        'Une autre personne s’est identifiée entre-temps. Rien n’a été connecté. Réessayez.',
      invalid_response:
        'La réponse de Connect était incompréhensible. Rien n’a été connecté. Réessayez.',
      state_mismatch:
        'La réponse appartenait à une autre tentative et n’a pas été utilisée. Réessayez.',
      expired: 'Cela a duré plus de 15 minutes. Rien n’a été connecté. Réessayez.',
      exchange_failed: 'Nous n’avons pas pu terminer de notre côté. Réessayez.',
      exchange_timeout: 'La connexion met trop de temps à se terminer. Réessayez.',
      network_error: 'Vous semblez hors ligne. Vérifiez votre connexion, puis réessayez.',
      provider_error: 'Connect signale un problème. Rien n’a été connecté. Réessayez.',
      access_denied: 'Vous avez choisi de ne pas donner accès. Rien n’a été connecté.',
      invalid_subscription:
        'Votre voiture n’a pas d’abonnement actif aux services connectés. Renouvelez-le auprès du constructeur, puis réessayez.',
      vehicle_incompatible: 'Cette voiture ne peut pas être connectée.',
      no_vehicles: 'Il n’y a pas de voiture dans ce compte.',
      configuration_error:
        'Cette application n’est pas bien configurée pour Connect. Veuillez le signaler à ses auteurs.',
      server_error: 'Connect rencontre un problème. Réessayez dans un instant.',
    },
    actions: {
      show: 'Montrer la fenêtre',
      cancel: 'Annuler',
      retry: 'Réessayer',
      here: 'Ouvrir dans cet onglet',
      reload: 'Recharger la page',
    },
  },
  scope: {
    search: 'Chercher des autorisations',
    matches: {
      one: '{count} autorisation correspond',
      other: '{count} autorisations correspondent',
    },
    presets: 'Partir de',
    insurance: 'Assurance',
    energy: 'Énergie',
    carSharing: 'Autopartage',
    roadside: 'Dépannage',
    read: { title: 'Lire', description: 'Ce que l’application peut voir' },
    control: { title: 'Commander', description: 'Ce que l’application peut faire' },
    required: 'Obligatoire',
    locked: 'Toujours demandé',
    unknown: 'Pas encore dans cette liste',
    sensitive: 'Sensitive',
    topics: {
      identity: 'About the car and you',
      driving: 'Driving and location',
      charging: 'Battery, charging and fuel',
      condition: 'Condition and maintenance',
      doors: 'Doors and climate',
      other: 'Other',
    },
    chosenOf: '{count} of {total}',
    toSee: { one: '{count} to see', other: '{count} to see' },
    toDo: { one: '{count} to do', other: '{count} to do' },
    presetChosen: '{preset} chosen: {line}',
    asksToRead: {
      one: 'Demande à voir : {list}.',
      other: 'Demande à voir {count} choses : {list}.',
    },
    asksToControl: {
      one: 'Demande à faire une chose : {list}.',
      other: 'Demande à faire {count} choses : {list}.',
    },
    insists: 'Ne peut pas se passer de : {list}.',
    asksNothing: 'Ne demande encore rien.',
    permissions: {
      read_alerts: { title: 'Alertes', description: 'Les avertissements que la voiture affiche' },
      read_battery: { title: 'Batterie', description: 'Son niveau et l’autonomie qu’elle donne' },
      read_charge: { title: 'Recharge', description: 'Si la voiture est branchée et se recharge' },
      read_charge_events: {
        title: 'Début et fin de recharge',
        description: 'Quand la recharge commence et s’arrête',
      },
      read_charge_locations: {
        title: 'Lieux de recharge',
        description: 'Où la voiture se recharge, et les réglages sur place',
      },
      read_charge_records: {
        title: 'Historique de recharge',
        description: 'Les recharges passées',
      },
      read_climate: {
        title: 'Climatisation',
        description: 'Le chauffage, le froid et leurs réglages',
      },
      read_compass: { title: 'Boussole', description: 'La direction vers laquelle elle pointe' },
      read_diagnostics: {
        title: 'Diagnostic',
        description: 'Les codes de panne et l’état des systèmes',
      },
      read_engine_oil: { title: 'Huile moteur', description: 'Combien de temps elle tiendra' },
      read_extended_vehicle_info: {
        title: 'Détails complémentaires',
        description: 'La finition, l’équipement et d’autres caractéristiques',
      },
      read_fuel: {
        title: 'Carburant',
        description: 'Le niveau du réservoir et l’autonomie qu’il donne',
      },
      read_location: { title: 'Position', description: 'Où se trouve la voiture' },
      read_odometer: { title: 'Kilométrage', description: 'La distance totale parcourue' },
      read_security: {
        title: 'Verrouillage',
        description: 'Si portes, vitres et coffre sont ouverts ou verrouillés',
      },
      read_service_history: {
        title: 'Historique d’entretien',
        description: 'Les révisions et réparations passées',
      },
      read_speedometer: { title: 'Vitesse', description: 'À quelle vitesse roule la voiture' },
      read_thermometer: {
        title: 'Température',
        description: 'Les températures mesurées dedans et dehors',
      },
      read_tires: { title: 'Pneus', description: 'La pression des pneus' },
      read_user_profile: {
        title: 'Votre profil',
        description: 'Vos coordonnées chez le constructeur',
      },
      read_vehicle_info: { title: 'Informations de base', description: 'Marque, modèle et année' },
      read_vin: { title: 'VIN', description: 'Le numéro d’identification du véhicule' },
      control_charge: {
        title: 'Commander la recharge',
        description: 'Lancer et arrêter la recharge, fixer sa limite',
      },
      control_climate: {
        title: 'Commander la climatisation',
        description: 'Lancer et arrêter le chauffage et le froid',
      },
      control_navigation: {
        title: 'Envoyer une destination',
        description: 'Mettre une destination dans la navigation',
      },
      control_pin: {
        title: 'Commander le code PIN',
        description: 'Définir ou effacer les codes qui protègent la voiture',
      },
      control_security: {
        title: 'Verrouiller et déverrouiller',
        description: 'Verrouiller et déverrouiller les portes',
      },
      control_trunk: {
        title: 'Ouvrir le coffre',
        description: 'Ouvrir et fermer le coffre et le capot',
      },
    },
  },
  brand: {
    search: 'Chercher une marque',
    matches: { one: '{count} marque correspond', other: '{count} marques correspondent' },
    brand: 'Marque',
    any: 'Choisir plus tard, dans Connect',
    appOnly: 'Se connecte seulement depuis une application',
  },
  intro: {
    title: 'Connect your car',
    read: 'What we’ll see',
    control: 'What we can do with your car',
    optional: 'optional',
    trust: {
      signIn: 'You sign in with the carmaker.',
      password: 'We never see your password.',
      disconnect: 'Disconnect any time.',
    },
  },
  car: {
    unnamed: 'your car',
    connected: 'Connected on {date}',
    vin: 'VIN {vin}',
    allowed: { one: 'You allowed one thing', other: 'You allowed {count} things' },
    read: 'What we see',
    control: 'What we can do with it',
    needsReauth: 'Paused until you sign in again',
    disconnect: 'Disconnect',
    disconnectCar: 'Disconnect {car}',
    question: 'Disconnect {car}?',
    consequence: 'We’ll get nothing from it any more. You can connect it again any time.',
    confirm: 'Yes, disconnect',
    keep: 'Keep it',
    disconnecting: 'Disconnecting {car}.',
    disconnected: '{car} is disconnected.',
    failed: 'We couldn’t disconnect {car}. Try again in a moment.',
    reconnect: {
      one: 'Sign in again to keep {list} connected.',
      other: 'Sign in again to keep {list} connected.',
    },
    reconnectReason: 'Carmakers ask for this now and then, for example after a new password.',
    signInAgain: 'Sign in again',
    signInAgainWith: 'Sign in again with {make}',
    signedIn: 'You are signed in again.',
  },
}
