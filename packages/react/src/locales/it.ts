// Italian.

import type { Labels } from './labels.ts'

/** Italian. */
export const it: Labels = {
  language: 'it',
  connect: {
    button: 'Collega la tua auto',
    opensWindow: 'Apre una nuova finestra',
    preparing: 'Stiamo preparando Connect.',
    waiting: {
      open: 'Ti aspettiamo nella finestra di Connect.',
      lost: 'Non vediamo più la finestra di Connect. Se è ancora aperta, continua lì.',
    },
    exchanging: 'Ci siamo quasi: completiamo il collegamento.',
    stillExchanging:
      'Stiamo ancora completando il collegamento. Possono volerci fino a 15 secondi. Tieni aperta questa pagina.',
    connected: 'La tua auto è collegata.',
    redirecting: 'Ti portiamo a Connect.',
    cancelled: {
      popup_closed: 'Hai chiuso la finestra prima di finire. Non è stato collegato nulla.',
      returned_to_app: 'Hai fatto ritorno prima di finire. Non è stato collegato nulla.',
      aborted: 'Annullato. Non è stato collegato nulla.',
      superseded: 'Hai ricominciato in una nuova finestra.',
    },
    failed: {
      popup_blocked: 'Il browser ha bloccato la finestra. Apri invece Connect in questa scheda.',
      popup_failed:
        'Non è stato possibile aprire la finestra. Apri invece Connect in questa scheda.',
      popup_unsupported:
        'Da questa pagina non si possono collegare auto. Apri l’app al suo indirizzo abituale, in una scheda a sé.',
      not_loaded:
        'Non è stato possibile caricare una parte di questa pagina. Ricarica la pagina e ricomincia.',
      login_changed:
        'Ora ha effettuato l’accesso un’altra persona. Non è stato collegato nulla. Riprova.',
      invalid_response:
        'La risposta di Connect non aveva senso. Non è stato collegato nulla. Riprova.',
      state_mismatch: 'La risposta apparteneva a un altro tentativo e non è stata usata. Riprova.',
      expired: 'Sono passati più di 15 minuti. Non è stato collegato nulla. Riprova.',
      exchange_failed: 'Non siamo riusciti a completare da parte nostra. Riprova.',
      exchange_timeout: 'Completare il collegamento richiede troppo tempo. Riprova.',
      network_error: 'Sembra che tu non sia in rete. Controlla la connessione e riprova.',
      provider_error: 'Connect segnala un problema. Non è stato collegato nulla. Riprova.',
      access_denied: 'Hai scelto di non dare accesso. Non è stato collegato nulla.',
      invalid_subscription:
        'La tua auto non ha un abbonamento attivo ai servizi connessi. Rinnovalo presso il costruttore e riprova.',
      vehicle_incompatible: 'Questa auto non può essere collegata.',
      no_vehicles: 'In quell’account non c’è nessuna auto.',
      configuration_error:
        'Questa app non è configurata bene per Connect. Segnalalo a chi la produce.',
      server_error: 'Connect ha qualche problema al momento. Riprova tra poco.',
    },
    actions: {
      show: 'Mostra la finestra',
      cancel: 'Annulla',
      retry: 'Riprova',
      here: 'Apri in questa scheda',
      reload: 'Ricarica la pagina',
    },
  },
  scope: {
    search: 'Cerca autorizzazioni',
    matches: { one: '{count} autorizzazione trovata', other: '{count} autorizzazioni trovate' },
    presets: 'Inizia da',
    insurance: 'Assicurazione',
    energy: 'Energia',
    carSharing: 'Auto condivise',
    roadside: 'Soccorso stradale',
    read: { title: 'Leggere', description: 'Che cosa può vedere l’app' },
    control: { title: 'Comandare', description: 'Che cosa può fare l’app con l’auto' },
    required: 'Necessaria',
    locked: 'Chiesta sempre',
    unknown: 'Non ancora in questo elenco',
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
      one: 'Chiede di vedere: {list}.',
      other: 'Chiede di vedere {count} cose: {list}.',
    },
    asksToControl: {
      one: 'Chiede di fare una cosa: {list}.',
      other: 'Chiede di fare {count} cose: {list}.',
    },
    insists: 'Non può fare a meno di: {list}.',
    asksNothing: 'Non chiede ancora nulla.',
    permissions: {
      read_alerts: { title: 'Avvisi', description: 'Gli avvisi che l’auto mostra' },
      read_battery: { title: 'Batteria', description: 'Quanto è carica e l’autonomia che dà' },
      read_charge: { title: 'Ricarica', description: 'Se l’auto è collegata e in carica' },
      read_charge_events: {
        title: 'Inizio e fine ricarica',
        description: 'Quando la ricarica comincia e finisce',
      },
      read_charge_locations: {
        title: 'Luoghi di ricarica',
        description: 'Dove l’auto si ricarica e le impostazioni del luogo',
      },
      read_charge_records: {
        title: 'Storico delle ricariche',
        description: 'Le ricariche passate',
      },
      read_climate: {
        title: 'Clima',
        description: 'Riscaldamento, raffreddamento e le loro impostazioni',
      },
      read_compass: { title: 'Bussola', description: 'In che direzione punta l’auto' },
      read_diagnostics: {
        title: 'Diagnostica',
        description: 'I codici di guasto e lo stato dei sistemi',
      },
      read_engine_oil: { title: 'Olio motore', description: 'Quanto durerà ancora l’olio' },
      read_extended_vehicle_info: {
        title: 'Altri dettagli',
        description: 'Allestimento, dotazioni e altre caratteristiche',
      },
      read_fuel: {
        title: 'Carburante',
        description: 'Quanto è pieno il serbatoio e l’autonomia che dà',
      },
      read_location: { title: 'Posizione', description: 'Dove si trova l’auto' },
      read_odometer: { title: 'Contachilometri', description: 'Quanta strada ha fatto in tutto' },
      read_security: {
        title: 'Chiusure',
        description: 'Se porte, finestrini e bagagliaio sono aperti o chiusi',
      },
      read_service_history: {
        title: 'Storico della manutenzione',
        description: 'I tagliandi e le riparazioni passate',
      },
      read_speedometer: { title: 'Velocità', description: 'A che velocità va l’auto' },
      read_thermometer: {
        title: 'Temperatura',
        description: 'Le temperature misurate dentro e fuori',
      },
      read_tires: { title: 'Pneumatici', description: 'La pressione degli pneumatici' },
      read_user_profile: {
        title: 'Il tuo profilo',
        description: 'I tuoi dati presso il costruttore',
      },
      read_vehicle_info: { title: 'Dati di base', description: 'Marca, modello e anno' },
      read_vin: { title: 'VIN', description: 'Il numero di telaio' },
      control_charge: {
        title: 'Comandare la ricarica',
        description: 'Avviare e fermare la ricarica, fissare il limite',
      },
      control_climate: {
        title: 'Comandare il clima',
        description: 'Avviare e fermare riscaldamento e raffreddamento',
      },
      control_navigation: {
        title: 'Inviare una destinazione',
        description: 'Mettere una destinazione nel navigatore',
      },
      control_pin: {
        title: 'Comandare il PIN',
        description: 'Impostare o cancellare i codici che proteggono l’auto',
      },
      control_security: {
        title: 'Bloccare e sbloccare',
        description: 'Bloccare e sbloccare le porte',
      },
      control_trunk: {
        title: 'Aprire il bagagliaio',
        description: 'Aprire e chiudere bagagliaio e cofano',
      },
    },
  },
  brand: {
    search: 'Cerca marche',
    matches: { one: '{count} marca trovata', other: '{count} marche trovate' },
    brand: 'Marca',
    any: 'Scegli dopo, in Connect',
    appOnly: 'Si collega solo da un’app',
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
