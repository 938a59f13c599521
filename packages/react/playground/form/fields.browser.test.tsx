// A field of the form shows what is set.

import { render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { defaults } from '../state/playground-state.ts'
import { TextField } from './fields.tsx'

function Width() {
  const [state, setState] = useState(defaults)
  return (
    <>
      <TextField
        state={state}
        change={patch => setState({ ...state, ...patch })}
        wrong={undefined}
        name="popupWidth"
        label="Width"
      />
      <p>{`set: ${state.popupWidth}`}</p>
    </>
  )
}

async function write(text: string): Promise<string> {
  const input = screen.getByLabelText<HTMLInputElement>('Width')
  await userEvent.fill(input, text)
  await userEvent.tab()
  return screen.getByLabelText<HTMLInputElement>('Width').value
}

test('a number that cannot be set does not stay in its field', async () => {
  render(<Width />)
  expect(await write('640')).toBe('640')
  expect(screen.getByText('set: 640')).toBeTruthy()
  await userEvent.fill(screen.getByLabelText('Width'), '700')
  await userEvent.keyboard('{Enter}')
  expect(screen.getByText('set: 700')).toBeTruthy()
  expect(await write('640')).toBe('640')
  for (const wrong of ['5000', 'wide', '']) expect(await write(wrong)).toBe('640')
  expect(screen.getByText('set: 640')).toBeTruthy()
})
