// Where the stream of updates is opened, and where the page goes on without one.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idsOf, openCarsPage, Stream, settled } from '../../test/open-cars-page.ts'
import { createConnectedCars } from './create-connected-cars.ts'

let page: ReturnType<typeof openCarsPage>

beforeEach(() => {
  page = openCarsPage()
})
afterEach(() => page.leave())

/** A document that is shown, with the address that relative ones are relative to. */
function documentAt(baseURI: string) {
  return { baseURI, addEventListener() {}, removeEventListener() {} }
}

test('in a frame with `srcdoc`, where the page has no address of its own, reload() rejected', async () => {
  vi.stubGlobal('location', { href: 'about:srcdoc', origin: 'null' })
  vi.stubGlobal('document', documentAt('https://app.example/garage'))
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await cars.reload()
  expect(idsOf(cars)).toEqual(['niro'])
  expect(page.open()).toHaveLength(1)
})

test('a `<base>` on another host leads to a backend on another host', async () => {
  vi.stubGlobal('document', documentAt('https://cdn.example/'))
  page.watch(createConnectedCars({ backend: page.backend }), { live: true })
  await settled()
  expect(Stream.opened).toEqual([])
})

test('a stream that cannot be opened made reload() reject for ever', async () => {
  class Refused {
    constructor() {
      throw new DOMException('not here', 'SecurityError')
    }
  }
  vi.stubGlobal('EventSource', Refused)
  const cars = createConnectedCars({ backend: page.backend })
  page.watch(cars, { live: true })
  await cars.reload()
  expect(cars.getState().status).toBe('ready')
  vi.stubGlobal('EventSource', Stream)
  await cars.reload()
  expect(page.open()).toHaveLength(1)
})
