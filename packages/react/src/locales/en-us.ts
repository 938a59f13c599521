// English, as in the United States.

import { en } from './en.ts'
import type { Labels } from './labels.ts'

/** English, as in the United States: the words for cars differ from those in `en`. */
export const enUS: Labels = {
  ...en,
  language: 'en-US',
  scope: {
    ...en.scope,
    roadside: 'Roadside assistance',
    permissions: {
      ...en.scope.permissions,
      read_security: {
        title: 'Locks',
        description: 'Whether doors, windows and trunk are open or locked',
      },
      read_tires: { title: 'Tires', description: 'Tire pressures' },
      control_trunk: { title: 'Open the trunk', description: 'Open and close trunk and hood' },
    },
  },
}
