// The components where apps have them: six places, and one connection as a storyboard.

import './patterns.css'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { type ConnectedVehicle, SmartcarConnectProvider } from '../../src/index.ts'
import { createFakeConnect } from '../../src/testing.ts'
import { ChargingScreen } from './charging-screen.tsx'
import chargingScreen from './charging-screen.tsx?raw'
import { CheckoutStep } from './checkout-step.tsx'
import checkoutStep from './checkout-step.tsx?raw'
import { EmptyState } from './empty-state.tsx'
import emptyState from './empty-state.tsx?raw'
import { MobileSheet } from './mobile-sheet.tsx'
import mobileSheet from './mobile-sheet.tsx?raw'
import { OnboardingCard } from './onboarding-card.tsx'
import onboardingCard from './onboarding-card.tsx?raw'
import { SettingsRow } from './settings-row.tsx'
import settingsRow from './settings-row.tsx?raw'
import { Storyboard as Board } from './storyboard.tsx'

const meta: Meta = {
  title: 'Patterns',
  tags: ['!autodocs'],
  parameters: { layout: 'padded', controls: { disable: true } },
  // The connection is one that opens nothing.
  decorators: [
    Story => (
      <SmartcarConnectProvider backend="/api/smartcar" connect={createFakeConnect()}>
        <Story />
      </SmartcarConnectProvider>
    ),
  ],
}
export default meta

/** A pattern with its whole code, which is the file itself. */
function pattern(code: string, render: NonNullable<StoryObj['render']>): StoryObj {
  // The first line says what the file is, which the page says already.
  return { render, parameters: { docs: { source: { code: code.replace(/^\/\/.*\n\n/, '') } } } }
}

const ev6: ConnectedVehicle = {
  id: 'ev6',
  make: 'KIA',
  model: 'EV6',
  year: 2023,
  permissions: ['read_vehicle_info', 'read_battery', 'control_charge'],
  state: 'connected',
  connectedAt: '2026-05-04T09:30:00.000Z',
}

export const Onboarding: StoryObj = pattern(onboardingCard, () => <OnboardingCard />)

export const Settings: StoryObj = pattern(settingsRow, () => (
  <>
    <SettingsRow connect={createFakeConnect()} />
    <SettingsRow car={ev6} connect={createFakeConnect()} />
  </>
))

export const Empty: StoryObj = pattern(emptyState, () => (
  <EmptyState connect={createFakeConnect()} />
))

function Sheet() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" data-sc="button" data-variant="secondary" onClick={() => setOpen(true)}>
        Find fuel nearby
      </button>
      <MobileSheet isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

export const Mobile: StoryObj = {
  ...pattern(mobileSheet, () => <Sheet />),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Find fuel nearby' }))
    const sheet = canvas.getByRole('dialog', { name: 'Connect your car' })
    await expect(within(sheet).getByRole('button', { name: 'Connect your car' })).toBeVisible()
  },
}

export const Checkout: StoryObj = pattern(checkoutStep, () => (
  <CheckoutStep connect={createFakeConnect()} onSkip={() => {}} />
))

export const Charging: StoryObj = pattern(chargingScreen, () => (
  <ChargingScreen
    cars={[ev6, { ...ev6, id: 'niro', model: 'Niro', year: 2021, state: 'needs_reauth' }]}
    percent={82}
  />
))

export const Storyboard: StoryObj = { render: () => <Board /> }
