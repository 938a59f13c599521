// Other looks from the same style sheet, each by a few custom properties.

import type { Meta, StoryObj } from '@storybook/react-vite'
import type { CSSProperties } from 'react'
import { BrandPicker } from '../src/brand-picker/brand-picker.tsx'
import { ConnectButton } from '../src/connect/connect-button.tsx'
import { ConnectStatus } from '../src/connect/connect-status.tsx'
import { createFakeConnect } from '../src/testing.ts'

type Args = { properties: Readonly<Record<`--sc-${string}`, string>> }

/** The theme as an app writes it. */
function themeSource(_: string, { args }: { args: Partial<Args> }): string {
  const lines = Object.entries(args.properties ?? {}).map(([name, value]) => `  ${name}: ${value};`)
  return [':root {', ...(lines.length > 0 ? lines : ['  /* as it is */']), '}'].join('\n')
}

const connect = createFakeConnect({ status: 'waiting', popup: 'open' })

const meta: Meta<Args> = {
  title: 'Themes',
  tags: ['!autodocs'],
  parameters: { docs: { source: { language: 'css', transform: themeSource } } },
  args: { properties: {} },
  argTypes: { properties: { control: false, description: 'Custom properties' } },
  render: ({ properties }) => (
    <div style={{ ...properties, display: 'grid', gap: 16, maxWidth: 460 } as CSSProperties}>
      <ConnectButton connect={connect} style={{ justifySelf: 'start' }} />
      <ConnectStatus connect={connect} />
      <BrandPicker country="DE" defaultValue="SKODA" />
    </div>
  ),
}
export default meta

type Story = StoryObj<Args>

export const Default: Story = {}

export const Forest: Story = {
  args: {
    properties: {
      '--sc-accent': 'light-dark(oklch(0.45 0.11 155), oklch(0.82 0.13 155))',
      '--sc-accent-text': 'light-dark(white, oklch(0.2 0.04 155))',
      '--sc-focus': 'light-dark(oklch(0.45 0.11 155), oklch(0.82 0.13 155))',
      '--sc-tint': 'light-dark(oklch(0.96 0.02 155), oklch(0.29 0.03 155))',
      '--sc-radius': '22px',
    },
  },
}

export const Paper: Story = {
  args: {
    properties: {
      '--sc-accent': 'light-dark(black, white)',
      '--sc-accent-text': 'light-dark(white, black)',
      '--sc-text': 'light-dark(black, white)',
      '--sc-border': 'light-dark(black, white)',
      '--sc-focus': 'light-dark(black, white)',
      '--sc-radius': '0',
    },
  },
}

/** For tools that people use all day with a mouse. */
export const Dense: Story = {
  args: { properties: { '--sc-control': '36px', '--sc-space': '3px', '--sc-radius': '6px' } },
}
