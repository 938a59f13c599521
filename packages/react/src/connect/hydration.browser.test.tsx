// A page that a server rendered, and that hydrates part by part.

import { act, fireEvent, screen } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server.browser'
import type { Connect } from 'smartcar-connect'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { ConnectButton, ConnectStatus, useSmartcarConnect } from '../index.ts'
import { createFakeConnect } from '../testing.ts'

function Hook({ connect }: { connect: Connect }) {
  return <p data-testid="hook">{useSmartcarConnect(connect).status}</p>
}

// What the server has sent before the last part arrives: React marks a boundary that is complete.
function page(connect: Connect, Late: () => ReactNode) {
  return (
    <main>
      <ConnectButton connect={connect}>first</ConnectButton>
      <Suspense>
        <Late />
      </Suspense>
    </main>
  )
}

test('a button that hydrates late shows the session that another one has begun', {
  tags: ['F67'],
}, async () => {
  const connect = createFakeConnect()
  function Part() {
    return (
      <>
        <ConnectButton connect={connect}>second</ConnectButton>
        <ConnectStatus connect={connect} />
        <Hook connect={connect} />
      </>
    )
  }
  const log = vi.spyOn(console, 'error')
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(page(createFakeConnect(), Part))

  let arrive: (() => void) | undefined
  let arrival: Promise<void> | undefined = new Promise(resolve => {
    arrive = resolve
  })
  function Late() {
    if (arrival) throw arrival
    return <Part />
  }
  const onError = vi.fn()
  const root = await act(async () =>
    hydrateRoot(place, page(connect, Late), { onRecoverableError: onError }),
  )
  const second = screen.getByText('second')
  expect(second.dataset.status).toBe('idle')

  await act(async () => fireEvent.click(screen.getByText('first')))
  await act(async () => {
    arrival = undefined
    arrive?.()
  })
  expect(screen.getByText('first').dataset.status).toBe('waiting')
  // The same element: React did not have to build it anew.
  expect(screen.getByText('second')).toBe(second)
  expect(second.dataset.status).toBe('waiting')
  expect(screen.getByTestId('hook').textContent).toBe('waiting')
  expect(screen.getByRole('status').textContent).toBe('Carry on in the Smartcar window.')
  expect(onError).not.toHaveBeenCalled()
  expect(log).not.toHaveBeenCalled()

  act(() => root.unmount())
  place.remove()
})

test('a server renders every connection as idle, whatever has happened there', {
  tags: ['F67'],
}, () => {
  const html = renderToString(
    <ConnectButton connect={createFakeConnect({ status: 'waiting', popup: 'open' })} />,
  )
  expect(html).toContain('data-status="idle"')
})
