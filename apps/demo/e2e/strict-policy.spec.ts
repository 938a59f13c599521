// An app whose Content-Security-Policy allows next to nothing.

import { expect } from '@playwright/test'
import { test, untilTold } from './own-app.ts'
import { allow, openConnect, signIn } from './through-connect.ts'

test('connects under a strict policy with Trusted Types, and violates nothing', {
  tag: ['@F46'],
}, async ({ page, app }) => {
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const violations: string[] = []
  await page.exposeFunction('tellViolation', (directive: string) => violations.push(directive))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      Reflect.get(window, 'tellViolation')(violatedDirective),
    )
  })
  await page.goto(`${app.origin}/?csp=${encodeURIComponent(csp)}`)
  const popup = await openConnect(page)
  await signIn(popup)
  await allow(popup)
  await untilTold(page, /connected/)
  expect(violations).toEqual([])
  // Whether the policy is there at all.
  await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>'
    } catch {}
  })
  await expect.poll(() => violations).toEqual(['require-trusted-types-for'])
})
