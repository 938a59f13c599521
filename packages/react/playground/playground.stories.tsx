// The Playground, whose whole state is in its address.

import type { Meta, StoryObj } from '@storybook/react-vite'
import { useArgs, useGlobals } from 'storybook/preview-api'
import { expect, within } from 'storybook/test'
import { Playground } from './playground.tsx'
import { encodeLink } from './state/link.ts'
import { defaults } from './state/playground-state.ts'

/** The link, and values by name for links that are written by hand. */
type Args = { link?: string } & { [name in keyof typeof defaults]?: unknown }

const hidden = { table: { disable: true } } as const

const meta: Meta<Args> = {
  title: 'Playground',
  tags: ['!autodocs'],
  parameters: { layout: 'padded', controls: { disable: true } },
  argTypes: {
    link: { ...hidden, type: 'string' },
    ...Object.fromEntries(
      Object.keys(defaults).map(name => [name, { ...hidden, type: 'string' as const }]),
    ),
  },
  render: function Render(args, { globals: { language, theme } }) {
    const [, updateArgs] = useArgs()
    const [, updateGlobals] = useGlobals()
    return (
      <Playground
        given={args}
        toolbar={{ language, theme }}
        onChange={(link, toolbar) => {
          updateArgs({ link })
          updateGlobals(toolbar)
        }}
      />
    )
  },
}
export default meta

type Story = StoryObj<Args>

export const Default: Story = {
  name: 'Playground',
  // Only what holds in every state, as this is what the links of people open.
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('combobox', { name: 'Scenario' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Copy link' })).toBeVisible()
  },
}

/** Parameters that Connect would refuse are refused beside the button, before the popup opens. */
export const Refused: Story = {
  args: { link: encodeLink({ ...defaults, singleSelectVin: '1HGBH41JXMN109186' }) },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('alert')).toHaveTextContent('singleSelect')
    const button = canvas.getByRole('button', { name: 'Connect your car' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(canvas.getByRole('button', { name: 'Go to the field' }))
    const field = canvas.getByRole('textbox', { name: 'VIN of that car' })
    await expect(field).toHaveFocus()
    await expect(field).toBeInvalid()
  },
}
