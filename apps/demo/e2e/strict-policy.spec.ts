// An app whose Content-Security-Policy allows next to nothing.

import { expect } from '@playwright/test'
import { test, untilSession } from './own-app.ts'
import { grantAccess } from './through-connect.ts'

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
  await page.exposeFunction('reportViolation', (directive: string) => violations.push(directive))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      Reflect.get(window, 'reportViolation')(violatedDirective),
    )
  })
  await page.goto(`${app.origin}/?csp=${encodeURIComponent(csp)}`)
  await grantAccess(page)
  await untilSession(page, /connected/)
  expect(violations).toEqual([])
  // The policy is in force: this violates it.
  await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>'
    } catch {}
  })
  await expect.poll(() => violations).toEqual(['require-trusted-types-for'])
})
