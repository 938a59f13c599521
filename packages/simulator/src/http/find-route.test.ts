// Finding who answers.
import { expect, test } from 'vitest'
import { createRouteFinder } from './find-route.ts'

const answer = () => new Response()
const find = createRouteFinder([
  ['GET', '/cars', answer],
  ['DELETE', '/cars', answer],
  ['GET', '/cars/:id', answer],
  ['GET', '/cars/:id/doors/:door', answer],
])

test('finds a path with the segments it names', () => {
  expect(find('GET', '/cars')).toMatchObject({ kind: 'found', segments: {} })
  expect(find('HEAD', '/cars')).toMatchObject({ kind: 'found' })
  expect(find('GET', '/cars/7/doors/2')).toMatchObject({ segments: { id: '7', door: '2' } })
})

test('tells a wrong method from a wrong path', () => {
  expect(find('POST', '/cars')).toEqual({ kind: 'wrong-method', allowed: ['GET', 'DELETE'] })
  expect(find('POST', '/cars/7')).toEqual({ kind: 'wrong-method', allowed: ['GET'] })
  expect(find('GET', '/cars/7/doors')).toEqual({ kind: 'nothing' })
  expect(find('GET', '/Cars')).toEqual({ kind: 'nothing' })
})
