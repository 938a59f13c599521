// A name of four hundred letters without a space stays inside a narrow page.

import './styles.css'
import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { expect } from 'vitest'
import { test } from '../../test/in-page.ts'
import { ConnectButton, DisconnectButton } from '../index.ts'
import { createFakeConnect } from '../testing.ts'

const name = 'Wxyz'.repeat(100)

function overflowOf(element: ReactElement): () => number {
  const { container } = render(<main style={{ inlineSize: 288 }}>{element}</main>)
  const main = container.firstElementChild as HTMLElement
  return () => main.scrollWidth - main.clientWidth
}

test('the question about a car', async () => {
  const overflow = overflowOf(
    <DisconnectButton
      car={{ id: 'long', make: name }}
      onDisconnect={() => Promise.resolve({ ok: false })}
    />,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(overflow()).toBe(0)
  fireEvent.click(screen.getByText('Yes, disconnect'))
  await screen.findByText(/We couldn’t/)
  expect(overflow()).toBe(0)
})

test('the button that connects', () => {
  const button = <ConnectButton connect={createFakeConnect()}>{name}</ConnectButton>
  expect(overflowOf(button)()).toBe(0)
})

test('the button that disconnects', () => {
  const car = { id: 'long', make: 'KIA' }
  const overflow = overflowOf(
    <DisconnectButton car={car} onDisconnect={async () => {}}>
      {name}
    </DisconnectButton>,
  )
  expect(overflow()).toBe(0)
})
