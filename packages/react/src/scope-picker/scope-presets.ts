// Permissions that are often asked for together.

import type { Scope } from 'smartcar-connect'
import type { ScopeLabels } from '../locales/labels.ts'

/** A button that chooses several permissions at once. */
export type ScopePreset = { id: string; title: string; scope: readonly Scope[] }

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

/** The presets that a picker has by itself, for the kinds of apps that connect cars most. */
export function scopePresets(labels: ScopeLabels): readonly ScopePreset[] {
  return Object.entries(presets).map(([id, scope]) => ({
    id,
    title: labels[id as keyof typeof presets],
    scope,
  }))
}
