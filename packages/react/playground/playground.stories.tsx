// The Playground, with a control for every parameter of Connect and for the scenario.

import type { Meta, StoryObj } from '@storybook/react-vite'
import { scenarios } from 'smartcar-connect-simulator'
import { expect, within } from 'storybook/test'
import { brands, permissions } from '../src/index.ts'
import { Playground } from './playground.tsx'

function text(description: string) {
  return { control: 'text' as const, description }
}
function select(description: string, options: readonly string[]) {
  return {
    control: 'select' as const,
    description,
    options: [...options],
  }
}

const meta: Meta<typeof Playground> = {
  title: 'Playground',
  component: Playground,
  tags: ['!autodocs'],
  parameters: { layout: 'padded', controls: { expanded: true, sort: 'none' } },
  // What is chosen above the stories holds in the popup too.
  render: (args, { globals: { language, theme } }) => (
    <Playground {...args} language={language} theme={theme} />
  ),
  args: {
    scenario: 'happy',
    applicationId: 'playground',
    clientId: '',
    responseType: 'code',
    scope: ['required:read_vehicle_info', 'read_odometer', 'read_battery', 'control_charge'],
    approvalPrompt: 'auto',
    mode: 'simulated',
    make: '',
    singleSelect: false,
    singleSelectVin: '',
    flags: { country: 'DE' },
    state: '',
    user: '',
    externalId: '',
    vehicleId: '',
    popup: { width: 500, height: 720 },
  },
  argTypes: {
    scenario: {
      control: {
        type: 'select',
        labels: Object.fromEntries(
          scenarios.map(({ name, description }) => [name, `${name} — ${description}`]),
        ),
      },
      description: 'How the simulator behaves',
      options: scenarios.map(({ name }) => name),
    },
    applicationId: text('Sent as `application_id`. This, or `clientId`'),
    clientId: text('Sent as `client_id`, the legacy name'),
    responseType: select('`none`: only a user id comes back', ['code', 'none']),
    scope: {
      control: 'multi-select',
      description: 'What is asked for',
      options: permissions.flatMap(({ name }) => [name, `required:${name}`]),
    },
    approvalPrompt: select('`force` shows the consent screen every time', ['auto', 'force']),
    mode: select('Real cars or simulated ones', ['live', 'simulated', 'test']),
    make: select('Skips the brand screen', ['', ...brands.map(({ id }) => id)]),
    singleSelect: { control: 'boolean', description: 'One vehicle only' },
    singleSelectVin: text('The VIN of the one vehicle. Needs `singleSelect`'),
    flags: { control: 'object', description: 'Feature flags, such as the country' },
    state: text('The app’s own value; comes back in the grant'),
    user: text('For analytics across sessions'),
    externalId: text('The app’s own id for this connection'),
    vehicleId: text('Re-authenticates this vehicle'),
    popup: { control: 'object', description: 'Size of the popup' },
    language: { table: { disable: true } },
    theme: { table: { disable: true } },
  },
}
export default meta

type Story = StoryObj<typeof Playground>

export const Default: Story = {
  name: 'Playground',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByText('application_id')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Connect your car' })).toBeVisible()
  },
}

/** Parameters that Connect would refuse are refused before the popup opens. */
export const Refused: Story = {
  args: { singleSelectVin: '1HGBH41JXMN109186' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('alert')).toHaveTextContent('singleSelect')
    await expect(canvas.getByRole('button', { name: 'Connect your car' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}
