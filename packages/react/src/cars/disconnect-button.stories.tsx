// Disconnecting, step by step, each reached by keyboard.

import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import type { Snippet } from '../../docs/snippets/story-snippet.ts'
import { DisconnectButton } from './disconnect-button.tsx'

const car = { id: 'ev6', make: 'KIA', model: 'EV6', year: 2023 }

// The stories disconnect nothing; an app asks its backend to.
const snippet: Snippet = {
  props: { backend: "'/api/smartcar'" },
  without: ['onDisconnect'],
}

const meta: Meta<typeof DisconnectButton> = {
  title: 'Components/DisconnectButton',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  component: DisconnectButton,
  args: { car, onDisconnect: fn(async () => ({ ok: true })), onDisconnected: fn() },
  // What is no address is refused at once, as a mistake of the app.
  argTypes: { labels: { control: false }, backend: { control: false } },
  parameters: { snippet },
  decorators: [
    Story => (
      <div style={{ inlineSize: 'min(30rem, calc(100vw - 32px))' }}>
        <p>A line above, which stays where it is.</p>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof DisconnectButton>

export const Idle: Story = {
  play: async ({ canvasElement }) => {
    const button = within(canvasElement).getByRole('button')
    await expect(button).toHaveAccessibleName('Disconnect Kia EV6 2023')
    await expect(button).toHaveTextContent(/^Disconnect$/)
  },
}

/** The focus is on what changes nothing, and what is above has not moved. */
export const Asking: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const line = canvas.getByText(/A line above/)
    const before = line.getBoundingClientRect().top - canvasElement.getBoundingClientRect().top
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('button', { name: 'Keep it' })).toHaveFocus()
    await expect(canvas.getByRole('group')).toHaveAccessibleName('Disconnect Kia EV6 2023?')
    const after = line.getBoundingClientRect().top - canvasElement.getBoundingClientRect().top
    await expect(Math.abs(after - before)).toBeLessThanOrEqual(1)
  },
}

/** Escape keeps the car, and brings the focus back. */
export const Kept: Story = {
  play: async context => {
    await Asking.play?.(context)
    await userEvent.keyboard('{Escape}')
    const canvas = within(context.canvasElement)
    await expect(canvas.getByRole('button', { name: /^Disconnect/ })).toHaveFocus()
    await expect(context.args.onDisconnect).not.toHaveBeenCalled()
  },
}

/** It cannot be kept any more, and the button keeps the focus. */
export const Working: Story = {
  args: { onDisconnect: fn(() => new Promise(() => {})) },
  play: async context => {
    await Asking.play?.(context)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const canvas = within(context.canvasElement)
    const button = canvas.getByRole('button', { name: 'Yes, disconnect' })
    await expect(button).toHaveAttribute('aria-busy', 'true')
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}{Escape}')
    await expect(context.args.onDisconnect).toHaveBeenCalledTimes(1)
    await expect(canvas.getByRole('status')).toHaveTextContent('Disconnecting Kia EV6 2023.')
  },
}

export const Failed: Story = {
  args: { onDisconnect: fn(async () => ({ ok: false })) },
  play: async context => {
    await Asking.play?.(context)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const canvas = within(context.canvasElement)
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('We couldn’t'))
    await expect(canvas.getByRole('button', { name: 'Yes, disconnect' })).toHaveFocus()
    await expect(context.args.onDisconnected).not.toHaveBeenCalled()
  },
}

/** Where the page still shows the car. In a list it is gone, and the focus is on the car beside it. */
export const Disconnected: Story = {
  play: async context => {
    await Asking.play?.(context)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const canvas = within(context.canvasElement)
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('Kia EV6 2023 is disconnected.'),
    )
    await expect(context.args.onDisconnected).toHaveBeenCalledWith('ev6')
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}
