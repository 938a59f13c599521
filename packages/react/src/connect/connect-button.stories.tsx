// The button in each of its states.

import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import type { Session } from 'smartcar-connect'
import { expect, userEvent, within } from 'storybook/test'
import { connection, type Snippet } from '../../docs/snippets/story-snippet.ts'
import { sessionControl } from '../../docs/story-sessions.ts'
import { createFakeConnect } from '../testing.ts'
import { ConnectButton } from './connect-button.tsx'
import { ConnectStatus } from './connect-status.tsx'

// The name of a session; Storybook hands the session itself to the story.
type Args = {
  session: string | Session
  children?: string
  disabled?: boolean
  variant?: 'primary' | 'secondary' | 'quiet'
  size?: 'regular' | 'compact'
  fullWidth?: boolean
  icon?: ReactNode
}

const snippet: Snippet = {
  imports: ['ConnectStatus', 'createConnect'],
  before: connection,
  props: { connect: 'connect' },
  without: ['session'],
  below: '<ConnectStatus connect={connect} />',
}

const meta: Meta<Args> = {
  title: 'Components/ConnectButton',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  args: { session: 'idle' },
  argTypes: {
    session: {
      ...sessionControl,
      description: 'The state of the story',
      table: { category: 'Story' },
    },
    disabled: { control: 'boolean', description: 'As any prop of a native button' },
    icon: { control: false },
  },
  parameters: { snippet },
  render: ({ session, ...props }) => {
    const connect = createFakeConnect(session as Session)
    return (
      <div style={{ display: 'grid', gap: 16, justifyItems: 'start', maxWidth: '36rem' }}>
        <ConnectButton connect={connect} {...props} />
        <ConnectStatus connect={connect} />
      </div>
    )
  },
}
export default meta

type Story = StoryObj<Args>

function inState(session: string): Story {
  return {
    args: { session },
    play: async ({ args, canvasElement }) => {
      const [button] = within(canvasElement).getAllByRole('button')
      // A link may have changed the args.
      const { status } = args.session as Session
      const name = status === 'connected' ? 'Connect another car' : 'Connect your car'
      await expect(button).toHaveAccessibleName(args.children ?? name)
      await expect(button).toHaveAttribute('data-status', status)
      await expect(button).toHaveAccessibleDescription('Opens a new window')
    },
  }
}

export const Idle: Story = inState('idle')
export const Waiting: Story = inState('waiting')
export const Lost: Story = inState('lost')
export const Exchanging: Story = inState('exchanging')
export const Connected: Story = inState('connected')
export const PopupClosed: Story = inState('popup_closed')
export const ReturnedToApp: Story = inState('returned_to_app')
export const Aborted: Story = inState('aborted')
export const Denied: Story = inState('access_denied')
export const Blocked: Story = inState('popup_blocked')
export const ExchangeFailed: Story = inState('exchange_failed')

/** A click, by keyboard: the button keeps its focus and its name, and says that it is busy. */
export const Clicked: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const button = canvas.getByRole('button', { name: 'Connect your car', busy: true })
    await expect(button).toHaveFocus()
    await expect(canvas.getByRole('status')).toHaveTextContent('Carry on in the Smartcar window')
  },
}

const plus = (
  <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
    <path d="M9 3h2v6h6v2h-6v6H9v-6H3V9h6Z" />
  </svg>
)

/** Beside a main action. */
export const Secondary: Story = { args: { variant: 'secondary' } }

/** In rows and menus. */
export const Quiet: Story = { args: { variant: 'quiet' } }

/** Where people use a mouse all day. */
export const Compact: Story = { args: { size: 'compact', variant: 'secondary' } }

export const WithIcon: Story = { args: { icon: plus } }

/** The ring stands where the icon was. */
export const WithIconWaiting: Story = {
  args: { icon: plus, session: 'waiting' },
}

export const Disabled: Story = { args: { disabled: true } }

export const FullWidth: Story = {
  args: { fullWidth: true },
  render: ({ session, ...props }) => (
    <div style={{ maxWidth: '20rem' }}>
      <ConnectButton connect={createFakeConnect(session as Session)} {...props} />
    </div>
  ),
}
