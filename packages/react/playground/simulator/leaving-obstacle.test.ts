// It is said where the presentation in this tab cannot be shown.

import { expect, test } from 'vitest'
import { leavingObstacle } from './leaving-obstacle.ts'

const tab = { isFramed: false, canLeave: true }

test('in a tab of its own, and with a popup, nothing is in the way', () => {
  expect(leavingObstacle('redirect', tab)).toBeUndefined()
  expect(leavingObstacle('popup', { isFramed: true, canLeave: false })).toBeUndefined()
  expect(leavingObstacle('auto', { isFramed: true, canLeave: false })).toBeUndefined()
})

test('in a frame a tab of its own helps', () => {
  expect(leavingObstacle('redirect', { ...tab, isFramed: true })).toMatchObject({ isFrame: true })
})

test('without the Navigation API only another browser helps', () => {
  const obstacle = leavingObstacle('redirect', { isFramed: true, canLeave: false })
  expect(obstacle?.message).toMatch(/Chrome or Edge/)
  expect(obstacle?.isFrame).toBe(false)
})
