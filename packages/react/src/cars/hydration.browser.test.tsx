// What a server rendered of cars and of the card before them, and what becomes of it on the page.

import { act, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server.browser'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import {
  ConnectedCar,
  ConnectIntro,
  DisconnectButton,
  ReconnectBanner,
  type ReconnectCar,
  SmartcarConnectProvider,
} from '../index.ts'

// Six in the morning in UTC is the day before in most of America, and ten at night the day after in Asia.
const moments = ['2026-05-04T06:00:00.000Z', '2026-05-04T22:00:00.000Z']

const ev6: ReconnectCar = { id: 'ev6', make: 'KIA', model: 'EV6', state: 'needs_reauth' }

async function hydrate(element: ReactElement) {
  const log = vi.spyOn(console, 'error')
  const onError = vi.fn()
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(element)
  const html = place.innerHTML
  const root = await act(async () => hydrateRoot(place, element, { onRecoverableError: onError }))
  expect(onError).not.toHaveBeenCalled()
  expect(log).not.toHaveBeenCalled()
  return {
    html,
    place,
    remove() {
      act(() => root.unmount())
      place.remove()
    },
  }
}

test('every component of connected cars hydrates without a difference', async () => {
  const page = await hydrate(
    <SmartcarConnectProvider backend="/api/smartcar">
      <ConnectIntro reasons={['See your range.']} scope={['read_odometer']} />
      <ReconnectBanner cars={[ev6]} />
      <ConnectedCar
        car={{ ...ev6, permissions: ['read_odometer'] }}
        actions={<DisconnectButton car={ev6} />}
      />
    </SmartcarConnectProvider>,
  )
  expect(page.html).toContain('Sign in again with Kia')
  expect(page.html).toContain('Disconnect Kia EV6')
  expect(page.place.innerHTML).toBe(page.html)
  page.remove()
})

test('a text with nothing but a day is that day everywhere', async () => {
  const { DateTimeFormat } = Intl
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function format(locales, options) {
    const timeZone = options?.timeZone ?? 'America/Los_Angeles'
    return new DateTimeFormat(locales, { ...options, timeZone })
  } as typeof Intl.DateTimeFormat)
  const page = await hydrate(<ConnectedCar car={{ ...ev6, connectedAt: '2026-05-04' }} />)
  expect(screen.getByText('4 May 2026').getAttribute('datetime')).toBe('2026-05-04')
  page.remove()
})

test.each(moments)('a car connected at %s has the day of the page, not of the server', async at => {
  // A page that is nowhere near UTC, whichever machine the test is on.
  const { DateTimeFormat } = Intl
  const zone = at.includes('T06') ? 'America/Los_Angeles' : 'Asia/Tokyo'
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function format(locales, options) {
    return new DateTimeFormat(locales, { ...options, timeZone: options?.timeZone ?? zone })
  } as typeof Intl.DateTimeFormat)
  const page = await hydrate(<ConnectedCar car={{ ...ev6, connectedAt: at }} />)
  expect(page.html).toContain('4 May 2026')
  const day = at.includes('T06') ? '3 May 2026' : '5 May 2026'
  expect(screen.getByText(day).getAttribute('datetime')).toBe(at)
  page.remove()
})
