// Writes the redirect page to where the package keeps it.

import { writeFile } from 'node:fs/promises'
import { buildRedirectPage } from './build.ts'

const { html, module } = await buildRedirectPage()
await writeFile(new URL('../../../redirect.html', import.meta.url), html)
await writeFile(new URL('../page.generated.ts', import.meta.url), module)
