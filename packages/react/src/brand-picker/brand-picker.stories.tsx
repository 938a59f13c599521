// The brand picker: by country, searched, with an id of its own, and by keyboard alone.

import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import type { NamedArgs } from '../../docs/snippets/story-snippet.ts'
import { BrandPicker, type BrandPickerProps } from './brand-picker.tsx'
import { brandsIn } from './brands.ts'

type Args = NamedArgs<BrandPickerProps, 'country' | 'brands'>

const meta: Meta<Args> = {
  title: 'Components/BrandPicker',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  args: { onValueChange: fn() },
  argTypes: {
    country: {
      control: { type: 'select', labels: { DE: 'DE, in Europe', US: 'US, in North America' } },
      options: ['everywhere', 'DE', 'GB', 'US', 'CA', 'JP'],
      mapping: { everywhere: undefined },
    },
    brands: {
      control: { type: 'select', labels: { all: 'all', few: 'three of them' } },
      options: ['all', 'few'],
      mapping: {
        all: undefined,
        few: brandsIn('DE').filter(({ id }) => ['AUDI', 'KIA', 'TESLA'].includes(id)),
      },
    },
  },
  render: args => <BrandPicker {...(args as BrandPickerProps)} />,
  decorators: [
    Story => (
      <div style={{ width: 'min(400px, calc(100vw - 32px))' }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<Args>

export const Everywhere: Story = {}

export const InGermany: Story = {
  args: { country: 'DE', defaultValue: 'SKODA' },
  play: async ({ canvasElement }) => {
    const list = within(canvasElement).getByRole('listbox')
    await expect(within(list).getByRole('option', { name: 'Škoda' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expect(within(list).queryByRole('option', { name: 'Acura' })).toBeNull()
  },
}

export const InTheUnitedStates: Story = {
  args: { country: 'US', defaultValue: 'CHEVROLET' },
}

/** Nothing can be changed, as in a `<fieldset disabled>`. */
export const Disabled: Story = { args: { defaultValue: 'AUDI', disabled: true } }

/** An id that this version does not know is shown as it is, never dropped. */
export const UnknownBrand: Story = {
  args: { defaultValue: 'VINFAST' },
  play: async ({ canvasElement }) => {
    const option = within(canvasElement).getByRole('option', { name: 'VINFAST' })
    await expect(option).toHaveAttribute('aria-selected', 'true')
  },
}

export const Searched: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search brands' }), 'sko')
    await expect(canvas.getByRole('status')).toHaveTextContent('1 brand matches')
    await userEvent.click(canvas.getByRole('option', { name: 'Škoda' }))
    await expect(canvas.getByRole('option', { name: 'Škoda' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  },
}

/** Arrows, Home, End and first letters, as in a native list box. */
export const ByKeyboard: Story = {
  args: { country: 'US' },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await expect(canvas.getByRole('searchbox')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    const list = canvas.getByRole('listbox', { name: 'Brand' })
    await expect(list).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('ACURA')
    await userEvent.keyboard('{End}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('VOLVO')
    await userEvent.keyboard('t')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('TESLA')
    await userEvent.keyboard('o')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('TOYOTA')
    const option = canvas.getByRole('option', { name: 'Toyota' })
    await expect(list).toHaveAttribute('aria-activedescendant', option.id)
    await userEvent.keyboard('{Home}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('')
  },
}
