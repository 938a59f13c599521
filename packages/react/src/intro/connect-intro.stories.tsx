// The card before connecting, and how it goes on after the click.

import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Scope, Session } from 'smartcar-connect'
import { expect, userEvent, within } from 'storybook/test'
import { connection, type Snippet } from '../../docs/snippets/story-snippet.ts'
import { sessionControl } from '../../docs/story-sessions.ts'
import { createFakeConnect } from '../testing.ts'
import { ConnectIntro } from './connect-intro.tsx'

const scope: Scope[] = [
  'required:read_vehicle_info',
  'required:read_battery',
  'required:read_charge',
  'read_location',
  'control_charge',
]

const reasons = [
  'See how far you get before you set off.',
  'Charge when electricity is cheap, without thinking of it.',
]

// The name of a session; Storybook hands the session itself to the story.
type Args = {
  session: string | Session
  title?: string
  reasons?: string[]
  scope?: Scope[]
  headingLevel?: 2 | 3
}

const snippet: Snippet = {
  imports: ['createConnect'],
  before: connection,
  props: { connect: 'connect' },
  without: ['session'],
}

const meta: Meta<Args> = {
  title: 'Components/ConnectIntro',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  component: ConnectIntro as never,
  args: { session: 'idle', scope, reasons },
  argTypes: {
    session: {
      ...sessionControl,
      description: 'The state of the story',
      table: { category: 'Story' },
    },
  },
  parameters: { snippet },
  render: ({ session, ...props }) => (
    <div style={{ inlineSize: 'min(36rem, calc(100vw - 32px))' }}>
      <ConnectIntro {...props} connect={createFakeConnect(session as Session)} />
    </div>
  ),
}
export default meta

type Story = StoryObj<Args>

export const Before: Story = {
  play: async ({ canvasElement }) => {
    const card = within(canvasElement).getByRole('region', { name: 'Connect your car' })
    await expect(card).toHaveTextContent('Where the car is')
    await expect(card).toHaveTextContent('We never see your password.')
  },
}

export const OwnTitle: Story = { args: { title: 'Let your car tell us when to charge' } }

export const OnlyToSee: Story = { args: { scope: scope.slice(0, 2), reasons: [] } }

/** Where the server alone knows what is asked for. */
export const WithoutPermissions: Story = { args: { scope: [] } }

/** By keyboard: nothing above the status line moves. */
export const Clicked: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const card = canvas.getByRole('region')
    const line = canvas.getByRole('status')
    const above = [...card.children].filter(element => !element.contains(line))
    // Within the card, as the story is centred and the card grows.
    function places() {
      const origin = card.getBoundingClientRect()
      return above.map(element => {
        const { left, top } = element.getBoundingClientRect()
        return [element.tagName, Math.round(left - origin.left), Math.round(top - origin.top)]
      })
    }
    const before = places()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(line).not.toHaveTextContent(/^$/)
    await expect(places()).toEqual(before)
  },
}

export const Waiting: Story = { args: { session: 'waiting' } }

export const Failed: Story = { args: { session: 'network_error' } }

export const Connected: Story = { args: { session: 'connected' } }

/** Buttons of the app in place of ours keep the app's own look. */
export const OwnButton: Story = {
  parameters: {
    snippet: {
      code: `import { ConnectIntro } from 'smartcar-connect-react'
import 'smartcar-connect-react/styles.css'

export function App() {
  return (
    <ConnectIntro scope={['required:read_battery']}>
      <button type="button">Go on</button>
    </ConnectIntro>
  )
}`,
    },
  },
  render: ({ session: _, ...props }) => (
    <div style={{ inlineSize: 'min(36rem, calc(100vw - 32px))' }}>
      <ConnectIntro {...props}>
        <button type="button">Go on</button>
      </ConnectIntro>
    </div>
  ),
}
