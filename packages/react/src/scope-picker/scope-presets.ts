// Permissions that are often asked for together, and the buttons that choose them.

import type { Scope } from 'smartcar-connect'
import type { ScopeLabels } from '../locales/labels.ts'
import { nameOf, sameNames, withLocked } from './scope-value.ts'

/** A button that chooses several permissions at once. */
export type ScopePreset = {
  /** Different for each preset. */
  id: string
  /** What the button says. */
  title: string
  /** What it chooses. */
  scope: readonly Scope[]
}

const presets = {
  insurance: [
    'read_vehicle_info',
    'read_vin',
    'read_odometer',
    'read_location',
    'read_engine_oil',
    'read_tires',
  ],
  energy: ['control_charge', 'read_charge', 'read_battery', 'read_vin'],
  carSharing: [
    'control_security',
    'read_vin',
    'read_location',
    'read_fuel',
    'read_battery',
    'read_odometer',
  ],
  roadside: ['read_vin', 'read_location', 'read_odometer', 'read_tires', 'read_engine_oil'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>

/**
 * The presets that a picker has by default, for the kinds of apps that connect cars most.
 *
 * @param listed what the app uses; presets that choose anything else are left out
 */
export function scopePresets(
  labels: ScopeLabels,
  listed: ReadonlySet<string>,
): readonly ScopePreset[] {
  return Object.entries(presets)
    .map(([id, scope]) => ({ id, title: labels[id as keyof typeof presets], scope }))
    .filter(({ scope }) => scope.every(name => listed.has(name)))
}

/** The scope after the preset's button is pressed. Permissions outside of the list are kept. */
export function withPreset(
  scope: readonly Scope[],
  preset: ScopePreset,
  outside: readonly string[],
): readonly Scope[] {
  const kept = scope.filter(
    entry => outside.includes(nameOf(entry)) && !preset.scope.includes(entry),
  )
  return [...preset.scope, ...kept]
}

/**
 * Whether exactly what the preset's button would choose is chosen. Permissions outside of the list
 * do not count.
 */
export function isPresetChosen(
  scope: readonly Scope[],
  preset: ScopePreset,
  locked: readonly Scope[],
  outside: readonly string[],
): boolean {
  const known = scope.filter(
    entry => !outside.includes(nameOf(entry)) || preset.scope.includes(entry),
  )
  return sameNames(withLocked(preset.scope, locked), known)
}
