// The whole list: what `useConnectedCars` says, and the components that show it.

import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test'
import type { Snippet } from '../../docs/snippets/story-snippet.ts'
import { SmartcarConnectProvider } from '../connect/smartcar-connect-provider.tsx'
import { ConnectIntro } from '../intro/connect-intro.tsx'
import { createFakeConnect } from '../testing.ts'
import { ConnectedCar } from './connected-car.tsx'
import { DisconnectButton } from './disconnect-button.tsx'
import { ReconnectBanner } from './reconnect-banner.tsx'
import { useConnectedCars } from './use-connected-cars.ts'

const ev6 = {
  id: 'ev6',
  make: 'KIA',
  model: 'EV6',
  year: 2023,
  state: 'connected',
  permissions: ['read_battery', 'read_odometer'],
  connectedAt: '2026-05-04T09:30:00.000Z',
}
const leaf = { ...ev6, id: 'leaf', make: 'NISSAN', model: 'Leaf', year: 2020 }

// What the backend answers below each path.
const answers: { [path: string]: () => Response | Promise<Response> } = {
  '/stories/loading/connections': () => new Promise(() => {}),
  '/stories/empty/connections': () => Response.json([]),
  '/stories/ready/connections': () => Response.json([ev6, leaf]),
  '/stories/ready/disconnect': () => new Response(null, { status: 204 }),
  '/stories/sign-in/connections': () => Response.json([{ ...ev6, state: 'needs_reauth' }, leaf]),
  '/stories/failed/connections': () => new Response(null, { status: 503 }),
}

// The same without what the stories need.
const snippet: Snippet = {
  code: `import { useRef } from 'react'
import {
  ConnectButton,
  ConnectedCar,
  ConnectIntro,
  ConnectStatus,
  DisconnectButton,
  ReconnectBanner,
  useConnectedCars,
  useSmartcarConnect,
} from 'smartcar-connect-react'
import 'smartcar-connect-react/styles.css'

const backend = '/api/smartcar' // or once, in a SmartcarConnectProvider

export function App() {
  const { reload, ...list } = useConnectedCars({ backend })
  const title = useRef<HTMLHeadingElement>(null)
  const connect = useSmartcarConnect({
    backend,
    async onSuccess() {
      await reload()
      title.current?.focus() // the first car takes the place of the card and its button
    },
    onError: error => console.error(error), // for your log
  })
  const { status, cars } = list
  const isEmpty = cars.length === 0
  if (list.status === 'failed' && list.problem.code === 'signed_out') {
    return <a href="/login">Sign in to see your cars</a>
  }
  return (
    <main style={{ display: 'grid', gap: 16 }}>
      <h1 tabIndex={-1} ref={title}>My garage</h1>
      {isEmpty && status === 'loading' && <p role="status">Looking for your cars.</p>}
      {isEmpty && status === 'failed' && <button onClick={reload}>Try again</button>}
      {isEmpty && status === 'ready' && (
        <ConnectIntro
          reasons={['Know when the next service is due.']}
          scope={['required:read_vehicle_info', 'read_odometer']} // as the backend has it
        >
          <ConnectButton connect={connect}>Connect your car</ConnectButton>
        </ConnectIntro>
      )}
      <ReconnectBanner cars={cars} connect={{ backend }} />
      {cars.map(car => (
        <ConnectedCar
          key={car.id}
          car={car}
          actions={<DisconnectButton car={car} backend={backend} onDisconnected={connect.reset} />}
        />
      ))}
      {!isEmpty && <ConnectButton connect={connect}>Connect another car</ConnectButton>}
      <ConnectStatus session={connect} />
    </main>
  )
}`,
}

function Garage({ backend }: { backend: string }): ReactElement {
  const { status, cars, reload } = useConnectedCars({ backend, live: false })
  return (
    <div style={{ display: 'grid', gap: 16, inlineSize: 'min(30rem, calc(100vw - 32px))' }}>
      <p role="status" style={{ margin: 0 }}>
        {status === 'loading' && 'Looking for your cars.'}
        {status === 'failed' && 'Your cars cannot be shown right now.'}
      </p>
      {status === 'failed' && (
        <button type="button" onClick={reload}>
          Try again
        </button>
      )}
      <ReconnectBanner cars={cars} />
      {cars.map(car => (
        <ConnectedCar
          key={car.id}
          car={car}
          headingLevel={2}
          actions={<DisconnectButton car={car} backend={backend} />}
        />
      ))}
      {status === 'ready' && cars.length === 0 && (
        <ConnectIntro connect={createFakeConnect()} title="No car is connected yet" />
      )}
    </div>
  )
}

const meta: Meta<typeof Garage> = {
  title: 'Hooks/useConnectedCars',
  // The page in docs/hooks is written by hand.
  tags: ['!autodocs'],
  component: Garage,
  argTypes: { backend: { control: false } },
  parameters: { snippet },
  beforeEach() {
    const { fetch } = window
    const spy = spyOn(window, 'fetch')
    spy.mockImplementation((input, init) => {
      const answer = answers[String(input)]
      return answer ? Promise.resolve(answer()) : fetch(input, init)
    })
    return () => spy.mockRestore()
  },
  render: ({ backend }) => (
    <SmartcarConnectProvider connect={createFakeConnect()}>
      <Garage backend={backend} />
    </SmartcarConnectProvider>
  ),
}
export default meta

type Story = StoryObj<typeof Garage>

export const Loading: Story = { args: { backend: '/stories/loading' } }

export const Empty: Story = {
  args: { backend: '/stories/empty' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('region', { name: 'No car is connected yet' })
  },
}

export const Ready: Story = {
  args: { backend: '/stories/ready' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await waitFor(() => expect(canvas.getAllByRole('article')).toHaveLength(2))
  },
}

/** The car is gone, and the focus is on the one beside it. */
export const OneDisconnected: Story = {
  args: { backend: '/stories/ready' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const button = await canvas.findByRole('button', { name: 'Disconnect Kia EV6 2023' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const left = canvas.getByRole('article', { name: 'Nissan Leaf 2020' })
    await waitFor(() => expect(left).toHaveFocus())
    await expect(canvas.getAllByRole('article')).toHaveLength(1)
  },
}

export const NeedsSignIn: Story = {
  args: { backend: '/stories/sign-in' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Sign in again with Kia' })
  },
}

export const Failed: Story = {
  args: { backend: '/stories/failed' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Try again' })
  },
}
