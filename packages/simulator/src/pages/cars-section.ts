// The part of the control page that shows what each connected car does now.

import { html } from 'hono/html'
import { type Car, isCharging } from '../world/car.ts'
import { activityOf } from '../world/day.ts'
import type { Vehicle } from '../world/vehicle.ts'
import type { Html } from './page.ts'

/** A connected car as the control page shows it. */
export type ConnectedCar = {
  /** The provider's id of it, by which APIs name it. */
  readonly vehicleId: string
  /** What it is. */
  readonly vehicle: Vehicle
  /** What it does now. */
  readonly car: Car
  /** The mode that it was connected in. */
  readonly mode: string
  /** The application that it is connected to. */
  readonly clientId: string
}

const places = { 'at-home': 'at home', driving: 'driving', away: 'parked away from home' } as const

/** Shows the cars, or that there are none, and where to connect one by hand. */
export function carsSection(
  cars: readonly ConnectedCar[],
  total: number,
  connectAddress: string | undefined,
): Html {
  return html`<section><div class="heading"><h2>Cars</h2>
${connectAddress !== undefined && html`<a href="${connectAddress}">Connect a car</a>`}</div>
${cars.length === 0 ? html`<p>No car is connected yet.</p>` : html`<ul class="cars">${cars.map(carItem)}</ul>`}
${total > cars.length && html`<p>The newest ${cars.length} of ${total}.</p>`}
</section>`
}

function carItem({ vehicleId, vehicle, car, mode, clientId }: ConnectedCar): Html {
  const { make, model, year, vin } = vehicle
  return html`<li><strong>${make} ${model} ${year}</strong>
<span>${stateOf(vehicle, car).join(' · ')}</span>
<small>${Math.round(car.odometerKm).toLocaleString('en')} km · ${mode} · ${clientId}</small>
<small>VIN <code>${vin}</code></small>
<small>id <code>${vehicleId}</code></small></li>`
}

/** What a developer wants to know about a car, in a few words each. */
function stateOf({ drive }: Vehicle, car: Car): readonly string[] {
  return [
    places[activityOf(car)],
    car.isLocked ? 'locked' : 'unlocked',
    ...(drive.batteryKwh > 0
      ? [
          `battery ${Math.round(car.batteryPercent)} %, limit ${car.chargeLimitPercent} %`,
          cableOf(car),
        ]
      : []),
    ...(drive.tankLitres > 0 ? [`tank ${Math.round(car.fuelPercent)} %`] : []),
  ]
}

function cableOf(car: Car): string {
  if (!car.isPluggedIn) return 'not plugged in'
  return isCharging(car) ? 'charging' : 'plugged in, not charging'
}
