// The scope picker: empty, filled, with few permissions, locked, searched, in a form, and by keyboard alone.

import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import type { NamedArgs } from '../../docs/snippets/story-snippet.ts'
import { ScopePicker, type ScopePickerProps } from './scope-picker.tsx'

type Args = NamedArgs<ScopePickerProps, 'locked' | 'presets'>

const meta: Meta<Args> = {
  title: 'Components/ScopePicker',
  // The page in docs/components is written by hand.
  tags: ['!autodocs'],
  parameters: { layout: 'padded' },
  args: { onValueChange: fn() },
  argTypes: {
    locked: {
      control: { type: 'select', labels: { vin_and_odometer: 'VIN required, odometer' } },
      options: ['none', 'vin_and_odometer'],
      mapping: {
        none: undefined,
        vin_and_odometer: ['required:read_vin', 'read_odometer'],
      } satisfies Record<string, ScopePickerProps['locked']>,
    },
    presets: {
      control: { type: 'select', labels: { usual: 'the usual ones', own: 'two of the app’s own' } },
      options: ['usual', 'none', 'own'],
      mapping: {
        usual: undefined,
        none: [],
        own: [
          { id: 'mileage', title: 'Mileage log', scope: ['required:read_odometer', 'read_vin'] },
          { id: 'theft', title: 'Theft alert', scope: ['read_location', 'read_security'] },
        ],
      } satisfies Record<string, ScopePickerProps['presets']>,
    },
  },
  render: args => <ScopePicker {...(args as ScopePickerProps)} />,
  decorators: [
    Story => (
      <div style={{ maxWidth: 760, marginInline: 'auto' }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<Args>

export const Empty: Story = {}

export const SomeChosen: Story = {
  args: { defaultValue: ['read_odometer', 'required:read_vin', 'control_charge'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const group = canvas.getByRole('checkbox', { name: 'Read' })
    await expect(group).toBePartiallyChecked()
    await userEvent.click(canvas.getByText('2 to see · 1 to do'))
    await expect(canvas.getByText('Can’t do without: VIN.')).toBeVisible()
    await expect(canvas.getByRole('checkbox', { name: 'VIN' })).toBeVisible()
    await expect(canvas.getByRole('checkbox', { name: 'Fuel' })).not.toBeVisible()
  },
}

/** Only what this app uses: short enough to need neither topics nor a search. */
export const FewPermissions: Story = {
  args: {
    permissions: ['read_odometer', 'read_location', 'read_vin', 'control_security'],
    defaultValue: ['read_odometer'],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.queryByRole('searchbox')).toBeNull()
    const location = canvas.getByRole('checkbox', { name: 'Location' })
    await expect(location).toHaveAccessibleDescription('Where the car is Sensitive')
  },
}

/** For apps that can do without any of them. */
export const NothingRequired: Story = {
  args: { ...FewPermissions.args, requirable: false },
}

/** The app cannot work without these, so they cannot be unticked. */
export const Locked: Story = {
  args: { locked: 'vin_and_odometer', defaultValue: ['read_fuel'] },
  play: async ({ args, canvasElement }) => {
    const vin = within(canvasElement).getByRole('checkbox', { name: 'VIN' })
    await expect(vin).toBeVisible()
    await expect(vin).toHaveAccessibleDescription(/Always asked for/)
    await userEvent.click(vin)
    await expect(vin).toBeChecked()
    await expect(args.onValueChange).not.toHaveBeenCalled()
  },
}

/** A permission newer than this version is shown by its name, and kept until a person unticks it. */
export const UnknownPermission: Story = {
  args: { defaultValue: ['read_fuel', 'control_ignition'] },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Energy' }))
    await expect(args.onValueChange).toHaveBeenLastCalledWith([
      'control_charge',
      'read_charge',
      'read_battery',
      'read_vin',
      'control_ignition',
    ])
    await userEvent.click(canvas.getByRole('checkbox', { name: 'control_ignition' }))
    await expect(canvas.getByRole('checkbox', { name: 'control_ignition' })).not.toBeChecked()
  },
}

export const OwnPresets: Story = {
  args: {
    presets: 'own',
    defaultValue: ['read_location', 'read_security'],
  },
  play: async ({ canvasElement }) => {
    const preset = within(canvasElement).getByRole('button', { name: 'Theft alert' })
    await expect(preset).toHaveAttribute('aria-pressed', 'true')
  },
}

export const Searched: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search permissions' }), 'charg')
    await expect(canvas.getByText('5 permissions match')).toBeVisible()
    await expect(canvas.getByRole('checkbox', { name: 'Charging history' })).toBeVisible()
    await expect(canvas.queryByRole('checkbox', { name: 'VIN' })).toBeNull()
  },
}

export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('searchbox'), 'spaceship')
    await expect(canvas.getByText('0 permissions match')).toBeVisible()
  },
}

/** Tab, Space and Enter, and nothing else. */
export const ByKeyboard: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Insurance' })).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('button', { name: 'Energy' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.tab()
    await expect(canvas.getByRole('searchbox')).toHaveFocus()
    await userEvent.keyboard('vin')
    await userEvent.tab()
    await expect(canvas.getByRole('checkbox', { name: 'Read' })).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.getByRole('checkbox', { name: 'About the car and you' })).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.getByText('1 of 4').closest('summary')).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.getByRole('checkbox', { name: 'VIN' })).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('checkbox', { name: 'Required VIN' })).toBeChecked()
    await expect(args.onValueChange).toHaveBeenLastCalledWith([
      'control_charge',
      'read_charge',
      'read_battery',
      'required:read_vin',
    ])
  },
}

/** Nothing can be changed, as in a `<fieldset disabled>`. */
export const Disabled: Story = {
  args: { defaultValue: ['required:read_vin', 'read_odometer'], disabled: true },
}

/** In a form its entries are the scope, and a reset brings back the default. */
export const InForm: Story = {
  args: { name: 'scope', defaultValue: ['required:read_vin'] },
  parameters: { snippet: { parent: 'form', below: '<button type="reset">Reset</button>' } },
  render: args => (
    <form>
      <ScopePicker {...(args as ScopePickerProps)} />
      <button type="reset">Reset</button>
    </form>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const form = canvasElement.querySelector('form') as HTMLFormElement
    await userEvent.click(canvas.getByText('Battery, charging and fuel'))
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Fuel' }))
    await expect(new FormData(form).getAll('scope')).toEqual(['required:read_vin', 'read_fuel'])
    await userEvent.click(canvas.getByRole('button', { name: 'Reset' }))
    await waitFor(() => expect(new FormData(form).getAll('scope')).toEqual(['required:read_vin']))
  },
}
