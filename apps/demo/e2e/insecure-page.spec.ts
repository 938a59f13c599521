// The app on plain http in a local network, as on a phone that opens a developer's machine.

import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { browserLaunch } from '../../../scripts/browser/browser-launch.ts'
import { startApp } from '../../../scripts/engines/app-server.ts'
import { startSimulator } from '../../../scripts/engines/simulator-service.ts'
import { untilSession } from './own-app.ts'
import { grantAccess } from './through-connect.ts'

const { args, ...launch } = browserLaunch()
test.use({
  launchOptions: { ...launch, args: [...args, '--host-resolver-rules=MAP app.test localhost'] },
})

test(
  'connects from a page that is no secure context, and diagnoseConnect warns of it',
  { tag: ['@F32'] },
  async ({ page }, info) => {
    const app = await startApp('')
    const origin = app.origin.replace('localhost', 'app.test')
    const file = info.outputPath('applications.json')
    const redirectUris = [`${origin}/smartcar-redirect.html`]
    const applications = [{ clientId: 'demo-client', clientSecret: 'none', redirectUris }]
    writeFileSync(file, JSON.stringify(applications))
    const simulator = await startSimulator('--applications', file)
    const options = JSON.stringify({ connectOrigin: simulator.origin })
    await page.goto(`${origin}/?options=${encodeURIComponent(options)}`)
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([
      false,
      'undefined',
    ])
    await grantAccess(page)
    await untilSession(page, /connected/)
    expect(app.codes).toHaveLength(1)
    const found = await page.evaluate(() => Reflect.get(window, 'diagnose')())
    expect(found).toContain('page_insecure')
    await app.stop()
    await simulator.stop()
  },
)
