// The models of American brands. The figures are rough: years, kWh, kWh/100 km, kW, litres, l/100 km.

import { bev, ice, type Model, phev } from './model.ts'

/** The models by the id of the brand. */
export const americanModels: Readonly<Record<string, readonly Model[]>> = {
  BUICK: [
    ice('Enclave', [2018, 2025], 83, 11.2),
    ice('Encore GX', [2020, 2025], 50, 8.4),
    ice('Envision', [2019, 2025], 61, 9.4),
    ice('Envista', [2024, 2025], 50, 8.4),
  ],
  CADILLAC: [
    bev('LYRIQ', [2023, 2025], 102, 21.5, 11.5),
    bev('OPTIQ', [2025, 2025], 85, 19.5, 11.5),
    phev('CT6', [2017, 2018], [18.4, 30, 3.6], [70, 9.4]),
    ice('Escalade', [2018, 2025], 91, 14.2),
    ice('XT5', [2018, 2025], 83, 10.2),
  ],
  CHEVROLET: [
    bev('Bolt EV', [2017, 2023], 65, 17.5, 11.5),
    bev('Equinox EV', [2024, 2025], 85, 19.5, 11.5),
    bev('Blazer EV', [2024, 2025], 85, 21.5, 11.5),
    phev('Volt', [2016, 2019], [18.4, 19.5, 3.6], [34, 5.6]),
    ice('Silverado', [2018, 2025], 91, 12.8),
    ice('Malibu', [2018, 2024], 60, 7.8),
  ],
  CHRYSLER: [
    phev('Pacifica Hybrid', [2018, 2025], [16, 25.5, 6.6], [62, 7.8]),
    ice('Pacifica', [2018, 2025], 72, 10.7),
    ice('300', [2018, 2023], 70, 10.2),
  ],
  DODGE: [
    bev('Charger Daytona', [2024, 2025], 94, 24, 11),
    phev('Hornet R/T', [2024, 2025], [15.5, 24, 7.2], [43, 8.1]),
    ice('Durango', [2018, 2025], 93, 11.8),
    ice('Challenger', [2018, 2023], 70, 11.2),
  ],
  FORD: [
    bev('Mustang Mach-E', [2021, 2025], 88, 19.5, 10.5),
    bev('F-150 Lightning', [2022, 2025], 98, 27, 11.3),
    bev('Explorer EV', [2024, 2025], 77, 17.5, 11),
    phev('Kuga PHEV', [2020, 2025], [14.4, 19, 3.7], [45, 5.9]),
    phev('Escape PHEV', [2020, 2025], [14.4, 20, 3.3], [43, 5.9]),
    ice('Focus', [2018, 2025], 47, 5.8),
    ice('F-150', [2018, 2025], 87, 11.8),
  ],
  GMC: [
    bev('HUMMER EV', [2022, 2025], 205, 40, 19.2),
    bev('Sierra EV', [2024, 2025], 200, 33, 19.2),
    ice('Sierra 1500', [2018, 2025], 91, 12.8),
    ice('Acadia', [2018, 2025], 73, 10.2),
    ice('Terrain', [2018, 2025], 59, 9),
  ],
  JEEP: [
    bev('Avenger', [2023, 2025], 51, 15.4, 11),
    bev('Wagoneer S', [2024, 2025], 94, 21.5, 11),
    phev('Wrangler 4xe', [2021, 2025], [17, 30, 7.2], [65, 11.8]),
    phev('Compass 4xe', [2020, 2025], [11.4, 19, 7.4], [36, 7.2]),
    ice('Grand Cherokee', [2018, 2025], 87, 11.2),
    ice('Renegade', [2018, 2024], 48, 7.2),
  ],
  LINCOLN: [
    phev('Aviator Grand Touring', [2020, 2023], [13.6, 37, 3.3], [68, 10.2]),
    phev('Corsair Grand Touring', [2021, 2025], [14.4, 27, 3.3], [43, 7.1]),
    ice('Nautilus', [2019, 2025], 69, 10.2),
    ice('Navigator', [2018, 2025], 89, 13.1),
  ],
  RAM: [
    bev('ProMaster EV', [2024, 2025], 110, 35, 11),
    ice('1500', [2018, 2025], 98, 12.4),
    ice('2500', [2018, 2025], 117, 15.7),
  ],
  RIVIAN: [bev('R1T', [2022, 2025], 131, 29, 11.5), bev('R1S', [2022, 2025], 131, 30, 11.5)],
  TESLA: [
    bev('Model 3', [2018, 2025], 75, 14.9, 11),
    bev('Model Y', [2020, 2025], 75, 16.5, 11),
    bev('Model S', [2016, 2025], 95, 18.5, 11),
    bev('Model X', [2017, 2025], 95, 21, 11),
  ],
}
