// The status line: every sentence that it has.

import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Session } from 'smartcar-connect'
import { expect, spyOn, waitFor, within } from 'storybook/test'
import { connection, type Snippet } from '../../docs/snippets/story-snippet.ts'
import {
  cancelled,
  failures,
  onTheWay,
  sessionControl,
  sessions,
} from '../../docs/story-sessions.ts'
import { enConnect } from '../locales/en.ts'
import { createFakeConnect } from '../testing.ts'
import { ConnectStatus } from './connect-status.tsx'

// The name of one or several sessions; Storybook hands the sessions themselves to the story.
type Args = { sessions: string | readonly Session[] }

const groups: Readonly<Record<string, readonly Session[]>> = {
  // The line is empty while nothing has happened.
  on_the_way: Object.values(onTheWay).filter(({ status }) => status !== 'idle'),
  every_cancelled: Object.values(cancelled),
  every_failed: Object.values(failures),
}

const snippet: Snippet = {
  imports: ['ConnectButton', 'createConnect'],
  before: connection,
  props: { connect: 'connect' },
  without: ['sessions'],
  above: '<ConnectButton connect={connect} />',
}

const meta: Meta<Args> = {
  title: 'Components/ConnectStatus',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  argTypes: {
    sessions: {
      control: sessionControl.control,
      options: [...Object.keys(groups), ...sessionControl.options],
      mapping: {
        ...groups,
        ...Object.fromEntries(Object.entries(sessions).map(([name, one]) => [name, [one]])),
      },
      description: 'One line for each of these sessions',
      table: { category: 'Story' },
    },
  },
  parameters: { snippet },
  render: ({ sessions = [] }) => (
    <div style={{ display: 'grid', gap: 12, maxWidth: '44rem' }}>
      {(sessions as readonly Session[]).map(session => (
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

export const OnTheWay: Story = { args: { sessions: 'on_the_way' } }

/** The answer of the backend is a list of two cars. */
export const TwoCars: Story = {
  args: { sessions: 'connected_two' },
  play: async ({ canvasElement }) => {
    const line = within(canvasElement).getByRole('status')
    await expect(line).toHaveTextContent('Your 2 cars are connected.')
  },
}

/** A car that the carmaker does not connect is called by its name. */
export const Unsupported: Story = {
  args: { sessions: 'vehicle_known' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('status')).toHaveTextContent('2019 isn’t supported yet.')
    await expect(canvas.getByRole('button', { name: 'Connect another car' })).toBeVisible()
  },
}

export const Cancelled: Story = { args: { sessions: 'every_cancelled' } }

export const Failed: Story = { args: { sessions: 'every_failed' } }

/** After three seconds of one exchange; here the seconds are over at once. */
export const SlowExchange: Story = {
  args: { sessions: 'exchanging' },
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
