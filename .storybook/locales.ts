// Every language there is, for the switch above the stories.
import type { Labels } from '../packages/react/src/index.ts'
import { en } from '../packages/react/src/locales/en.ts'

export const locales: readonly Labels[] = [en]
