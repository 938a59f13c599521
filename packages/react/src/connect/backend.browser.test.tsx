// `backend` in React: nothing else is needed, and a page asks for one session however much it renders.

import { fireEvent, render, renderHook, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { beforeEach, expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { ConnectButton, SmartcarConnectProvider, useSmartcarConnect } from '../index.ts'

let backend = ''

// Sessions are kept for the whole page, so each test has a backend of its own.
beforeEach(() => {
  backend = `/api/${crypto.randomUUID()}`
})

function answerSessions() {
  return vi.spyOn(window, 'fetch').mockImplementation(async () => {
    const state = `${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', '').slice(0, 43)
    const url = `${location.origin}/oauth/authorize?response_type=none&state=${state}`
    return Response.json({ url, state, expiresInMs: 900_000 })
  })
}

function Own(props: { vehicleId?: string }) {
  return <button {...useSmartcarConnect({ backend, ...props }).buttonProps}>Own</button>
}

// The session that was asked for, if one was, is at hand.
async function settled() {
  await import('../../../client/src/late.ts')
  await new Promise(resolve => setTimeout(resolve))
}

test('mounting asks for nothing, in StrictMode and with many buttons', async ({ open: _ }) => {
  const fetched = answerSessions()
  render(
    <StrictMode>
      <Own />
      <Own />
      <ConnectButton backend={backend} />
    </StrictMode>,
  )
  await settled()
  expect(fetched).not.toHaveBeenCalled()
})

test('pointer and focus ask once for all buttons; a click opens in the click itself', async ({
  open,
}) => {
  const fetched = answerSessions()
  render(
    <SmartcarConnectProvider backend={backend}>
      <Own />
      <ConnectButton>Ready</ConnectButton>
    </SmartcarConnectProvider>,
  )
  const [own, ready] = [screen.getByText('Own'), screen.getByText('Ready')]
  fireEvent.pointerEnter(own)
  fireEvent.focus(own)
  fireEvent.pointerEnter(ready)
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled())
  await settled()
  fireEvent.focus(ready)
  fireEvent.click(ready)
  expect(open).toHaveBeenCalledTimes(1)
  expect(fetched.mock.calls.map(([address]) => address)).toEqual([`${backend}/session`])
  expect(ready.dataset.status).toBe('waiting')
  expect(own.dataset.status).toBe('idle')
})

test('a page with a thousand buttons asks for nothing as they come into view, and then once', async ({
  open: _,
}) => {
  const fetched = answerSessions()
  const { container } = render(
    <SmartcarConnectProvider backend={backend}>
      {Array.from({ length: 1_000 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <ConnectButton key={index} />
      ))}
    </SmartcarConnectProvider>,
  )
  // The browser's own pointer, which may rest there, would be intent.
  container.style.pointerEvents = 'none'
  const buttons = [...container.querySelectorAll('button')]
  for (const button of buttons.slice(0, 5)) button.scrollIntoView()
  await new Promise(resolve => requestAnimationFrame(resolve))
  await settled()
  expect(fetched).not.toHaveBeenCalled()
  for (const button of buttons) fireEvent.pointerEnter(button)
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled())
  await settled()
  expect(fetched).toHaveBeenCalledTimes(1)
})

test('another vehicle is another session', async ({ open: _ }) => {
  const fetched = answerSessions()
  render(
    <>
      <Own />
      <Own vehicleId="a-car" />
    </>,
  )
  for (const button of screen.getAllByText('Own')) fireEvent.pointerEnter(button)
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
})

test('`backend` is no attribute of the button', () => {
  render(<ConnectButton backend={backend}>Ready</ConnectButton>)
  expect(screen.getByText('Ready').hasAttribute('backend')).toBe(false)
})

test('options of the old way beside it are refused, also those of a provider above', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() =>
    renderHook(() => useSmartcarConnect({ backend }), {
      wrapper: ({ children }) => (
        <SmartcarConnectProvider exchange="/api/exchange">{children}</SmartcarConnectProvider>
      ),
    }),
  ).toThrow('`exchange` does not go with `backend`')
})
