// Norwegian (Bokmål).

import type { Labels } from './labels.ts'

/** Norwegian (Bokmål). */
export const nb: Labels = {
  language: 'nb',
  connect: {
    button: 'Koble til bilen din',
    another: 'Connect another car',
    opensWindow: 'Åpner et nytt vindu',
    preparing: 'Connect gjøres klar.',
    waiting: {
      open: 'Vi venter på deg i Connect-vinduet.',
      lost: 'Vi ser ikke Connect-vinduet lenger. Fortsett der hvis det fortsatt er åpent.',
    },
    exchanging: 'Nesten ferdig: Tilkoblingen fullføres.',
    stillExchanging:
      'Tilkoblingen fullføres fortsatt. Det kan ta opptil 15 sekunder. La siden stå åpen.',
    connected: {
      one: 'Bilen din er koblet til.',
      other: 'Your {count} cars are connected.',
    },
    redirecting: 'Vi sender deg til Connect.',
    cancelled: {
      popup_closed: 'Du lukket vinduet før du var ferdig. Ingenting ble koblet til.',
      returned_to_app: 'Du kom tilbake før du var ferdig. Ingenting ble koblet til.',
      aborted: 'Avbrutt. Ingenting ble koblet til.',
      superseded: 'Du begynte på nytt i et nytt vindu.',
    },
    failed: {
      popup_blocked: 'Nettleseren din blokkerte vinduet. Åpne Connect i denne fanen i stedet.',
      popup_failed: 'Vinduet kunne ikke åpnes. Åpne Connect i denne fanen i stedet.',
      popup_unsupported:
        'Biler kan ikke kobles til fra denne siden. Åpne appen på den vanlige adressen, i en egen fane.',
      not_loaded:
        'En del av siden kunne ikke lastes inn. Last inn siden på nytt, og begynn på nytt.',
      login_changed: 'Noen andre er logget inn nå. Ingenting ble koblet til. Prøv igjen.',
      invalid_response: 'Svaret fra Connect ga ingen mening. Ingenting ble koblet til. Prøv igjen.',
      state_mismatch: 'Svaret hørte til et annet forsøk, så det ble ikke brukt. Prøv igjen.',
      expired: 'Det tok mer enn 15 minutter. Ingenting ble koblet til. Prøv igjen.',
      exchange_failed: 'Vi klarte ikke å fullføre hos oss. Prøv igjen.',
      exchange_timeout: 'Det tar for lang tid å fullføre tilkoblingen. Prøv igjen.',
      network_error: 'Du ser ut til å være frakoblet. Sjekk nettforbindelsen, og prøv igjen.',
      provider_error: 'Connect melder om et problem. Ingenting ble koblet til. Prøv igjen.',
      access_denied: 'Du valgte å ikke gi tilgang. Ingenting ble koblet til.',
      invalid_subscription:
        'Bilen din har ikke noe aktivt abonnement på nettjenester. Forny det hos bilprodusenten, og prøv igjen.',
      vehicle_incompatible: 'Denne bilen kan ikke kobles til.',
      no_vehicles: 'Det er ingen bil på den kontoen.',
      configuration_error:
        'Appen er ikke satt opp riktig for Connect. Si fra til dem som lager den.',
      server_error: 'Connect har problemer akkurat nå. Prøv igjen om litt.',
    },
    unsupported: 'Your {car} isn’t supported yet.',
    actions: {
      show: 'Vis vinduet',
      cancel: 'Avbryt',
      retry: 'Prøv igjen',
      again: 'Connect again',
      another: 'Connect another car',
      here: 'Åpne i denne fanen',
      reload: 'Last inn siden på nytt',
    },
  },
  scope: {
    search: 'Søk i tillatelser',
    matches: { one: '{count} tillatelse passer', other: '{count} tillatelser passer' },
    presets: 'Begynn med',
    insurance: 'Forsikring',
    energy: 'Energi',
    carSharing: 'Bildeling',
    roadside: 'Veihjelp',
    read: { title: 'Lese', description: 'Hva appen kan se' },
    control: { title: 'Styre', description: 'Hva appen kan gjøre med bilen' },
    required: 'Påkrevd',
    locked: 'Det spørres alltid',
    unknown: 'Ikke på denne listen ennå',
    asksToRead: { one: 'Vil se: {list}.', other: 'Vil se {count} ting: {list}.' },
    asksToControl: { one: 'Vil gjøre én ting: {list}.', other: 'Vil gjøre {count} ting: {list}.' },
    insists: 'Klarer seg ikke uten: {list}.',
    asksNothing: 'Spør ikke om noe ennå.',
    permissions: {
      read_alerts: { title: 'Varsler', description: 'Advarsler som bilen viser' },
      read_battery: { title: 'Batteri', description: 'Hvor fullt det er og hvor langt det rekker' },
      read_charge: { title: 'Lading', description: 'Om bilen er plugget i og lader' },
      read_charge_events: {
        title: 'Ladestart og -stopp',
        description: 'Når ladingen begynner og slutter',
      },
      read_charge_locations: {
        title: 'Ladesteder',
        description: 'Hvor bilen lader og hva som er innstilt der',
      },
      read_charge_records: { title: 'Ladehistorikk', description: 'Tidligere ladinger' },
      read_climate: {
        title: 'Klima',
        description: 'Varme, kjøling og hva de er stilt inn på',
      },
      read_compass: { title: 'Kompass', description: 'Hvilken vei bilen peker' },
      read_diagnostics: { title: 'Diagnostikk', description: 'Feilkoder og systemenes tilstand' },
      read_engine_oil: { title: 'Motorolje', description: 'Hvor lenge oljen varer ennå' },
      read_extended_vehicle_info: {
        title: 'Flere opplysninger',
        description: 'Variant, utstyr og andre spesifikasjoner',
      },
      read_fuel: {
        title: 'Drivstoff',
        description: 'Hvor full tanken er og hvor langt den rekker',
      },
      read_location: { title: 'Posisjon', description: 'Hvor bilen er' },
      read_odometer: { title: 'Kilometerstand', description: 'Hvor langt bilen har kjørt totalt' },
      read_security: {
        title: 'Låser',
        description: 'Om dører, vinduer og bagasjerom er åpne eller låst',
      },
      read_service_history: {
        title: 'Servicehistorikk',
        description: 'Tidligere service og reparasjoner',
      },
      read_speedometer: { title: 'Fart', description: 'Hvor fort bilen kjører' },
      read_thermometer: { title: 'Temperatur', description: 'Målte temperaturer inne og ute' },
      read_tires: { title: 'Dekk', description: 'Trykket i dekkene' },
      read_user_profile: {
        title: 'Profilen din',
        description: 'Opplysningene dine hos produsenten',
      },
      read_vehicle_info: { title: 'Grunnopplysninger', description: 'Merke, modell og årsmodell' },
      read_vin: { title: 'Understellsnummer', description: 'Bilens identifikasjonsnummer (VIN)' },
      control_charge: {
        title: 'Styre lading',
        description: 'Starte og stoppe lading, sette grensen',
      },
      control_climate: {
        title: 'Styre klima',
        description: 'Starte og stoppe varme og kjøling',
      },
      control_navigation: {
        title: 'Sende et mål',
        description: 'Legge et mål inn i navigasjonen',
      },
      control_pin: {
        title: 'Styre PIN-kode',
        description: 'Sette eller slette koder som beskytter bilen',
      },
      control_security: { title: 'Låse og låse opp', description: 'Låse dørene og låse dem opp' },
      control_trunk: {
        title: 'Åpne bagasjerommet',
        description: 'Åpne og lukke bagasjerom og panser',
      },
    },
  },
  brand: {
    search: 'Søk i merker',
    matches: { one: '{count} merke passer', other: '{count} merker passer' },
    brand: 'Merke',
    any: 'Velg senere, i Connect',
    appOnly: 'Kobles bare til fra en app',
  },
}
