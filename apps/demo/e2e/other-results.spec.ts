// Results other than a code on the app's own redirect page, with a small app of its own.

import { expect } from '@playwright/test'
import { inChromium } from '../../../scripts/engines/chromium.ts'
import {
  openApp,
  openConnect,
  press,
  signIn,
  untilGone,
  untilSeen,
} from '../../../scripts/engines/through-popup.ts'
import { test } from './own-app.ts'

for (const { name, options, hasCode, closes } of [
  { name: 'responseType none', options: { responseType: 'none' }, hasCode: false, closes: true },
  {
    name: 'responseType none without a redirect URI',
    options: { responseType: 'none', redirectUri: null },
    hasCode: false,
    closes: false,
  },
  { name: 'unsafeHostedRedirect', options: 'hosted', hasCode: true, closes: false },
] as const) {
  test(`connects with ${name}`, { tag: hasCode ? ['@T19'] : [] }, async ({
    browser,
    app,
    simulator,
  }) => {
    const hosted = {
      unsafeHostedRedirect: true,
      redirectUri: `${simulator.origin}/v2/redirect?app_origin=${app.origin}`,
    }
    const given = JSON.stringify(options === 'hosted' ? hosted : options)
    const engine = await inChromium(browser)
    const tab = await openApp(engine, `${app.origin}/?options=${encodeURIComponent(given)}`)
    const popup = await openConnect(engine, tab)
    await signIn(popup)
    await press(popup, 'Allow')
    await untilSeen(tab, /^connected/)
    if (closes) await untilGone(engine, popup)
    expect(app.grants.at(-1)).toEqual({
      userId: expect.any(String),
      virtualKeyUrl: expect.stringMatching(/^https:\/\/www\.tesla\.com\//),
      ...(hasCode && { code: expect.any(String) }),
    })
  })
}
