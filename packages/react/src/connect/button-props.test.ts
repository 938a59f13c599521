// The props of a connect button, without a page.

import { expect, test, vi } from 'vitest'
import { createFakeConnect } from '../testing.ts'
import { buttonProps } from './button-props.ts'

test.each([
  ['idle', false],
  ['preparing', true],
  ['waiting', true],
  ['exchanging', true],
  ['connected', false],
  ['cancelled', false],
  ['failed', false],
  ['redirecting', false],
] as const)('%s: the button is busy: %s', (status, isBusy) => {
  const props = buttonProps(createFakeConnect(), status)
  expect(props).toMatchObject({ type: 'button', 'aria-busy': isBusy, 'data-status': status })
})

test('prepares the click when the pointer or the focus comes near', () => {
  const connect = { ...createFakeConnect(), prepare: vi.fn() }
  const { onFocus, onPointerEnter } = buttonProps(connect, 'idle')
  onFocus()
  onPointerEnter()
  expect(connect.prepare).toHaveBeenCalledTimes(2)
})
