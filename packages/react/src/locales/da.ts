// Danish.

import type { Labels } from './labels.ts'

/** Danish. */
export const da: Labels = {
  language: 'da',
  connect: {
    button: 'Forbind din bil',
    another: 'Connect another car',
    opensWindow: 'Åbner et nyt vindue',
    preparing: 'Connect gøres klar.',
    waiting: {
      open: 'Vi venter på dig i Connect-vinduet.',
      lost: 'Vi kan ikke længere se Connect-vinduet. Fortsæt der, hvis det stadig er åbent.',
    },
    exchanging: 'Næsten færdig: Forbindelsen gøres klar.',
    stillExchanging:
      'Forbindelsen gøres stadig klar. Det kan tage op til 15 sekunder. Lad siden stå åben.',
    connected: {
      one: 'Din bil er forbundet.',
      other: 'Your {count} cars are connected.',
    },
    redirecting: 'Vi sender dig til Connect.',
    cancelled: {
      popup_closed: 'Du lukkede vinduet, før du var færdig. Intet blev forbundet.',
      returned_to_app: 'Du kom tilbage, før du var færdig. Intet blev forbundet.',
      aborted: 'Annulleret. Intet blev forbundet.',
      superseded: 'Du begyndte forfra i et nyt vindue.',
    },
    failed: {
      popup_blocked: 'Din browser blokerede vinduet. Åbn Connect i denne fane i stedet.',
      popup_failed: 'Vinduet kunne ikke åbnes. Åbn Connect i denne fane i stedet.',
      popup_unsupported:
        'Biler kan ikke forbindes fra denne side. Åbn appen på dens sædvanlige adresse i sin egen fane.',
      not_loaded: 'En del af siden kunne ikke indlæses. Genindlæs siden, og begynd forfra.',
      login_changed: 'En anden er logget ind nu. Intet blev forbundet. Prøv igen.',
      invalid_response: 'Svaret fra Connect gav ingen mening. Intet blev forbundet. Prøv igen.',
      state_mismatch: 'Svaret hørte til et andet forsøg, så det blev ikke brugt. Prøv igen.',
      expired: 'Det tog mere end 15 minutter. Intet blev forbundet. Prøv igen.',
      exchange_failed: 'Vi kunne ikke gøre det færdigt hos os. Prøv igen.',
      exchange_timeout: 'Det tager for lang tid at gøre forbindelsen klar. Prøv igen.',
      network_error: 'Du ser ud til at være offline. Tjek din forbindelse, og prøv igen.',
      provider_error: 'Connect melder om et problem. Intet blev forbundet. Prøv igen.',
      access_denied: 'Du valgte ikke at give adgang. Intet blev forbundet.',
      invalid_subscription:
        'Din bil har intet aktivt abonnement på onlinetjenester. Forny det hos bilproducenten, og prøv igen.',
      vehicle_incompatible: 'Denne bil kan ikke forbindes.',
      no_vehicles: 'Der er ingen bil på den konto.',
      configuration_error:
        'Appen er ikke sat rigtigt op til Connect. Sig det til dem, der laver den.',
      server_error: 'Connect har problemer lige nu. Prøv igen om lidt.',
    },
    unsupported: 'Your {car} isn’t supported yet.',
    actions: {
      show: 'Vis vinduet',
      cancel: 'Annuller',
      retry: 'Prøv igen',
      again: 'Connect again',
      another: 'Connect another car',
      here: 'Åbn i denne fane',
      reload: 'Genindlæs siden',
    },
  },
  scope: {
    search: 'Søg i tilladelser',
    matches: { one: '{count} tilladelse passer', other: '{count} tilladelser passer' },
    presets: 'Begynd med',
    insurance: 'Forsikring',
    energy: 'Energi',
    carSharing: 'Delebil',
    roadside: 'Vejhjælp',
    read: { title: 'Læse', description: 'Hvad appen kan se' },
    control: { title: 'Styre', description: 'Hvad appen kan gøre med bilen' },
    required: 'Påkrævet',
    locked: 'Der spørges altid',
    unknown: 'Endnu ikke på listen',
    asksToRead: { one: 'Vil se: {list}.', other: 'Vil se {count} ting: {list}.' },
    asksToControl: { one: 'Vil gøre én ting: {list}.', other: 'Vil gøre {count} ting: {list}.' },
    insists: 'Kan ikke undvære: {list}.',
    asksNothing: 'Spørger ikke om noget endnu.',
    permissions: {
      read_alerts: { title: 'Advarsler', description: 'Advarsler, som bilen viser' },
      read_battery: {
        title: 'Batteri',
        description: 'Hvor fuldt det er, og hvor langt det rækker',
      },
      read_charge: { title: 'Opladning', description: 'Om bilen er sat til og lader' },
      read_charge_events: {
        title: 'Ladestart og -stop',
        description: 'Hvornår opladning begynder og slutter',
      },
      read_charge_locations: {
        title: 'Ladesteder',
        description: 'Hvor bilen lader, og hvad der er indstillet der',
      },
      read_charge_records: { title: 'Ladehistorik', description: 'Tidligere opladninger' },
      read_climate: {
        title: 'Klima',
        description: 'Varme, køling og hvad de er indstillet til',
      },
      read_compass: { title: 'Kompas', description: 'Hvilken vej bilen vender' },
      read_diagnostics: { title: 'Diagnostik', description: 'Fejlkoder og systemernes tilstand' },
      read_engine_oil: { title: 'Motorolie', description: 'Hvor længe olien holder endnu' },
      read_extended_vehicle_info: {
        title: 'Flere oplysninger',
        description: 'Variant, udstyr og andre specifikationer',
      },
      read_fuel: {
        title: 'Brændstof',
        description: 'Hvor fuld tanken er, og hvor langt den rækker',
      },
      read_location: { title: 'Placering', description: 'Hvor bilen er' },
      read_odometer: { title: 'Kilometertæller', description: 'Hvor langt bilen har kørt i alt' },
      read_security: {
        title: 'Låse',
        description: 'Om døre, ruder og bagagerum er åbne eller låst',
      },
      read_service_history: {
        title: 'Servicehistorik',
        description: 'Tidligere service og reparationer',
      },
      read_speedometer: { title: 'Hastighed', description: 'Hvor hurtigt bilen kører' },
      read_thermometer: { title: 'Temperatur', description: 'Målte temperaturer inde og ude' },
      read_tires: { title: 'Dæk', description: 'Trykket i dækkene' },
      read_user_profile: { title: 'Din profil', description: 'Dine oplysninger hos producenten' },
      read_vehicle_info: { title: 'Grundoplysninger', description: 'Mærke, model og årgang' },
      read_vin: { title: 'Stelnummer', description: 'Bilens identifikationsnummer (VIN)' },
      control_charge: {
        title: 'Styre opladning',
        description: 'Starte og stoppe opladning, sætte grænsen',
      },
      control_climate: {
        title: 'Styre klima',
        description: 'Starte og stoppe varme og køling',
      },
      control_navigation: {
        title: 'Sende et mål',
        description: 'Lægge et mål ind i navigationen',
      },
      control_pin: {
        title: 'Styre pinkode',
        description: 'Sætte eller slette koder, der beskytter bilen',
      },
      control_security: { title: 'Låse og låse op', description: 'Låse dørene og låse dem op' },
      control_trunk: {
        title: 'Åbne bagagerummet',
        description: 'Åbne og lukke bagagerum og motorhjelm',
      },
    },
  },
  brand: {
    search: 'Søg i mærker',
    matches: { one: '{count} mærke passer', other: '{count} mærker passer' },
    brand: 'Mærke',
    any: 'Vælg senere, i Connect',
    appOnly: 'Forbindes kun fra en app',
  },
}
