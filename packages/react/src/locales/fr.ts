// French.

import type { Labels } from './labels.ts'

/** French. */
export const fr: Labels = {
  language: 'fr',
  connect: {
    button: 'Connecter votre voiture',
    another: 'Connecter une autre voiture',
    opensWindow: 'Ouvre une nouvelle fenêtre',
    preparing: 'Préparation de Smartcar.',
    waiting: {
      open: 'Continuez dans la fenêtre Smartcar.',
      lost: 'Nous ne voyons plus la fenêtre Smartcar. Si elle est encore ouverte, continuez-y.',
    },
    exchanging: 'Presque terminé\u00a0: nous finalisons la connexion.',
    stillExchanging:
      'Nous finalisons encore la connexion. Cela peut prendre jusqu’à 15 secondes. Gardez cette page ouverte.',
    connected: {
      one: 'Votre voiture est connectée.',
      other: 'Vos {count} voitures sont connectées.',
    },
    redirecting: 'Nous vous emmenons vers Smartcar.',
    cancelled: {
      popup_closed: 'La fenêtre a été fermée avant la fin. Rien n’a été connecté.',
      returned_to_app: 'Vous avez fait demi-tour avant la fin. Rien n’a été connecté.',
      aborted: 'Annulé. Rien n’a été connecté.',
      superseded: 'Cela continue dans une autre fenêtre.',
    },
    failed: {
      popup_blocked:
        'Votre navigateur a bloqué la fenêtre. Autorisez les fenêtres pop-up pour ce site.',
      popup_failed: 'La fenêtre n’a pas pu s’ouvrir.',
      popup_unsupported:
        'On ne peut pas connecter de voiture depuis cette page. Ouvrez l’application à son adresse habituelle, dans son propre onglet.',
      not_loaded: 'Une partie de cette page n’a pas pu être chargée.',
      login_changed: 'Une autre personne s’est identifiée entre-temps. Rien n’a été connecté.',
      invalid_response: 'Un problème est survenu au retour. Rien n’a été connecté.',
      state_mismatch: 'Il s’agissait d’une tentative précédente. Veuillez recommencer.',
      expired: 'Cela a duré plus de 15 minutes. Rien n’a été connecté.',
      exchange_failed: 'Nous n’avons pas pu terminer de notre côté.',
      exchange_timeout: 'La connexion met trop de temps à se terminer.',
      network_error: 'Vous semblez hors ligne. Vérifiez votre connexion à Internet.',
      provider_error: 'Smartcar signale un problème. Rien n’a été connecté.',
      access_denied: 'Vous n’avez pas donné accès. Vous pouvez changer cela à tout moment.',
      invalid_subscription:
        'Votre voiture n’a pas d’abonnement actif aux services connectés. Vous pouvez le renouveler auprès du constructeur.',
      vehicle_incompatible: 'Cette voiture n’est pas encore compatible.',
      no_vehicles: 'Il n’y a pas de voiture dans ce compte.',
      configuration_error:
        'Cette application n’est pas bien configurée pour Smartcar. Veuillez contacter l’assistance.',
      server_error: 'Smartcar rencontre des difficultés en ce moment. Rien n’a été connecté.',
    },
    unsupported: 'Votre {car} n’est pas encore compatible.',
    notSaved: 'Vous avez donné accès, mais nous n’avons pas pu l’enregistrer.',
    actions: {
      show: 'Montrer la fenêtre',
      cancel: 'Annuler',
      retry: 'Réessayer',
      again: 'Connecter à nouveau',
      another: 'Connecter une autre voiture',
      here: 'Ouvrir dans cet onglet',
      reload: 'Recharger la page',
    },
  },
  scope: {
    search: 'Chercher des autorisations',
    matches: { one: '{count} autorisation trouvée', other: '{count} autorisations trouvées' },
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
    sensitive: 'Sensible',
    topics: {
      identity: 'La voiture et vous',
      driving: 'Conduite et position',
      charging: 'Batterie, recharge et carburant',
      condition: 'État et entretien',
      doors: 'Portes et climatisation',
      other: 'Autres',
    },
    chosenOf: '{count} sur {total}',
    toSee: { other: 'Voir\u00a0: {count}' },
    toDo: { other: 'Commander\u00a0: {count}' },
    presetChosen: '{preset}, choix effectué\u00a0: {line}',
    asksToRead: {
      one: 'Demande à voir\u00a0: {list}.',
      other: 'Demande à voir {count} choses\u00a0: {list}.',
    },
    asksToControl: {
      one: 'Demande à faire une chose\u00a0: {list}.',
      other: 'Demande à faire {count} choses\u00a0: {list}.',
    },
    insists: 'Indispensable\u00a0: {list}.',
    asksNothing: 'Rien n’est encore choisi.',
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
    matches: { one: '{count} marque trouvée', other: '{count} marques trouvées' },
    brand: 'Marque',
    any: 'Choisir dans la fenêtre Smartcar',
    anyHint: 'Si votre marque n’est pas dans la liste ou pour décider plus tard',
    popular: 'Marques populaires',
    others: 'Autres marques',
    noMatch: 'Aucune marque ne correspond à «\u00a0{query}\u00a0».',
    elsewhere: 'Choisissez {list} dans la fenêtre Smartcar.',
    showAll: 'Afficher toutes les marques',
    appOnly: 'Se connecte seulement depuis une application',
  },
  intro: {
    title: 'Connectez votre voiture',
    read: 'Ce que nous verrons',
    control: 'Ce que nous pouvons faire avec votre voiture',
    optional: 'facultatif',
    trust: {
      signIn: 'Vous vous identifiez auprès du constructeur.',
      password: 'Nous ne voyons jamais votre mot de passe.',
      disconnect: 'Vous pouvez vous déconnecter à tout moment.',
    },
  },
  car: {
    unnamed: 'votre voiture',
    connected: 'Date de connexion\u00a0: {date}',
    vin: 'VIN {vin}',
    allowed: { one: 'Vous avez autorisé une chose', other: 'Vous avez autorisé {count} choses' },
    read: 'Ce que nous voyons',
    control: 'Ce que nous pouvons faire avec elle',
    needsReauth: 'En pause jusqu’à votre nouvelle identification',
    disconnect: 'Déconnecter',
    disconnectCar: 'Déconnecter {car}',
    question: 'Déconnecter {car}\u202f?',
    consequence:
      'Nous ne recevrons plus aucune donnée de cette voiture. Vous pouvez la connecter à nouveau à tout moment.',
    confirm: 'Oui, déconnecter',
    keep: 'Garder',
    disconnecting: 'Déconnexion de {car}.',
    disconnected: '{car} n’est plus connectée.',
    failed: 'Nous n’avons pas pu déconnecter {car} pour le moment.',
    reconnect: {
      one: 'Identifiez-vous à nouveau pour que {list} reste connectée.',
      other: 'Identifiez-vous à nouveau pour que {list} restent connectées.',
    },
    reconnectReason:
      'Les constructeurs le demandent de temps en temps, par exemple après un changement de mot de passe.',
    signInAgain: 'S’identifier à nouveau',
    signInAgainWith: 'S’identifier à nouveau auprès de {make}',
    signedIn: 'Votre nouvelle identification a réussi.',
  },
}
