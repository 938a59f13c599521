// Dutch.

import type { Labels } from './labels.ts'

/** Dutch. */
export const nl: Labels = {
  language: 'nl',
  connect: {
    button: 'Verbind je auto',
    opensWindow: 'Opent een nieuw venster',
    preparing: 'Connect wordt klaargezet.',
    waiting: {
      open: 'We wachten op je in het Connect-venster.',
      lost: 'We zien het Connect-venster niet meer. Ga daar verder als het nog open is.',
    },
    exchanging: 'Bijna klaar: de verbinding wordt afgerond.',
    stillExchanging:
      'De verbinding wordt nog afgerond. Dat kan tot 15 seconden duren. Houd deze pagina open.',
    connected: 'Je auto is verbonden.',
    redirecting: 'We brengen je naar Connect.',
    cancelled: {
      popup_closed: 'Je sloot het venster voor het klaar was. Er is niets verbonden.',
      returned_to_app: 'Je kwam terug voor het klaar was. Er is niets verbonden.',
      aborted: 'Geannuleerd. Er is niets verbonden.',
      superseded: 'Je bent opnieuw begonnen in een nieuw venster.',
    },
    failed: {
      popup_blocked:
        'Je browser blokkeerde het venster. Open Connect in plaats daarvan in dit tabblad.',
      popup_failed:
        'Het venster kon niet worden geopend. Open Connect in plaats daarvan in dit tabblad.',
      popup_unsupported:
        'Vanuit deze pagina kun je geen auto verbinden. Open de app op het gewone adres, in een eigen tabblad.',
      not_loaded:
        'Een deel van deze pagina kon niet worden geladen. Laad de pagina opnieuw en begin opnieuw.',
      login_changed: 'Er is nu iemand anders ingelogd. Er is niets verbonden. Probeer het opnieuw.',
      invalid_response:
        'Het antwoord van Connect was onbegrijpelijk. Er is niets verbonden. Probeer het opnieuw.',
      state_mismatch:
        'Het antwoord hoorde bij een andere poging en is niet gebruikt. Probeer het opnieuw.',
      expired: 'Dat duurde langer dan 15 minuten. Er is niets verbonden. Probeer het opnieuw.',
      exchange_failed: 'Wij konden het niet afronden. Probeer het opnieuw.',
      exchange_timeout: 'Het afronden van de verbinding duurt te lang. Probeer het opnieuw.',
      network_error: 'Je lijkt offline te zijn. Controleer je verbinding en probeer het opnieuw.',
      provider_error: 'Connect meldt een probleem. Er is niets verbonden. Probeer het opnieuw.',
      access_denied: 'Je koos ervoor geen toegang te geven. Er is niets verbonden.',
      invalid_subscription:
        'Je auto heeft geen actief abonnement op onlinediensten. Verleng het bij de fabrikant en probeer het opnieuw.',
      vehicle_incompatible: 'Deze auto kan niet worden verbonden.',
      no_vehicles: 'Er staat geen auto in dat account.',
      configuration_error:
        'Deze app is niet goed ingesteld voor Connect. Laat het de makers weten.',
      server_error: 'Connect heeft nu problemen. Probeer het zo opnieuw.',
    },
    actions: {
      show: 'Toon het venster',
      cancel: 'Annuleren',
      retry: 'Opnieuw proberen',
      here: 'Open in dit tabblad',
      reload: 'Laad de pagina opnieuw',
    },
  },
  scope: {
    search: 'Zoek machtigingen',
    matches: { one: '{count} machtiging gevonden', other: '{count} machtigingen gevonden' },
    presets: 'Begin met',
    insurance: 'Verzekering',
    energy: 'Energie',
    carSharing: 'Autodelen',
    roadside: 'Pechhulp',
    read: { title: 'Lezen', description: 'Wat de app kan zien' },
    control: { title: 'Bedienen', description: 'Wat de app met de auto kan doen' },
    required: 'Vereist',
    locked: 'Wordt altijd gevraagd',
    unknown: 'Nog niet in deze lijst',
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
    asksToRead: { one: 'Wil zien: {list}.', other: 'Wil {count} dingen zien: {list}.' },
    asksToControl: { one: 'Wil één ding doen: {list}.', other: 'Wil {count} dingen doen: {list}.' },
    insists: 'Kan niet zonder: {list}.',
    asksNothing: 'Vraagt nog niets.',
    permissions: {
      read_alerts: { title: 'Waarschuwingen', description: 'Waarschuwingen die de auto toont' },
      read_battery: { title: 'Accu', description: 'Hoe vol de accu is en hoe ver je ermee komt' },
      read_charge: { title: 'Laden', description: 'Of de auto is aangesloten en laadt' },
      read_charge_events: {
        title: 'Begin en einde van laden',
        description: 'Wanneer het laden begint en stopt',
      },
      read_charge_locations: {
        title: 'Laadplekken',
        description: 'Waar de auto laadt en wat daar is ingesteld',
      },
      read_charge_records: { title: 'Laadgeschiedenis', description: 'Eerdere laadbeurten' },
      read_climate: {
        title: 'Klimaat',
        description: 'Verwarming, koeling en hoe ze zijn ingesteld',
      },
      read_compass: { title: 'Kompas', description: 'Welke kant de auto op staat' },
      read_diagnostics: {
        title: 'Diagnose',
        description: 'Foutcodes en de staat van de systemen',
      },
      read_engine_oil: { title: 'Motorolie', description: 'Hoelang de olie nog meegaat' },
      read_extended_vehicle_info: {
        title: 'Meer gegevens',
        description: 'Uitvoering, uitrusting en andere kenmerken',
      },
      read_fuel: { title: 'Brandstof', description: 'Hoe vol de tank is en hoe ver je ermee komt' },
      read_location: { title: 'Locatie', description: 'Waar de auto is' },
      read_odometer: { title: 'Kilometerstand', description: 'Hoe ver de auto in totaal reed' },
      read_security: {
        title: 'Vergrendeling',
        description: 'Of deuren, ramen en kofferbak open of op slot zijn',
      },
      read_service_history: {
        title: 'Onderhoudsgeschiedenis',
        description: 'Eerdere beurten en reparaties',
      },
      read_speedometer: { title: 'Snelheid', description: 'Hoe hard de auto rijdt' },
      read_thermometer: {
        title: 'Temperatuur',
        description: 'Gemeten temperaturen binnen en buiten',
      },
      read_tires: { title: 'Banden', description: 'De bandenspanning' },
      read_user_profile: { title: 'Je profiel', description: 'Je gegevens bij de fabrikant' },
      read_vehicle_info: { title: 'Basisgegevens', description: 'Merk, model en bouwjaar' },
      read_vin: { title: 'VIN', description: 'Het voertuigidentificatienummer' },
      control_charge: {
        title: 'Laden bedienen',
        description: 'Laden starten en stoppen, de grens instellen',
      },
      control_climate: {
        title: 'Klimaat bedienen',
        description: 'Verwarmen en koelen starten en stoppen',
      },
      control_navigation: {
        title: 'Bestemming sturen',
        description: 'Een bestemming in de navigatie zetten',
      },
      control_pin: {
        title: 'Pincode bedienen',
        description: 'Codes die de auto beschermen instellen of wissen',
      },
      control_security: {
        title: 'Vergrendelen en ontgrendelen',
        description: 'De deuren op slot doen en openen',
      },
      control_trunk: {
        title: 'Kofferbak openen',
        description: 'Kofferbak en motorkap openen en sluiten',
      },
    },
  },
  brand: {
    search: 'Zoek merken',
    matches: { one: '{count} merk gevonden', other: '{count} merken gevonden' },
    brand: 'Merk',
    any: 'Later kiezen, in Connect',
    appOnly: 'Verbindt alleen vanuit een app',
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
