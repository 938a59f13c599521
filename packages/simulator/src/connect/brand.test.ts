// The search for a brand, by the names that people use.

import { expect, test } from 'vitest'
import { connectUrl, createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

test.each([
  ['vw', 'Volkswagen'],
  ['Chevy', 'Chevrolet'],
  ['merc', 'Mercedes-Benz'],
  ['mercedes benz', 'Mercedes-Benz'],
  ['landrover', 'Land Rover'],
  ['Range Rover', 'Land Rover'],
  ['mini cooper', 'MINI'],
])('a search for %s finds %s alone', async (query, brand) => {
  const visitor = createVisitor(createSimulator())
  await visitor.goTo(connectUrl({}))
  await visitor.goTo(`${visitor.address()}&q=${encodeURIComponent(query)}`)
  const found = [...visitor.text().matchAll(/brand-list-item.*?<\/span>(.*?)<\/button>/gs)]
  expect(found.map(([, name]) => name)).toEqual([brand])
})
