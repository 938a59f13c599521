// The commands that a vehicle takes, as the compatible vehicles list them.

import { canSchedule } from '../world/car-commands.ts'
import type { Vehicle } from '../world/vehicle.ts'
import { commands } from './command-table.ts'
import { schedulePaths } from './schedule-table.ts'

/**
 * The commands of a vehicle. Documented is a code such as `charge-start` and the empty permission;
 * names, groups and the codes of schedules are approximate.
 */
export function commandCapabilities(vehicle: Vehicle): readonly unknown[] {
  const paths = Object.keys(commands).filter(
    path => !path.startsWith('charge') || vehicle.drive.batteryKwh > 0,
  )
  const schedules = Object.entries(schedulePaths)
    .filter(([, scheduleType]) => canSchedule(vehicle, scheduleType))
    .map(([path]) => `charge-schedules/${path}`)
  return [...paths, ...schedules].map(path => {
    const [group = '', name = ''] = path.split('/')
    const code = path.replace('/', '-')
    return {
      type: 'command',
      name: pascalCase(name),
      group: pascalCase(group),
      code,
      capability: code,
      permission: '',
    }
  })
}

function pascalCase(words: string): string {
  return words.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
