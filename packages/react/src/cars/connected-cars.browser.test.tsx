// The list of cars on a page: loaded once, true while it is shown, and the focus where cars go away.

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { beforeEach, expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import {
  ConnectedCar,
  DisconnectButton,
  ReconnectBanner,
  SmartcarConnectProvider,
  useConnectedCars,
} from '../index.ts'
import styles from '../styles/styles.css?inline'
import { createFakeConnect, type FakeConnect } from '../testing.ts'

type Vehicle = { id: string; make?: string; model?: string; state: 'connected' | 'needs_reauth' }

class Stream extends EventTarget {
  static open: Stream[] = []
  readyState = 1
  onopen = () => {}
  constructor() {
    super()
    Stream.open.push(this)
  }
  close() {
    Stream.open = Stream.open.filter(stream => stream !== this)
  }
  send(type: string, vehicleId: string) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify({ type, vehicleId }) }))
  }
}

const ev6: Vehicle = { id: 'ev6', make: 'KIA', model: 'EV6', state: 'connected' }
const niro: Vehicle = { ...ev6, id: 'niro', model: 'Niro' }
const leaf: Vehicle = { ...ev6, id: 'leaf', make: 'NISSAN', model: 'Leaf' }

let backend = ''
let cars: Vehicle[] = []
let asked: string[] = []
let refuse = false

beforeEach(() => {
  backend = `/api/${crypto.randomUUID()}`
  cars = [ev6, leaf]
  asked = []
  refuse = false
  Stream.open = []
  for (const said of document.querySelectorAll('[data-sc="announcement"]')) said.remove()
  vi.stubGlobal('EventSource', Stream)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(window, 'fetch').mockImplementation(async (address, init) => {
    const part = String(address).split('/').at(-1) ?? ''
    asked.push(part)
    if (part === 'connections') {
      return Response.json(
        cars.map(car => ({ ...car, permissions: [], connectedAt: '2026-05-04' })),
      )
    }
    if (refuse) return new Response(null, { status: 502 })
    const { vehicleId } = JSON.parse(String(init?.body))
    cars = cars.filter(({ id }) => id !== vehicleId)
    return new Response(null, { status: 204 })
  })
  return () => vi.unstubAllGlobals()
})

function List({ live = true }: { live?: boolean }) {
  const { status, cars: shown } = useConnectedCars({ backend, live })
  return (
    <main data-status={status}>
      <ReconnectBanner cars={shown} />
      <ul>
        {shown.map(car => (
          <li key={car.id}>
            <ConnectedCar car={car} actions={<DisconnectButton car={car} />} />
          </li>
        ))}
      </ul>
    </main>
  )
}

function renderList(connect: FakeConnect = createFakeConnect(), more = {}) {
  return render(
    <StrictMode>
      <SmartcarConnectProvider backend={backend} connect={connect}>
        <List {...more} />
      </SmartcarConnectProvider>
    </StrictMode>,
  )
}

function names() {
  return screen.queryAllByRole('article').map(card => card.querySelector('h3')?.textContent?.trim())
}

async function disconnect(name: string) {
  const button = await screen.findByRole('button', { name: `Disconnect ${name}` })
  button.focus()
  fireEvent.click(button)
  const confirm = screen.getByRole('button', { name: 'Yes, disconnect' })
  expect(document.activeElement?.textContent).toBe('Keep it')
  confirm.focus()
  fireEvent.click(confirm)
}

function announced() {
  return [...document.querySelectorAll('[data-sc="announcement"]')]
    .map(region => region.textContent)
    .filter(Boolean)
}

test('in StrictMode and with two lists the page asks once and listens once', async () => {
  const { unmount } = render(
    <StrictMode>
      <SmartcarConnectProvider backend={backend} connect={createFakeConnect()}>
        <List />
        <List />
      </SmartcarConnectProvider>
    </StrictMode>,
  )
  await waitFor(() => expect(names()).toHaveLength(4))
  expect(asked).toEqual(['connections'])
  expect(Stream.open).toHaveLength(1)
  unmount()
  await Promise.resolve()
  expect(Stream.open).toEqual([])
})

