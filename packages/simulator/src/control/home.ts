// GET /: the control page.

import type { Simulation, SimulatorContext } from '../http/context.ts'
import type { Connection } from '../memory/state.ts'
import type { ConnectedCar } from '../pages/cars-section.ts'
import { controlPage } from '../pages/control-page.ts'
import { scenarios } from '../scenarios/scenarios.ts'
import { type Application, isRegisteredRedirectUri } from '../world/applications.ts'
import { carAt } from '../world/car.ts'
import { permissionNames } from '../world/permissions.ts'

const shownCars = 24

/** Shows the control page with the newest cars and the newest hundred requests. */
export function showHome(c: SimulatorContext): Promise<Response> {
  const { state, basePath, applications, now } = c.env
  const { origin } = c.get('url')
  const connections = [...state.connections.values()].reverse()
  return controlPage({
    basePath,
    origin,
    current: state.scenario,
    scenarios,
    nowIso: new Date(now()).toISOString(),
    clockMoved: state.clockOffsetMs !== 0,
    applications,
    cars: connections.slice(0, shownCars).flatMap(connection => connectedCar(c.env, connection)),
    carsTotal: connections.length,
    connectAddress: connectAddress(applications, `${origin}${basePath}`),
    webhooks: {
      webhooks: [...state.webhooks.values()],
      subscriptions: [...state.subscriptions.values()],
      pending: state.pendingDeliveries.size,
      deliveries: state.deliveries.slice(-20).reverse(),
    },
    journal: state.journal.slice(-100).reverse(),
  })
}

/** An authorization with every permission, that comes back to the control page with its code. */
function connectAddress(applications: readonly Application[], base: string): string | undefined {
  const redirectUri = `${base}/`
  const application = applications.find(each => isRegisteredRedirectUri(each, redirectUri))
  if (application === undefined) return undefined
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: application.clientId,
    redirect_uri: redirectUri,
    scope: permissionNames.join(' '),
  })
  return `${base}/oauth/authorize?${query}`
}

/** The car as it is now. Looking at the page changes nothing, so it is not remembered. */
function connectedCar({ state, now }: Simulation, connection: Connection): ConnectedCar[] {
  const { vehicleId, mode, clientId } = connection
  const vehicle = state.vehicles.get(vehicleId)
  const car = state.cars.get(vehicleId)
  if (vehicle === undefined || car === undefined) return []
  return [{ vehicleId, vehicle, car: carAt(vehicle, car, now()), mode, clientId }]
}
