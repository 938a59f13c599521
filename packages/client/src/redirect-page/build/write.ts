// Writes the redirect page to where the packages keep it.

import { mkdir, writeFile } from 'node:fs/promises'
import { buildRedirectPage } from './build.ts'

const { html, module, serverModule, pageOfTwoFiles, scriptFile } = await buildRedirectPage()
const root = new URL('../../../', import.meta.url)
await writeFile(new URL('redirect.html', root), html)
await mkdir(new URL('redirect-files', root), { recursive: true })
await writeFile(new URL('redirect-files/smartcar-redirect.html', root), pageOfTwoFiles)
await writeFile(new URL('redirect-files/smartcar-redirect.js', root), scriptFile)
await writeFile(new URL('../page.generated.ts', import.meta.url), module)
// The server serves the same page and depends on no other package of this project.
const server = new URL('../../../../server/src/backend/', import.meta.url)
await writeFile(new URL('redirect-page.generated.ts', server), serverModule)
