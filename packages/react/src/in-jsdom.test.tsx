// The components in jsdom, where nothing scrolls. @vitest-environment jsdom

import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { testAsAnApp } from '../test/app-test.tsx'
import { BrandPicker } from './index.ts'

testAsAnApp()

// Not in happy-dom, which does not know that a fieldset disables native controls.
test('a disabled fieldset holds the brand picker in it', () => {
  const onValueChange = vi.fn()
  render(
    <fieldset disabled>
      <BrandPicker onValueChange={onValueChange} />
    </fieldset>,
  )
  act(() => screen.getByRole('radio', { name: 'Audi' }).click())
  expect(onValueChange).not.toHaveBeenCalled()
})