test('a car that was connected with a button of this page appears by itself', async () => {
  cars = []
  renderList()
  await waitFor(() => expect(screen.getByRole('main').dataset.status).toBe('ready'))
  cars = [niro]
  act(() => Stream.open[0]?.send('connected', 'niro'))
  await waitFor(() => expect(names()).toEqual(['Kia Niro']))
})

test('without live updates nothing is opened', async () => {
  renderList(undefined, { live: false })
  await waitFor(() => expect(names()).toHaveLength(2))
  expect(Stream.open).toEqual([])
})

test('a car that is disconnected is gone, its neighbour has the focus, and it is said once', async () => {
  renderList()
  await disconnect('Kia EV6')
  await waitFor(() => expect(names()).toEqual(['Nissan Leaf']))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')))
  expect(announced()).toEqual(['Kia EV6 is disconnected.'])
  await disconnect('Nissan Leaf')
  await waitFor(() => expect(names()).toEqual([]))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('UL'))
  expect(announced()).toEqual(['Nissan Leaf is disconnected.'])
})

test('a car that could not be disconnected stays, with the reason and the focus on the button', async () => {
  refuse = true
  renderList()
  await disconnect('Kia EV6')
  const question = await screen.findByText(/We couldn’t disconnect Kia EV6/)
  expect(question.getAttribute('role')).toBe('status')
  expect(document.activeElement?.textContent).toBe('Yes, disconnect')
  expect(names()).toHaveLength(2)
  expect(announced()).toEqual([])
  fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Disconnect Kia EV6')
  expect(document.querySelectorAll('[data-sc="announcement"]:empty')).toHaveLength(0)
})

