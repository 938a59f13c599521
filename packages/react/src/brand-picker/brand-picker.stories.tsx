// The brand picker: by country, with popular brands, searched, in simulated mode, by keyboard alone.

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
    const list = within(within(canvasElement).getByRole('group', { name: 'Brand' }))
    await expect(list.getByRole('radio', { name: 'Škoda' })).toBeChecked()
    await expect(list.queryByRole('radio', { name: 'Acura' })).toBeNull()
  },
}

export const InTheUnitedStates: Story = {
  args: { country: 'US', defaultValue: 'CHEVROLET' },
}

/** The brands that most people of an app drive, in the app's order. */
export const PopularFirst: Story = {
  args: { country: 'US', popular: ['TESLA', 'CHEVROLET', 'HYUNDAI', 'KIA'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const popular = within(canvas.getByRole('group', { name: 'Popular brands' }))
    await expect(popular.getAllByRole('radio')).toHaveLength(4)
    await expect(canvas.getAllByRole('radio', { name: 'Tesla' })).toHaveLength(1)
  },
}

/** Simulated cars of every brand can be connected in a web page, Fords as well. */
export const Simulated: Story = {
  args: { country: 'US', mode: 'simulated', defaultValue: 'FORD' },
  play: async ({ canvasElement }) => {
    const ford = within(canvasElement).getByRole('radio', { name: 'Ford' })
    await expect(ford).toBeEnabled()
    await expect(ford).toBeChecked()
  },
}

/** Nothing can be changed, as in a `<fieldset disabled>`. */
export const Disabled: Story = { args: { defaultValue: 'AUDI', disabled: true } }

/** An id that this version does not know is shown as it is, never dropped. */
export const UnknownBrand: Story = {
  args: { defaultValue: 'VINFAST' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('radio', { name: 'VINFAST' })).toBeChecked()
  },
}

/** Nicknames find the brand, as do names without accents, spaces and hyphens. */
export const Searched: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search brands' }), 'vw')
    await expect(canvas.getByRole('status')).toHaveTextContent('1 brand matches')
    await userEvent.click(canvas.getByRole('radio', { name: 'Volkswagen' }))
    await expect(canvas.getByRole('radio', { name: 'Volkswagen' })).toBeChecked()
  },
}

/** Nothing matches: it says so, shows all again, and the way out stays. */
export const NotFound: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('searchbox'), 'lada')
    await expect(canvas.getByText('No brand matches “lada”.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Show all brands' })).toBeVisible()
    await expect(canvas.getByRole('radio', { name: /^Choose in the Smartcar/ })).toBeChecked()
  },
}

/** Smartcar does not document the ids of three brands, so a person chooses them in its window. */
export const OnlyInTheSmartcarWindow: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('searchbox'), 'merc')
    await expect(canvas.getByText('Choose Mercedes-Benz in the Smartcar window.')).toBeVisible()
  },
}

/** From the search into the list, on with the search, and by first letters. */
export const ByKeyboard: Story = {
  args: { country: 'US' },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await expect(canvas.getByRole('searchbox')).toHaveFocus()
    await userEvent.keyboard('ch{ArrowDown}')
    await expect(canvas.getByRole('radio', { name: 'Chevrolet' })).toHaveFocus()
    await expect(args.onValueChange).toHaveBeenLastCalledWith('CHEVROLET')
    await userEvent.keyboard('e')
    await expect(canvas.getByRole('searchbox')).toHaveFocus()
    await userEvent.clear(canvas.getByRole('searchbox'))
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('radio', { name: 'Chevrolet' })).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('ACURA')
    await userEvent.keyboard('t')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('TESLA')
    await userEvent.keyboard('o')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('TOYOTA')
    await userEvent.keyboard('{End}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('')
  },
}
