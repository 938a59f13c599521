// The card before connecting: what it says is what is asked for, and its button is there when it should be.

import { fireEvent, render, screen } from '@testing-library/react'
import { expect } from 'vitest'
import { test } from '../../test/in-page.ts'
import { ConnectIntro, SmartcarConnectProvider, useSmartcarConnect } from '../index.ts'
import { de } from '../locales/de.ts'

const own = { clientId: 'app', redirectUri: '/redirect.html', exchange: '/api' }

function told() {
  return screen.queryAllByRole('definition').map(one => one.textContent)
}

test('tells the permissions of the connection that its button opens', () => {
  const { unmount } = render(<ConnectIntro connect={{ ...own, scope: ['read_odometer'] }} />)
  expect(told()[0]).toContain('Odometer')
  unmount()
  render(
    <SmartcarConnectProvider {...own} scope={['read_odometer']}>
      <ConnectIntro />
    </SmartcarConnectProvider>,
  )
  expect(told()[0]).toContain('Odometer')
})

test('tells what it is told to, and nothing of the provider about a connection made outside', ({
  connect,
}) => {
  const { unmount } = render(
    <SmartcarConnectProvider {...own} scope={['read_odometer']}>
      <ConnectIntro connect={connect} />
    </SmartcarConnectProvider>,
  )
  expect(told()).toEqual([])
  unmount()
  render(
    <SmartcarConnectProvider {...own} scope={['read_odometer']}>
      <ConnectIntro scope={['read_vin']} />
    </SmartcarConnectProvider>,
  )
  expect(told()).toHaveLength(1)
  expect(told()[0]).not.toContain('Odometer')
})

test('its labels are the words of its button and its status line as well', ({ connect }) => {
  render(<ConnectIntro connect={connect} labels={de} />)
  fireEvent.click(screen.getByRole('button', { name: de.connect.button }))
  const button = screen.getByRole('button', { name: de.connect.button })
  const description = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(description?.textContent).toBe(de.connect.opensWindow)
  expect(screen.getByText(de.connect.waiting.open)).toBeTruthy()
})

test('a button that is not ready yet has nothing in its place', () => {
  const { rerender } = render(<ConnectIntro>{false}</ConnectIntro>)
  expect(screen.queryByRole('button')).toBeNull()
  rerender(
    <ConnectIntro>
      <button type="button">Go on</button>
    </ConnectIntro>,
  )
  expect(screen.getByRole('button').textContent).toBe('Go on')
})

test('takes what the hook returns, so that the session outlives the card', ({ connect }) => {
  function Page({ isEmpty }: { isEmpty: boolean }) {
    const state = useSmartcarConnect(connect)
    return (
      <>
        <output>{state.status}</output>
        {isEmpty && <ConnectIntro connect={state} />}
      </>
    )
  }
  const { rerender } = render(<Page isEmpty />)
  fireEvent.click(screen.getByRole('button', { name: 'Connect your car' }))
  expect(screen.getAllByRole('status')[1]?.textContent).toBe('Carry on in the Smartcar window.')
  rerender(<Page isEmpty={false} />)
  expect(screen.getByText('waiting')).toBeTruthy()
  expect(connect.calls).toEqual(['open'])
})

test('is a region named by its heading, with the ref and the props of the app', () => {
  const refs: (HTMLElement | null)[] = []
  render(
    <ConnectIntro
      className="mine"
      connect={own}
      ref={element => void refs.push(element)}
      title="Begin"
    />,
  )
  const region = screen.getByRole('region', { name: 'Begin' })
  expect(refs[0]).toBe(region)
  expect(region.className).toBe('mine')
})
