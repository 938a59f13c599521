// The button in each of its states.

import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { ConnectError, type Session } from 'smartcar-connect'
import { expect, userEvent, within } from 'storybook/test'
import { createFakeConnect } from '../testing.ts'
import { ConnectButton } from './connect-button.tsx'
import { ConnectStatus } from './connect-status.tsx'

type Args = {
  session: Session
  children?: string
  description?: string
  disabled?: boolean
  variant?: 'primary' | 'secondary' | 'quiet'
  size?: 'regular' | 'compact'
  fullWidth?: boolean
  icon?: ReactNode
}

const meta: Meta<Args> = {
  title: 'Components/ConnectButton',
  args: { session: { status: 'idle' } },
  argTypes: {
    session: { control: 'object', description: 'The session of the button' },
    children: {
      control: 'text',
      description: 'What the button says, or a function of the session',
    },
    description: { control: 'text', description: 'Told to assistive technology beside the name' },
    disabled: { control: 'boolean', description: 'As any prop of a native button' },
  },
  parameters: {
    docs: {
      description: {
        component:
          'A `<button>` that opens Connect when it is clicked. It takes the options of a connection, or a `connect` made elsewhere, and whatever a native button takes. It stays focusable and keeps its name while it is busy; its state shows as `data-status`. The line below it is a `ConnectStatus`.',
      },
    },
  },
  render: ({ session, ...props }) => {
    const connect = createFakeConnect(session)
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

function inState(session: Session, name = 'Connect your car'): Story {
  return {
    args: { session },
    play: async ({ canvasElement }) => {
      const [button] = within(canvasElement).getAllByRole('button')
      await expect(button).toHaveAccessibleName(name)
      await expect(button).toHaveAttribute('data-status', session.status)
      await expect(button).toHaveAccessibleDescription('Opens a new window')
    },
  }
}

export const Idle: Story = inState({ status: 'idle' })
export const Waiting: Story = inState({ status: 'waiting', popup: 'open' })
export const Lost: Story = inState({ status: 'waiting', popup: 'lost' })
export const Exchanging: Story = inState({ status: 'exchanging', grant: {} })
export const Connected: Story = inState(
  { status: 'connected', grant: {}, data: undefined },
  'Connect another car',
)
export const PopupClosed: Story = inState({ status: 'cancelled', reason: 'popup_closed' })
export const ReturnedToApp: Story = inState({ status: 'cancelled', reason: 'returned_to_app' })
export const Aborted: Story = inState({ status: 'cancelled', reason: 'aborted' })
export const Denied: Story = inState({ status: 'failed', error: new ConnectError('access_denied') })
export const Blocked: Story = inState({
  status: 'failed',
  error: new ConnectError('popup_blocked'),
})
export const ExchangeFailed: Story = inState({
  status: 'failed',
  error: new ConnectError('exchange_failed', { status: 500 }),
})

/** A click, by keyboard: the button keeps its focus and its name, and says that it is busy. */
export const Clicked: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const button = canvas.getByRole('button', { name: 'Connect your car', busy: true })
    await expect(button).toHaveFocus()
    await expect(canvas.getByRole('status')).toHaveTextContent('Waiting for you')
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
  args: { icon: plus, session: { status: 'waiting', popup: 'open' } },
}

export const Disabled: Story = { args: { disabled: true } }

export const FullWidth: Story = {
  args: { fullWidth: true },
  render: ({ session, ...props }) => (
    <div style={{ maxWidth: '20rem' }}>
      <ConnectButton connect={createFakeConnect(session)} {...props} />
    </div>
  ),
}
