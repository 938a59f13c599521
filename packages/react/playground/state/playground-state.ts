// Everything that a person can set in the Playground.

import { scenarios } from 'smartcar-connect-simulator'
import { locales } from '../../../../.storybook/locales.ts'
import { type Field, oneOf, text, wholeNumber, words, yesOrNo } from './field.ts'
import { scenarioGroups } from './scenario-groups.ts'

const shown = scenarioGroups(scenarios).flatMap(group => group.scenarios)

/** The fields by name. The order is the one in which a faulty link is told of. */
export const fields = {
  /** How the simulator behaves. */
  scenario: oneOf('happy', ...shown.map(({ name }) => name)),
  /** Which side knows the parameters: a backend of ours, or the page, which gets a code. */
  way: oneOf('backend', 'code'),
  /** The permissions. */
  scope: words(['required:read_vehicle_info', 'read_odometer', 'read_battery', 'control_charge']),
  /** The brand; empty where the person chooses it at Smartcar. */
  make: text(),
  /** Which cars. */
  mode: oneOf('simulated', 'live'),
  /** One car only. */
  singleSelect: yesOrNo(),
  /** The VIN of that car. */
  singleSelectVin: text(),
  /** Whether consent is asked for every time. */
  approvalPrompt: oneOf('auto', 'force'),
  /** What the button says; empty for the word of the language. */
  label: text(),
  /** How loud the button is. */
  variant: oneOf('primary', 'secondary', 'quiet'),
  /** How high the button is. */
  size: oneOf('regular', 'compact'),
  /** Whether the button is as wide as its place. */
  fullWidth: yesOrNo(),
  /** Where Connect appears. */
  presentation: oneOf('popup', 'redirect', 'auto'),
  /** The popup's width in CSS pixels. */
  popupWidth: wholeNumber(500, 200, 2000),
  /** The popup's height in CSS pixels. */
  popupHeight: wholeNumber(720, 200, 2000),
  /** The language of the components and of the popup. */
  language: oneOf('en', ...locales.map(({ language }) => language)),
  /** The colours of the components and of the popup. */
  theme: oneOf('light', 'dark'),
  /** The country, which decides which brands Connect offers. */
  country: text('DE'),
  /** Who asks. The simulator knows `playground`. */
  applicationId: text('playground'),
  /** The app's own value, which comes back. */
  state: text(),
  /** For analytics across sessions. */
  user: text(),
  /** The app's own id for this connection. */
  externalId: text(),
  /** The vehicle to sign in to again. */
  vehicleId: text(),
} satisfies Record<string, Field<unknown>>

/** The name of a field. */
export type FieldName = keyof typeof fields

/** A value for each field. */
export type PlaygroundState = {
  readonly [name in FieldName]: (typeof fields)[name] extends Field<infer T> ? T : never
}

/** The state until somebody sets something. */
export const defaults = Object.fromEntries(
  Object.entries(fields).map(([name, { fallback }]) => [name, fallback]),
) as PlaygroundState

/** What was found of a state, and what was not. */
export type ReadState = {
  /** The values that are good. */
  readonly given: Partial<PlaygroundState>
  /** A sentence for each value that is not. */
  readonly problems: readonly string[]
}

/** Takes every good value from somewhere, and says which are not. */
export function readState(values: Readonly<Record<string, unknown>>): ReadState {
  const given: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name as FieldName] : undefined
    const read = field?.read(value)
    if (read !== undefined) given[name] = read
    else problems.push(problemOf(name.slice(0, 40), value, field))
  }
  return { given, problems }
}

function problemOf(name: string, value: unknown, field: Field<unknown> | undefined): string {
  if (!field) return `“${name}” is nothing that this Playground knows, so it was left out.`
  const was = (JSON.stringify(value) ?? '').slice(0, 60)
  return `“${name}” cannot be ${was}, so it is ${JSON.stringify(field.fallback)} here.`
}
