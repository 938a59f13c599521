// The status line: every sentence that it has.

import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConnectError, type ConnectErrorCode, type Session } from 'smartcar-connect'
import { expect, spyOn, waitFor, within } from 'storybook/test'
import { enConnect } from '../locales/en.ts'
import { createFakeConnect } from '../testing.ts'
import { ConnectStatus } from './connect-status.tsx'

type Args = { sessions: Session[] }

const meta: Meta<Args> = {
  title: 'Components/ConnectStatus',
  argTypes: {
    sessions: { control: 'object', description: 'One line for each of these sessions' },
  },
  parameters: {
    docs: {
      description: {
        component:
          'A live region with a sentence for every state, and buttons for what the person can do next. Give it a `connect` to follow, or what `useSmartcarConnect` returns as `session`.',
      },
    },
  },
  render: ({ sessions }) => (
    <div style={{ display: 'grid', gap: 12, maxWidth: '44rem' }}>
      {sessions.map(session => (
        <ConnectStatus key={JSON.stringify(session)} connect={createFakeConnect(session)} />
      ))}
    </div>
  ),
  play: async ({ args, canvasElement }) => {
    const lines = within(canvasElement).getAllByRole('status')
    await expect(lines).toHaveLength(args.sessions.length)
    for (const line of lines) await expect(line).not.toBeEmptyDOMElement()
  },
}
export default meta

type Story = StoryObj<Args>

export const OnTheWay: Story = {
  args: {
    sessions: [
      { status: 'preparing' },
      { status: 'waiting', popup: 'open' },
      { status: 'waiting', popup: 'lost' },
      { status: 'exchanging', grant: {} },
      { status: 'connected', grant: {}, data: undefined },
      { status: 'redirecting' },
    ],
  },
}

/** The answer of the backend is a list of two cars. */
export const TwoCars: Story = {
  args: { sessions: [{ status: 'connected', grant: {}, data: ['one', 'two'] }] },
  play: async ({ canvasElement }) => {
    const line = within(canvasElement).getByRole('status')
    await expect(line).toHaveTextContent('Your 2 cars are connected.')
  },
}

/** A car that the carmaker does not connect is called by its name. */
export const Unsupported: Story = {
  args: {
    sessions: [
      {
        status: 'failed',
        error: new ConnectError('vehicle_incompatible', {
          vehicle: { vin: 'KNDJN2A26E7000000', make: 'Kia', model: 'Hatchback', year: 2023 },
        }),
      },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('status')).toHaveTextContent('Your Kia Hatchback 2023')
    await expect(canvas.getByRole('button', { name: 'Connect another car' })).toBeVisible()
  },
}

export const Cancelled: Story = {
  args: {
    sessions: (['popup_closed', 'returned_to_app', 'aborted', 'superseded'] as const).map(
      reason => ({ status: 'cancelled', reason }),
    ),
  },
}

export const Failed: Story = {
  args: {
    sessions: (Object.keys(enConnect.failed) as ConnectErrorCode[]).map(code => ({
      status: 'failed',
      error: new ConnectError(code),
    })),
  },
}

/** After three seconds of one exchange; here the seconds are over at once. */
export const SlowExchange: Story = {
  args: { sessions: [{ status: 'exchanging', grant: {} }] },
  beforeEach() {
    const { setTimeout: start } = window
    const spy = spyOn(window, 'setTimeout')
    spy.mockImplementation(((run: () => void, ms?: number) =>
      start(run, ms === 3000 ? 0 : ms)) as typeof setTimeout)
    return () => spy.mockRestore()
  },
  play: async ({ canvasElement }) => {
    const line = within(canvasElement).getByRole('status')
    await waitFor(() => expect(line).toHaveTextContent(enConnect.stillExchanging))
  },
}
