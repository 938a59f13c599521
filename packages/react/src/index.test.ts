// The public surface: all of the client's, and values that are themselves in a server component.

import * as client from 'smartcar-connect'
import { expect, test } from 'vitest'
import * as react from './index.ts'

const surface: Readonly<Record<string, unknown>> = react

test('has every value of the client by its name', () => {
  expect(Object.keys(client).length).toBeGreaterThan(0)
  for (const [name, value] of Object.entries(client)) {
    expect(surface[name], name).toBe(value)
  }
})
