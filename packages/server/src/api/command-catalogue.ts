// The commands of version 3 as data: what each is sent with, and the permission that it needs.

import type { Shaped } from './shape.ts'

/**
 * The commands that Smartcar documents, by the path below `/commands/`.
 *
 * @see https://smartcar.com/docs/api-reference/commands/overview
 */
export const commandCatalogue = {
  'charge/start': { attributes: {}, permission: 'control_charge' },
  'charge/stop': { attributes: {}, permission: 'control_charge' },
  'charge/set-limit': { attributes: { percent: 'number' }, permission: 'control_charge' },
  'charge-port/open': { attributes: {}, permission: 'control_charge' },
  'charge-port/close': { attributes: {}, permission: 'control_charge' },
  'security/lock': { attributes: {}, permission: 'control_security' },
  'security/unlock': { attributes: {}, permission: 'control_security' },
  'navigation/set-destination': {
    attributes: { latitude: 'number', longitude: 'number' },
    permission: 'control_navigation',
  },
} as const

/** The name of a command. */
export type CommandName = keyof typeof commandCatalogue

/** What a command is sent with. */
export type CommandAttributes<Name extends CommandName> = Shaped<
  (typeof commandCatalogue)[Name]['attributes']
>

/** The attributes as an argument, for commands that have some. */
export type CommandArguments<Name extends CommandName> =
  object extends CommandAttributes<Name> ? [] : [attributes: CommandAttributes<Name>]

/** Says what is wrong with the attributes of a command, if anything, before it is sent. */
export function wrongAttributes(
  name: string,
  attributes: Readonly<Record<string, unknown>>,
): string | undefined {
  if (!Object.hasOwn(commandCatalogue, name)) {
    return `There is no command “${name.slice(0, 60)}”. Write one of ${Object.keys(commandCatalogue).join(', ')}.`
  }
  const { percent, latitude, longitude } = attributes
  if (name === 'charge/set-limit' && !isBetween(percent, 50, 100, true)) {
    return 'The charge limit is not a whole number from 50 to 100, so the provider would refuse it. Give it in percent.'
  }
  const isPlace = isBetween(latitude, -90, 90) && isBetween(longitude, -180, 180)
  if (name === 'navigation/set-destination' && !isPlace) {
    return 'The destination is not a place, so no car could go there. Give latitude and longitude in degrees.'
  }
  return undefined
}

function isBetween(value: unknown, from: number, to: number, isWhole = false): boolean {
  if (typeof value !== 'number' || (isWhole && !Number.isInteger(value))) return false
  return value >= from && value <= to
}
