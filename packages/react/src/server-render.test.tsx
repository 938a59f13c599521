// The package on a server, where there is no window.

import { expect, test, vi } from 'vitest'

test('imports and renders on a server', { tags: ['F49'] }, async () => {
  expect(typeof window).toBe('undefined')
  const { ConnectButton, ConnectStatus } = await import('./index.ts')
  const { renderToString } = await import('react-dom/server')
  const html = renderToString(
    <>
      <ConnectButton
        clientId="app"
        redirectUri="https://app.example/redirect.html"
        exchange="/api"
      />
      <ConnectStatus session={{ status: 'connected', grant: {}, data: 1 }} />
    </>,
  )
  expect(html).toContain('data-status="idle"')
  expect(html).toContain('Your car is connected.')
})

test.each([
  ['a path', '/smartcar-redirect.html'],
  ['an address', 'https://app.example/redirect.html'],
  ['nothing, as the page’s own address is not known here', undefined],
])(
  'a button renders on a server with %s as its redirect URI',
  { tags: ['F67'] },
  async (_, uri) => {
    const { ConnectButton } = await import('./index.ts')
    const { renderToString } = await import('react-dom/server')
    const html = renderToString(<ConnectButton clientId="app" redirectUri={uri} exchange="/api" />)
    expect(html).toContain('Connect your car')
  },
)

test('with `backend` alone, nothing throws and no address is demanded', {
  tags: ['F49', 'F67', 'F70'],
}, async () => {
  const { ConnectButton, ConnectStatus, SmartcarConnectProvider, useSmartcarConnect } =
    await import('./index.ts')
  const { renderToString } = await import('react-dom/server')
  function Own() {
    const connect = useSmartcarConnect()
    return (
      <>
        <button {...connect.buttonProps}>Own</button>
        <ConnectStatus session={connect} />
      </>
    )
  }
  const siblings = { backend: 'https://api.app.example/smartcar', redirectUri: '/redirect.html' }
  for (const options of [{ backend: '/api/smartcar' }, { backend: 'api/smartcar' }, siblings]) {
    const html = renderToString(
      <SmartcarConnectProvider {...options}>
        <ConnectButton />
        <Own />
      </SmartcarConnectProvider>,
    )
    expect(html).toContain('Connect your car')
    expect(html).not.toContain(options.backend)
  }
})

test('cars, and the card before them, render on a server, without a warning', {
  tags: ['F49'],
}, async () => {
  const log = vi.spyOn(console, 'error')
  const { ConnectedCar, ConnectIntro, DisconnectButton, ReconnectBanner, SmartcarConnectProvider } =
    await import('./index.ts')
  const { renderToString } = await import('react-dom/server')
  const car = { id: 'ev6', make: 'KIA', state: 'needs_reauth' } as const
  const html = renderToString(
    <SmartcarConnectProvider backend="/api/smartcar">
      <ConnectIntro scope={['read_odometer']} />
      <ReconnectBanner cars={[car]} />
      <ConnectedCar
        car={{ ...car, connectedAt: '2026-05-04T23:59:00.000Z' }}
        actions={<DisconnectButton car={car} />}
      />
    </SmartcarConnectProvider>,
  )
  for (const words of ['Odometer', 'Sign in again with Kia', 'Disconnect Kia', '4 May 2026']) {
    expect(html).toContain(words)
  }
  expect(log).not.toHaveBeenCalled()
})
