// Lets every wait of a test take half a minute, where Vitest gives up after a second.

import { vi } from 'vitest'

const patient = { timeout: 30_000 }
const { waitFor, waitUntil } = vi

// A busy machine is slow, not wrong. A wait that says how long it takes keeps that.
vi.waitFor = (callback, options) => waitFor(callback, withPatience(options))
vi.waitUntil = (callback, options) => waitUntil(callback, withPatience(options))

function withPatience<T extends object>(options: T | number | undefined): T | number {
  return typeof options === 'number' ? options : { ...patient, ...(options as T) }
}
