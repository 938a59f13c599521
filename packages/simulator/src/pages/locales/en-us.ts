// English of the United States: what differs from the English of Britain.

import type { Words } from '../words.ts'
import { en } from './en.ts'

/** The texts in the English of the United States. */
export const enUS: Words = {
  ...en,
  language: 'en-US',
  permissions: {
    ...en.permissions,
    read_tires: 'See the tire pressures',
    read_service_history: 'See past service visits',
    control_trunk: 'Open the trunk',
  },
}
