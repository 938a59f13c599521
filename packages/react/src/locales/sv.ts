// Swedish.

import type { Labels } from './labels.ts'

/** Swedish. */
export const sv: Labels = {
  language: 'sv',
  connect: {
    button: 'Anslut din bil',
    another: 'Connect another car',
    opensWindow: 'Öppnar ett nytt fönster',
    preparing: 'Connect förbereds.',
    waiting: {
      open: 'Vi väntar på dig i Connect-fönstret.',
      lost: 'Vi ser inte Connect-fönstret längre. Fortsätt där om det fortfarande är öppet.',
    },
    exchanging: 'Nästan klart: anslutningen slutförs.',
    stillExchanging:
      'Anslutningen slutförs fortfarande. Det kan ta upp till 15 sekunder. Låt sidan vara öppen.',
    connected: {
      one: 'Din bil är ansluten.',
      other: 'Your {count} cars are connected.',
    },
    redirecting: 'Vi skickar dig till Connect.',
    cancelled: {
      popup_closed: 'Du stängde fönstret innan du var klar. Inget anslöts.',
      returned_to_app: 'Du kom tillbaka innan du var klar. Inget anslöts.',
      aborted: 'Avbrutet. Inget anslöts.',
      superseded: 'Du började om i ett nytt fönster.',
    },
    failed: {
      popup_blocked:
        'Din webbläsare blockerade fönstret. Öppna Connect i den här fliken i stället.',
      popup_failed: 'Fönstret gick inte att öppna. Öppna Connect i den här fliken i stället.',
      popup_unsupported:
        'Bilar kan inte anslutas från den här sidan. Öppna appen på dess vanliga adress i en egen flik.',
      not_loaded: 'En del av sidan kunde inte läsas in. Läs in sidan igen och börja om.',
      login_changed: 'Någon annan är inloggad nu. Inget anslöts. Försök igen.',
      invalid_response: 'Svaret från Connect gick inte att förstå. Inget anslöts. Försök igen.',
      state_mismatch: 'Svaret hörde till ett annat försök och användes inte. Försök igen.',
      expired: 'Det tog längre än 15 minuter. Inget anslöts. Försök igen.',
      exchange_failed: 'Vi kunde inte slutföra hos oss. Försök igen.',
      exchange_timeout: 'Det tar för lång tid att slutföra anslutningen. Försök igen.',
      network_error: 'Du verkar vara offline. Kontrollera din anslutning och försök igen.',
      provider_error: 'Connect rapporterade ett problem. Inget anslöts. Försök igen.',
      access_denied: 'Du valde att inte ge åtkomst. Inget anslöts.',
      invalid_subscription:
        'Din bil har inget aktivt abonnemang på uppkopplade tjänster. Förnya det hos biltillverkaren och försök igen.',
      vehicle_incompatible: 'Den här bilen kan inte anslutas.',
      no_vehicles: 'Det finns ingen bil på det kontot.',
      configuration_error: 'Appen är inte rätt inställd för Connect. Säg till dem som gör den.',
      server_error: 'Connect har problem just nu. Försök igen om en stund.',
    },
    unsupported: 'Your {car} isn’t supported yet.',
    actions: {
      show: 'Visa fönstret',
      cancel: 'Avbryt',
      retry: 'Försök igen',
      again: 'Connect again',
      another: 'Connect another car',
      here: 'Öppna i den här fliken',
      reload: 'Läs in sidan igen',
    },
  },
  scope: {
    search: 'Sök bland behörigheter',
    matches: { one: '{count} behörighet passar', other: '{count} behörigheter passar' },
    presets: 'Börja med',
    insurance: 'Försäkring',
    energy: 'Energi',
    carSharing: 'Bildelning',
    roadside: 'Vägassistans',
    read: { title: 'Läsa', description: 'Vad appen kan se' },
    control: { title: 'Styra', description: 'Vad appen kan göra med bilen' },
    required: 'Krävs',
    locked: 'Efterfrågas alltid',
    unknown: 'Finns inte i listan än',
    asksToRead: { one: 'Vill se: {list}.', other: 'Vill se {count} saker: {list}.' },
    asksToControl: { one: 'Vill göra en sak: {list}.', other: 'Vill göra {count} saker: {list}.' },
    insists: 'Klarar sig inte utan: {list}.',
    asksNothing: 'Frågar inte efter något än.',
    permissions: {
      read_alerts: { title: 'Varningar', description: 'Varningar som bilen visar' },
      read_battery: { title: 'Batteri', description: 'Hur fullt det är och hur långt det räcker' },
      read_charge: { title: 'Laddning', description: 'Om bilen är inkopplad och laddar' },
      read_charge_events: {
        title: 'Laddstart och laddstopp',
        description: 'När laddningen börjar och slutar',
      },
      read_charge_locations: {
        title: 'Laddplatser',
        description: 'Var bilen laddar och vad som är inställt där',
      },
      read_charge_records: { title: 'Laddhistorik', description: 'Tidigare laddningar' },
      read_climate: {
        title: 'Klimat',
        description: 'Värme, kyla och vad de är inställda på',
      },
      read_compass: { title: 'Kompass', description: 'Åt vilket håll bilen pekar' },
      read_diagnostics: { title: 'Diagnostik', description: 'Felkoder och systemens skick' },
      read_engine_oil: { title: 'Motorolja', description: 'Hur länge oljan räcker' },
      read_extended_vehicle_info: {
        title: 'Fler uppgifter',
        description: 'Utförande, utrustning och andra specifikationer',
      },
      read_fuel: { title: 'Bränsle', description: 'Hur full tanken är och hur långt den räcker' },
      read_location: { title: 'Plats', description: 'Var bilen är' },
      read_odometer: { title: 'Mätarställning', description: 'Hur långt bilen har körts totalt' },
      read_security: {
        title: 'Lås',
        description: 'Om dörrar, rutor och bagagelucka är öppna eller låsta',
      },
      read_service_history: {
        title: 'Servicehistorik',
        description: 'Tidigare service och reparationer',
      },
      read_speedometer: { title: 'Hastighet', description: 'Hur fort bilen kör' },
      read_thermometer: { title: 'Temperatur', description: 'Uppmätta temperaturer inne och ute' },
      read_tires: { title: 'Däck', description: 'Trycket i däcken' },
      read_user_profile: { title: 'Din profil', description: 'Dina uppgifter hos tillverkaren' },
      read_vehicle_info: { title: 'Grunduppgifter', description: 'Märke, modell och årsmodell' },
      read_vin: { title: 'Chassinummer', description: 'Bilens identifieringsnummer (VIN)' },
      control_charge: {
        title: 'Styra laddning',
        description: 'Starta och stoppa laddning, sätta gränsen',
      },
      control_climate: {
        title: 'Styra klimat',
        description: 'Starta och stoppa värme och kyla',
      },
      control_navigation: {
        title: 'Skicka ett mål',
        description: 'Lägga in ett mål i navigationen',
      },
      control_pin: {
        title: 'Styra pinkod',
        description: 'Sätta eller rensa koder som skyddar bilen',
      },
      control_security: {
        title: 'Låsa och låsa upp',
        description: 'Låsa dörrarna och låsa upp dem',
      },
      control_trunk: {
        title: 'Öppna bagageluckan',
        description: 'Öppna och stänga bagagelucka och motorhuv',
      },
    },
  },
  brand: {
    search: 'Sök bland märken',
    matches: { one: '{count} märke passar', other: '{count} märken passar' },
    brand: 'Märke',
    any: 'Välj senare, i Connect',
    appOnly: 'Ansluts bara från en app',
  },
}
