// Every language of the components, for the switch above the stories.

import type { Labels } from '../packages/react/src/index.ts'
import { ar } from '../packages/react/src/locales/ar.ts'
import { da } from '../packages/react/src/locales/da.ts'
import { de } from '../packages/react/src/locales/de.ts'
import { en } from '../packages/react/src/locales/en.ts'
import { enUS } from '../packages/react/src/locales/en-us.ts'
import { es } from '../packages/react/src/locales/es.ts'
import { es419 } from '../packages/react/src/locales/es-419.ts'
import { fr } from '../packages/react/src/locales/fr.ts'
import { it } from '../packages/react/src/locales/it.ts'
import { nb } from '../packages/react/src/locales/nb.ts'
import { nl } from '../packages/react/src/locales/nl.ts'
import { sv } from '../packages/react/src/locales/sv.ts'
import { zhHans } from '../packages/react/src/locales/zh-hans.ts'

export const locales: readonly Labels[] = [
  en,
  enUS,
  ar,
  da,
  de,
  es,
  es419,
  fr,
  it,
  nb,
  nl,
  sv,
  zhHans,
]
