// The banner: nothing to do, one car, several of one account, several accounts, and what follows.

import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Session } from 'smartcar-connect'
import { expect, userEvent, within } from 'storybook/test'
import type { Snippet } from '../../docs/snippets/story-snippet.ts'
import { sessionControl } from '../../docs/story-sessions.ts'
import { SmartcarConnectProvider } from '../connect/smartcar-connect-provider.tsx'
import { createFakeConnect } from '../testing.ts'
import type { ReconnectCar } from './cars-to-reconnect.ts'
import { ReconnectBanner } from './reconnect-banner.tsx'

const ev6: ReconnectCar = {
  id: 'ev6',
  make: 'KIA',
  model: 'EV6',
  year: 2023,
  state: 'needs_reauth',
}
const niro: ReconnectCar = { ...ev6, id: 'niro', model: 'Niro', year: 2021 }
const leaf: ReconnectCar = { ...ev6, id: 'leaf', make: 'NISSAN', model: 'Leaf', year: 2020 }
const unnamed: ReconnectCar = { id: 'unnamed', state: 'needs_reauth' }

// The name of a session; Storybook hands the session itself to the story.
type Args = { cars: ReconnectCar[]; session: string | Session }

const snippet: Snippet = {
  props: { connect: "{ backend: '/api/smartcar' }" },
  without: ['session'],
}

const meta: Meta<Args> = {
  title: 'Components/ReconnectBanner',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  component: ReconnectBanner as never,
  args: { cars: [ev6], session: 'idle' },
  argTypes: {
    session: {
      ...sessionControl,
      description: 'The state of the story',
      table: { category: 'Story' },
    },
  },
  parameters: { snippet },
  render: ({ cars, session }) => (
    <div style={{ inlineSize: 'min(40rem, calc(100vw - 32px))' }}>
      <SmartcarConnectProvider connect={createFakeConnect(session as Session)}>
        <ReconnectBanner cars={cars} />
      </SmartcarConnectProvider>
    </div>
  ),
}
export default meta

type Story = StoryObj<Args>

export const OneCar: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByText('Sign in again to keep Kia EV6 2023 connected.')).toBeVisible()
    await expect(canvas.getByRole('button')).toHaveAccessibleName('Sign in again with Kia')
  },
}

/** One sign-in is for all cars of an account. */
export const TwoCarsOfOneAccount: Story = {
  args: { cars: [ev6, niro, { ...leaf, state: 'connected' }] },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole('button')).toHaveLength(1)
  },
}

export const TwoAccounts: Story = { args: { cars: [ev6, niro, leaf] } }

export const Unnamed: Story = { args: { cars: [unnamed] } }

/** Nothing is there, and it takes no room. */
export const NothingToDo: Story = {
  args: { cars: [{ ...ev6, state: 'connected' }] },
  decorators: [
    Story => (
      <>
        <Story />
        <p>The page begins here, as no car asks for anything.</p>
      </>
    ),
  ],
  play: async ({ canvasElement }) => {
    const region = within(canvasElement).getByRole('status')
    await expect(region.parentElement?.getBoundingClientRect().height).toBe(0)
  },
}

export const Clicked: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('button', { name: /Sign in again/, busy: true })).toHaveFocus()
  },
}

export const Waiting: Story = { args: { session: 'waiting' } }

export const Failed: Story = { args: { session: 'network_error' } }
