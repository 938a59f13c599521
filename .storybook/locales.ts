// Every language of the components, for the switch above the stories.

import type { Labels } from '../packages/react/src/index.ts'
import { everyLanguage } from '../packages/react/test/every-language.ts'

/** Every language of the components. */
export const locales: readonly Labels[] = everyLanguage.map(([, labels]) => labels)
