// German.

import type { Labels } from './labels.ts'

/** German. */
export const de: Labels = {
  language: 'de',
  connect: {
    button: 'Auto verbinden',
    opensWindow: 'Öffnet ein neues Fenster',
    preparing: 'Connect wird vorbereitet.',
    waiting: {
      open: 'Wir warten auf Sie im Connect-Fenster.',
      lost: 'Wir sehen das Connect-Fenster nicht mehr. Falls es noch offen ist, machen Sie dort weiter.',
    },
    exchanging: 'Fast geschafft: Die Verbindung wird abgeschlossen.',
    stillExchanging:
      'Die Verbindung wird noch abgeschlossen. Das kann bis zu 15 Sekunden dauern. Lassen Sie diese Seite geöffnet.',
    connected: 'Ihr Auto ist verbunden.',
    redirecting: 'Sie werden zu Connect weitergeleitet.',
    cancelled: {
      popup_closed: 'Sie haben das Fenster vorher geschlossen. Es wurde nichts verbunden.',
      returned_to_app: 'Sie sind vorher zurückgekommen. Es wurde nichts verbunden.',
      aborted: 'Abgebrochen. Es wurde nichts verbunden.',
      superseded: 'Sie haben in einem neuen Fenster neu begonnen.',
    },
    failed: {
      popup_blocked:
        'Ihr Browser hat das Fenster blockiert. Öffnen Sie Connect stattdessen in diesem Tab.',
      popup_failed:
        'Das Fenster ließ sich nicht öffnen. Öffnen Sie Connect stattdessen in diesem Tab.',
      popup_unsupported:
        'Von dieser Seite aus lassen sich keine Autos verbinden. Öffnen Sie die App unter ihrer üblichen Adresse in einem eigenen Tab.',
      not_loaded:
        'Ein Teil dieser Seite konnte nicht geladen werden. Laden Sie die Seite neu und beginnen Sie noch einmal.',
      login_changed:
        'Inzwischen ist jemand anderes angemeldet. Es wurde nichts verbunden. Versuchen Sie es noch einmal.',
      invalid_response:
        'Die Antwort von Connect war unverständlich. Es wurde nichts verbunden. Versuchen Sie es noch einmal.',
      state_mismatch:
        'Die Antwort gehörte zu einem anderen Versuch und wurde nicht verwendet. Versuchen Sie es noch einmal.',
      expired:
        'Das hat länger als 15 Minuten gedauert. Es wurde nichts verbunden. Versuchen Sie es noch einmal.',
      exchange_failed: 'Wir konnten es bei uns nicht abschließen. Versuchen Sie es noch einmal.',
      exchange_timeout: 'Der Abschluss dauert zu lange. Versuchen Sie es noch einmal.',
      network_error:
        'Sie sind anscheinend offline. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
      provider_error:
        'Connect meldet ein Problem. Es wurde nichts verbunden. Versuchen Sie es noch einmal.',
      access_denied: 'Sie haben den Zugriff nicht erlaubt. Es wurde nichts verbunden.',
      invalid_subscription:
        'Ihr Auto hat kein aktives Abo für Online-Dienste. Verlängern Sie es beim Hersteller und versuchen Sie es noch einmal.',
      vehicle_incompatible: 'Dieses Auto lässt sich nicht verbinden.',
      no_vehicles: 'In diesem Konto gibt es kein Auto.',
      configuration_error:
        'Diese App ist für Connect nicht richtig eingerichtet. Bitte sagen Sie es ihrem Anbieter.',
      server_error: 'Connect ist gerade gestört. Versuchen Sie es gleich noch einmal.',
    },
    actions: {
      show: 'Fenster zeigen',
      cancel: 'Abbrechen',
      retry: 'Noch einmal versuchen',
      here: 'In diesem Tab öffnen',
      reload: 'Seite neu laden',
    },
  },
  scope: {
    search: 'Berechtigungen suchen',
    matches: { one: '{count} Berechtigung passt', other: '{count} Berechtigungen passen' },
    presets: 'Beginnen mit',
    insurance: 'Versicherung',
    energy: 'Energie',
    carSharing: 'Carsharing',
    roadside: 'Pannenhilfe',
    read: { title: 'Lesen', description: 'Was die App sehen kann' },
    control: { title: 'Steuern', description: 'Was die App mit dem Auto tun kann' },
    required: 'Erforderlich',
    locked: 'Wird immer erfragt',
    unknown: 'Noch nicht in dieser Liste',
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
      one: 'Möchte sehen: {list}.',
      other: 'Möchte {count} Dinge sehen: {list}.',
    },
    asksToControl: {
      one: 'Möchte eines tun: {list}.',
      other: 'Möchte {count} Dinge tun: {list}.',
    },
    insists: 'Kann nicht verzichten auf: {list}.',
    asksNothing: 'Fragt noch nach nichts.',
    permissions: {
      read_alerts: { title: 'Warnungen', description: 'Warnungen, die das Auto anzeigt' },
      read_battery: { title: 'Batterie', description: 'Wie voll sie ist und wie weit sie reicht' },
      read_charge: { title: 'Laden', description: 'Ob das Auto angesteckt ist und lädt' },
      read_charge_events: {
        title: 'Ladevorgänge',
        description: 'Wann das Laden beginnt und endet',
      },
      read_charge_locations: {
        title: 'Ladeorte',
        description: 'Wo das Auto lädt und was dort eingestellt ist',
      },
      read_charge_records: { title: 'Ladeverlauf', description: 'Frühere Ladevorgänge' },
      read_climate: {
        title: 'Klima',
        description: 'Heizung, Kühlung und worauf sie eingestellt sind',
      },
      read_compass: { title: 'Kompass', description: 'In welche Richtung das Auto zeigt' },
      read_diagnostics: {
        title: 'Diagnose',
        description: 'Fehlercodes und der Zustand der Systeme',
      },
      read_engine_oil: { title: 'Motoröl', description: 'Wie lange das Öl noch reicht' },
      read_extended_vehicle_info: {
        title: 'Weitere Angaben',
        description: 'Ausstattung und andere technische Daten',
      },
      read_fuel: {
        title: 'Kraftstoff',
        description: 'Wie voll der Tank ist und wie weit er reicht',
      },
      read_location: { title: 'Standort', description: 'Wo das Auto ist' },
      read_odometer: { title: 'Kilometerstand', description: 'Wie weit das Auto insgesamt fuhr' },
      read_security: {
        title: 'Verriegelung',
        description: 'Ob Türen, Fenster und Kofferraum offen oder verriegelt sind',
      },
      read_service_history: { title: 'Servicehistorie', description: 'Wartungen und Reparaturen' },
      read_speedometer: { title: 'Geschwindigkeit', description: 'Wie schnell das Auto fährt' },
      read_thermometer: {
        title: 'Temperatur',
        description: 'Gemessene Temperaturen innen und außen',
      },
      read_tires: { title: 'Reifen', description: 'Der Druck der Reifen' },
      read_user_profile: { title: 'Ihr Profil', description: 'Ihre Angaben beim Hersteller' },
      read_vehicle_info: { title: 'Grunddaten', description: 'Marke, Modell und Baujahr' },
      read_vin: { title: 'FIN', description: 'Die Fahrzeug-Identifizierungsnummer' },
      control_charge: {
        title: 'Laden steuern',
        description: 'Laden beginnen und beenden, Grenze festlegen',
      },
      control_climate: {
        title: 'Klima steuern',
        description: 'Heizen und Kühlen beginnen und beenden',
      },
      control_navigation: { title: 'Ziel senden', description: 'Ein Ziel an das Navi geben' },
      control_pin: {
        title: 'PIN steuern',
        description: 'Die PINs setzen oder löschen, die das Auto schützen',
      },
      control_security: {
        title: 'Ver- und entriegeln',
        description: 'Die Türen ver- und entriegeln',
      },
      control_trunk: {
        title: 'Kofferraum öffnen',
        description: 'Kofferraum und Motorhaube öffnen und schließen',
      },
    },
  },
  brand: {
    search: 'Marken suchen',
    matches: { one: '{count} Marke passt', other: '{count} Marken passen' },
    brand: 'Marke',
    any: 'Später in Connect wählen',
    appOnly: 'Verbindet sich nur aus einer App',
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