test('a page that is left while a question is open, or after a failure, leaves nothing behind', async () => {
  refuse = true
  const { unmount } = renderList()
  fireEvent.click(await screen.findByRole('button', { name: 'Disconnect Kia EV6' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Disconnect Nissan Leaf' }))
  fireEvent.click(screen.getAllByRole('button', { name: 'Yes, disconnect' })[0] as Element)
  await screen.findByText(/We couldn’t disconnect/)
  expect(document.querySelectorAll('[data-sc="announcement"]')).toHaveLength(2)
  unmount()
  await waitFor(() => expect(document.querySelectorAll('[data-sc="announcement"]')).toHaveLength(0))
})

test('a page that is left while a car is being disconnected says nothing false', async () => {
  let answer: (response: Response) => void = () => {}
  const { unmount } = render(
    <SmartcarConnectProvider backend={backend}>
      <DisconnectButton
        car={ev6}
        onDisconnect={() =>
          new Promise<Response>(resolve => {
            answer = resolve
          })
        }
      />
    </SmartcarConnectProvider>,
  )
  await disconnect('Kia EV6')
  unmount()
  answer({ ok: false } as Response)
  await waitFor(() => expect(document.querySelectorAll('[data-sc="announcement"]')).toHaveLength(0))
})

test('opening a question in the first card moves nothing above it', async () => {
  const sheet = document.head.appendChild(document.createElement('style'))
  sheet.textContent = styles
  renderList()
  const button = await screen.findByRole('button', { name: 'Disconnect Kia EV6' })
  const footer = button.closest('footer')
  const above = [...document.querySelectorAll('main *')].filter(
    element =>
      button.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING &&
      !element.contains(button),
  )
  expect(above.length).toBeGreaterThan(5)
  function places() {
    return [...above, footer].map(element => {
      const { top, left } = element?.getBoundingClientRect() ?? {}
      return [element?.tagName, top, left]
    })
  }
  const before = places()
  fireEvent.click(button)
  expect(screen.getByRole('group')).toBeTruthy()
  expect(places()).toEqual(before)
  sheet.remove()
})

test('one sign-in is for all cars of an account, and the list is loaded after it', async () => {
  const connect = createFakeConnect()
  cars = [ev6, niro].map(car => ({ ...car, state: 'needs_reauth' }))
  renderList(connect)
  const button = await screen.findByRole('button', { name: 'Sign in again with Kia' })
  expect(screen.getByText('Sign in again to keep Kia EV6 and Kia Niro connected.')).toBeTruthy()
  button.focus()
  fireEvent.click(button)
  expect(connect.calls).toEqual(['open'])
  act(() => connect.set({ status: 'exchanging', grant: {} }))
  // An update that comes before the answer does not take the session away.
  cars = [ev6, niro]
  act(() => Stream.open[0]?.send('connected', 'ev6'))
  await waitFor(() => expect(screen.queryByText('Paused until you sign in again')).toBeNull())
  expect(screen.getByRole('button', { name: 'Sign in again with Kia' })).toBe(button)
  expect(connect.getSession().status).toBe('exchanging')
  const before = asked.length
  act(() => connect.set({ status: 'connected', grant: {}, data: cars }))
  await waitFor(() => expect(screen.getByText('You are signed in again.')).toBeTruthy())
  await waitFor(() => expect(button.isConnected).toBe(false))
  expect(asked.length).toBeGreaterThan(before)
  expect(document.activeElement).toBe(document.querySelector('[data-sc="reconnect"]'))
})

test('the session that signs in again is for the vehicle', async () => {
  const made: unknown[] = []
  const connect = createFakeConnect()
  const createConnect: FakeConnect['createConnect'] = source => {
    made.push((typeof source === 'function' ? source() : source).vehicleId)
    return connect.createConnect(source)
  }
  cars = [{ ...ev6, state: 'needs_reauth' }]
  renderList({ ...connect, createConnect })
  await screen.findByRole('button', { name: 'Sign in again with Kia' })
  expect(new Set(made)).toEqual(new Set(['ev6']))
})

test('a card that has the focus and is taken off in another window hands it to its neighbour', async () => {
  renderList()
  const button = await screen.findByRole('button', { name: 'Disconnect Kia EV6' })
  button.focus()
  cars = [leaf]
  act(() => Stream.open[0]?.send('disconnected', 'ev6'))
  await waitFor(() => expect(names()).toEqual(['Nissan Leaf']))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')))
})

test('a page that is left while a card has the focus moves the focus nowhere', async () => {
  const { rerender } = renderList()
  const button = await screen.findByRole('button', { name: 'Disconnect Kia EV6' })
  button.focus()
  rerender(<p>Another page</p>)
  await Promise.resolve()
  expect(document.activeElement).toBe(document.body)
})

test('a list without keys: what is said and asked is of the car that is shown by then', async () => {
  function WithoutKeys() {
    const { cars: shown } = useConnectedCars()
    return shown.map((car, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as React does it where there is no key
      <ConnectedCar key={place} car={car} actions={<DisconnectButton car={car} />} />
    ))
  }
  render(
    <SmartcarConnectProvider backend={backend} connect={createFakeConnect()}>
      <WithoutKeys />
    </SmartcarConnectProvider>,
  )
  await disconnect('Kia EV6')
  await waitFor(() => expect(names()).toEqual(['Nissan Leaf']))
  await waitFor(() => expect(announced()).toEqual(['Kia EV6 is disconnected.']))
  expect(screen.queryAllByRole('status')).toEqual([])
  expect(screen.getByRole('button', { name: 'Disconnect Nissan Leaf' })).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('article'))
})

test('without a backend, what is missing is said at once', () => {
  function Bare() {
    useConnectedCars()
    return null
  }
  expect(() => render(<Bare />)).toThrow(/`useConnectedCars` has no `backend`.*#connections/)
  expect(() => render(<DisconnectButton car={ev6} />)).toThrow(/neither `onDisconnect` nor/)
  // Not months later, when a car asks for a new sign-in.
  expect(() => render(<ReconnectBanner cars={[]} />)).toThrow(/`exchange` is missing/)
})
