// The card of one car, with all that may be known about it and with next to nothing.

import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import type { Snippet } from '../../docs/snippets/story-snippet.ts'
import { ConnectedCar } from './connected-car.tsx'
import { DisconnectButton } from './disconnect-button.tsx'

const car = {
  make: 'KIA',
  model: 'EV6',
  year: 2023,
  state: 'connected',
  connectedAt: '2026-05-04T09:30:00.000Z',
  permissions: ['read_vehicle_info', 'read_battery', 'read_odometer', 'control_charge'],
} as const

const figures = (
  <dl style={{ display: 'flex', gap: 32, margin: 0 }}>
    <div>
      <dt>Battery</dt>
      <dd style={{ margin: 0, fontSize: '1.467em' }}>82 %</dd>
    </div>
    <div>
      <dt>Driven</dt>
      <dd style={{ margin: 0, fontSize: '1.467em' }}>48,210 km</dd>
    </div>
  </dl>
)

const snippet: Snippet = {
  imports: ['DisconnectButton'],
  props: {
    actions: `<DisconnectButton car={{ id: 'ev6', make: 'KIA' }} backend="/api/smartcar" />`,
  },
}

const meta: Meta<typeof ConnectedCar> = {
  title: 'Components/ConnectedCar',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  component: ConnectedCar,
  args: {
    car,
    children: figures,
    actions: (
      <DisconnectButton car={{ ...car, id: 'ev6' }} onDisconnect={async () => ({ ok: true })} />
    ),
  },
  argTypes: {
    children: { control: false },
    actions: { control: false },
    labels: { control: false },
  },
  parameters: { snippet },
  decorators: [
    Story => (
      <div style={{ inlineSize: 'min(30rem, calc(100vw - 32px))' }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof ConnectedCar>

export const Connected: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('heading', { level: 3 })).toHaveTextContent('Kia EV6 2023')
    await expect(canvas.getByText(/2026/, { selector: 'time' })).toBeVisible()
  },
}

/** What the person allowed, opened. */
export const Allowed: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    const summary = canvas.getByText('You allowed 4 things')
    await expect(summary).toHaveFocus()
    await userEvent.click(summary)
    await expect(canvas.getByText('Odometer')).toBeVisible()
  },
}

export const NeedsSignIn: Story = {
  args: { car: { ...car, state: 'needs_reauth' }, children: undefined },
}

/** The number describes the card, and is no part of its name. */
export const WithVin: Story = {
  args: { car: { ...car, vin: 'KNAC381CFP6012345' } },
  play: async ({ canvasElement }) => {
    const card = within(canvasElement).getByRole('article')
    await expect(card).toHaveAccessibleName('Kia EV6 2023')
    await expect(card).toHaveAccessibleDescription('VIN KNAC381CFP6012345')
  },
}

export const Unnamed: Story = {
  args: { car: { ...car, make: undefined, model: undefined, year: undefined } },
}

export const LongName: Story = {
  args: {
    car: {
      ...car,
      make: 'MERCEDES_BENZ',
      model: 'EQS SUV 580 4MATIC Edition Donaudampfschifffahrtsgesellschaft',
    },
  },
}

/** While the figures are being read. */
export const Loading: Story = {
  args: { children: <p role="status">Reading the car’s figures.</p> },
}

export const OnlyItsName: Story = {
  args: { car: { make: 'TESLA', model: 'Model 3' }, children: undefined, actions: undefined },
  parameters: {
    snippet: {
      code: `import { ConnectedCar } from 'smartcar-connect-react'
import 'smartcar-connect-react/styles.css'

export function App() {
  return <ConnectedCar car={{ make: 'TESLA', model: 'Model 3' }} />
}`,
    },
  },
}
