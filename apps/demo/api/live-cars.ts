// What the demo does with the cars of a person in version 3: reads them, and sends them commands.

import {
  type ConnectBackend,
  type ConnectedVehicle,
  commandCatalogue,
  isSmartcarApiError,
  isVehicleAccessError,
  type SmartcarApiError,
} from 'smartcar-connect-server'
import type { CommandOutcome, LiveCar, LiveCommand } from './live-car.ts'
import { figuresOf, unknownFigures } from './live-figures.ts'

/** The commands that the demo sends. */
const liveCommands: readonly LiveCommand[] = [
  'security/lock',
  'security/unlock',
  'charge/start',
  'charge/stop',
]

/** The cars of people, by the backend. A car that is not the person's is never reached. */
export type LiveCarReader = {
  /** One car of a person; `undefined` where they have no such car. */
  read(user: string, id: string): Promise<LiveCar | undefined>
  /**
   * Sends a command and waits for what comes of it.
   *
   * @throws {VehicleAccessError} for a car that is not this person's, or that has to be signed in to.
   */
  command(user: string, id: string, command: LiveCommand): Promise<CommandOutcome>
}

/** Says whether a text from the browser is a command that the demo sends. */
export function isLiveCommand(text: unknown): text is LiveCommand {
  return liveCommands.some(command => command === text)
}

/** Creates what reads cars and sends commands through `backend`. */
export function createLiveCars(backend: ConnectBackend): LiveCarReader {
  async function find(user: string, id: string): Promise<ConnectedVehicle | undefined> {
    return (await backend.connections(user)).find(car => car.id === id)
  }

  return {
    async read(user, id) {
      const known = await find(user, id)
      if (known === undefined || known.state === 'needs_reauth') return known && carOf(known)
      try {
        const car = await backend.vehicle({ user, vehicleId: id })
        return { ...carOf(known), figures: figuresOf(await car.signals()) }
      } catch (error) {
        if (!isSmartcarApiError(error) && !isVehicleAccessError(error)) throw error
        // The call itself may have found out that the car is gone.
        const now = await find(user, id)
        return now && { ...carOf(now), ...problemOf(error) }
      }
    },
    async command(user, id, command) {
      const car = await backend.vehicle({ user, vehicleId: id })
      try {
        const { ok, status } = await car.command(command)
        return ok ? { outcome: 'done' } : refused(`The car answered “${status}”.`)
      } catch (error) {
        if (!isSmartcarApiError(error)) throw error
        return outcomeOf(error)
      }
    },
  }
}

function carOf({ id, permissions }: ConnectedVehicle): LiveCar {
  return {
    id,
    figures: unknownFigures,
    commands: liveCommands.filter(name => permissions.includes(commandCatalogue[name].permission)),
  }
}

/** Right after connecting a car is not found for a moment; its figures come by themselves. */
function problemOf(error: unknown): Pick<LiveCar, 'problem'> {
  if (!isSmartcarApiError(error) || error.code === 'VEHICLE_NOT_FOUND') return {}
  return { problem: error.suggestedUserMessage ?? 'The car gave no answer. Reload in a moment.' }
}

function refused(reason: string): CommandOutcome {
  return { outcome: 'refused', reason }
}

function outcomeOf(error: SmartcarApiError): CommandOutcome {
  const { suggestedUserMessage, isOutcomeUnknown, code, type } = error
  if (isOutcomeUnknown) {
    const reason =
      suggestedUserMessage ?? 'Nobody knows whether the car did it. Look at the figure.'
    return { outcome: 'unknown', reason }
  }
  const kind = [type, code].filter(Boolean).join(', ')
  return refused(suggestedUserMessage ?? `The car did not do it${kind && ` (${kind})`}.`)
}
