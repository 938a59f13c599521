// The commands that a vehicle takes, as the compatible vehicles list them.

import type { Vehicle } from '../world/vehicle.ts'
import { commands } from './command-table.ts'
import { schedulePaths, takesSchedule } from './schedule-table.ts'

/**
 * The commands of a vehicle. Documented is a code such as `charge-start` and the empty permission;
 * names, groups and the codes of schedules are approximate.
 */
export function commandCapabilities({ brandId, drive }: Vehicle): readonly unknown[] {
  const paths = Object.keys(commands).filter(
    path => !path.startsWith('charge') || drive.batteryKwh > 0,
  )
  const schedules = Object.entries(schedulePaths)
    .filter(([, scheduleType]) => drive.batteryKwh > 0 && takesSchedule(brandId, scheduleType))
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
