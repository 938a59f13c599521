// What the live cars of each brand tell, beyond what all of them do.

import type { Vehicle } from './vehicle.ts'

/** Something that some makers let their cars tell and others do not. */
export type Topic =
  | 'account'
  | 'charge-current'
  | 'charge-records'
  | 'climate'
  | 'closures'
  | 'connectivity'
  | 'diagnostics'
  | 'equipment'
  | 'hvac'
  | 'low-voltage'
  | 'motion'
  | 'service'
  | 'surveillance'

// Approximate: the provider answers by make, model, year and region, and publishes no table that
// could stand here. No brand tells everything.
const brandsThatTell: Readonly<Record<Topic, string>> = {
  account: 'TESLA',
  'charge-current': 'BMW FORD KIA LINCOLN MINI POLESTAR PORSCHE RENAULT RIVIAN TESLA',
  'charge-records': 'BMW KIA MINI RIVIAN TESLA',
  climate: 'BMW FORD KIA LINCOLN MINI POLESTAR RIVIAN TESLA VOLVO',
  closures:
    'AUDI BMW CUPRA FORD HYUNDAI JAGUAR KIA LANDROVER LEXUS LINCOLN MERCEDESBENZ MINI POLESTAR PORSCHE RIVIAN SEAT SKODA TESLA TOYOTA VOLKSWAGEN VOLVO',
  connectivity: 'FORD POLESTAR RIVIAN TESLA VOLVO',
  diagnostics: 'BMW BUICK CADILLAC CHEVROLET FORD GMC HYUNDAI KIA LINCOLN MINI VOLVO',
  equipment: 'BMW RIVIAN TESLA',
  hvac: 'AUDI CUPRA HYUNDAI KIA NISSAN RIVIAN SEAT SKODA TESLA VOLKSWAGEN',
  'low-voltage': 'FORD HYUNDAI KIA LINCOLN VOLVO',
  motion: 'FORD LINCOLN RIVIAN TESLA',
  service: 'ACURA BMW BUICK CADILLAC CHEVROLET FORD GMC HONDA KIA LINCOLN VOLVO',
  surveillance: 'RIVIAN TESLA',
}

/** Whether a car tells something. A car that answers everything does. */
export function tells({ brandId, answersEverything }: Vehicle, topic: Topic): boolean {
  if (answersEverything) return true
  return brandsThatTell[topic].split(' ').includes(brandId.replace(/[^A-Z]/g, ''))
}
