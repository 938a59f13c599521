// The page's requests to its own backend in version 3, beside those of the library.

import type { CommandOutcome, LiveCar, LiveCommand } from '../../api/live-car.ts'
import { send } from '../page/send.ts'

const guarded = { 'Content-Type': 'application/json', 'X-Smartcar-Connect': '1' }

/**
 * One car as it is now; `null` for one that is connected no more.
 *
 * @throws {Error} with a sentence for the person
 */
export async function fetchLiveCar(id: string): Promise<LiveCar | null> {
  const response = await send(`/api/live-cars/${encodeURIComponent(id)}`, {}, [404])
  return response.ok ? response.json() : null
}

/**
 * Sends a command and waits for what comes of it, minutes if it must.
 *
 * @throws {Error} with a sentence for the person
 */
export async function sendCommand(id: string, command: LiveCommand): Promise<CommandOutcome> {
  const path = `/api/live-cars/${encodeURIComponent(id)}/commands`
  const body = JSON.stringify({ command })
  const response = await send(path, { method: 'POST', headers: guarded, body })
  return response.json()
}
